import { once } from '../kernel/once.ts'
import { portableLog, portableLog1p } from '../kernel/portable-log.ts'
import { DAY_PARTS, type DayKernel, dayKernel, type DayKernelSettings } from './day-kernel.ts'
import type { DayMember, DayObservations } from './day-member.ts'
import type { DaySigns } from './day-signs.ts'
import { gaussianProcess, type StepEvidence } from './gaussian-process.ts'

/** A Gaussian process over days, which can also judge its own observations. */
export interface DayProcess extends DayMember {
  /**
   * How well it foretells each of the first `count` days (all, if not given) from all others: log
   * density under a heavy-tailed law.
   */
  likelihood(count?: number): number
  /** What each day deviates from what all others say of it, in standard deviations. */
  scores(): number[]
  /** The same, on the scale of log volume. */
  residuals(): Float64Array
  /** How much speaks for a step of the level at an observation, lasting until another if given. */
  stepAt(observation: number, deviation: number, end?: number): StepEvidence
}

export interface DayProcessSettings {
  readonly name: string
  readonly kernel: DayKernelSettings
  /** Standard deviation of a day's own log volume, counting noise apart. */
  readonly noise: number
  /** Greatest distance between two days that will be asked for: history and horizon together. */
  readonly maxLagDays: number
}

/** Degrees of freedom of the heavy-tailed law: a few wild days must not choose the model. */
const TAIL = 4

/** Conditions the day kernel on observed days. */
export function dayProcess(observed: DayObservations, settings: DayProcessSettings): DayProcess {
  const { signs } = observed
  const kernel = dayKernel(settings.kernel, settings.maxLagDays)
  const noise = settings.noise * settings.noise
  const process = gaussianProcess(covarianceRows(observed, kernel, noise), observed.values)
  const left = once(() => process.leaveOneOut())
  const weights = once(() => process.weights())
  const scores = once(() => {
    const { residuals, variances } = left()
    return Array.from(residuals, (r, i) => r / Math.sqrt(variances[i] as number))
  })
  return {
    name: settings.name,
    likelihood: (count = signs.length) => heavyTailed(scores().slice(0, count), left().variances),
    scores,
    residuals: () => left().residuals,
    stepAt: (observation, deviation, end) => process.stepAt(observation, deviation, end),
    predict(targets) {
      const places = targets.map((target) => ({
        covariances: covariancesWith(target, signs, kernel),
        priorVariance: kernel.covariance(target, target),
      }))
      return process
        .predict(places)
        .map(({ mean, variance }) => ({ mean, variance: variance + noise }))
    },
    asOf(observation, known) {
      const { mean, variance } = process.asOf(observation, known)
      return { mean, variance: Math.max(variance - (observed.variances[observation] as number), 0) }
    },
    parts(target) {
      return Object.fromEntries(
        DAY_PARTS.map((part) => [
          part,
          signs.reduce(
            (sum, own, i) => sum + kernel.part(part, own, target) * (weights()[i] as number),
            0,
          ),
        ]),
      )
    },
  }
}

function heavyTailed(scores: readonly number[], variances: Float64Array): number {
  return scores.reduce(
    (sum, score, i) =>
      sum -
      ((TAIL + 1) / 2) * portableLog1p((score * score) / TAIL) -
      portableLog(variances[i] as number) / 2,
    0,
  )
}

function covariancesWith(
  target: DaySigns,
  signs: readonly DaySigns[],
  kernel: DayKernel,
): Float64Array {
  const covariances = new Float64Array(signs.length)
  for (let i = 0; i < signs.length; i++) {
    covariances[i] = kernel.covariance(signs[i] as DaySigns, target)
  }
  return covariances
}

function covarianceRows(
  { signs, variances }: DayObservations,
  kernel: DayKernel,
  noise: number,
): Float64Array[] {
  return signs.map((own, i) => {
    const row = new Float64Array(i + 1)
    for (let j = 0; j < i; j++) row[j] = kernel.covariance(own, signs[j] as DaySigns)
    row[i] = kernel.covariance(own, own) + noise + (variances[i] as number)
    return row
  })
}
