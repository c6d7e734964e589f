import { type BandWidth, bandWidth } from './band-width.ts'
import { DAY_PARTS, type DayPart } from './day-kernel.ts'
import type { DayMember, DayObservations, LogForecast } from './day-member.ts'
import type { DaySigns } from './day-signs.ts'
import { steadyError } from './steady-error.ts'

/** Weeks, before the end of the history, from whose starts the members are tried. */
const TRIAL_WEEKS = 26
/** Days that each trial foretells. */
const TRIAL_DAYS = 14
/** Before this many days of history a trial would say more of luck than of the member. */
const TRIAL_HISTORY_DAYS = 28
/** Trials' worth of "all members are alike" against what the trials say. */
const EQUAL_TRIALS = 60
/** Several members that forecast as one. */
export interface DayEnsemble {
  /** Log volume less its mean, with the variance that the ensemble's own trials support. */
  predict(targets: readonly DaySigns[]): LogForecast[]
  /** What the mean is the sum of. */
  parts(target: DaySigns): Record<DayPart, number>
  /** Share of each member in the mean of an ordinary day, summing to 1. */
  readonly shares: Readonly<Record<string, number>>
  /** Past days as they would have been forecast in the two weeks before. */
  readonly tried: readonly (LogForecast & { readonly observation: number })[]
  /** Standard deviation that the ends of a 95 % band ask for, over the one that is told. */
  readonly tail: number
}

/** What each member said of a past day, and what came. */
interface Trial {
  /** Weeks before the end of the history at which it was foretold. */
  readonly weeks: number
  readonly observation: number
  readonly actual: number
  readonly counting: number
  readonly means: readonly number[]
  readonly variance: number
}

/**
 * Weighs members by how they would have done, drawn towards equal weights, because with few trials
 * the best member is mostly the luckiest one. Special days are left to the processes, which alone
 * know them.
 *
 * @param processes members with a variance and with special days; at least one
 * @param simple members without
 */
export function dayEnsemble(
  observed: DayObservations,
  processes: readonly DayMember[],
  simple: readonly DayMember[],
): DayEnsemble {
  const members = [...processes, ...simple]
  const trials = trialsOf(observed, members, processes.length)
  const weights = weightsOf(trials, members.length)
  const lag = steadyError(errorsByWeek(trials, weights))
  const { inner: width, outer } = widthOf(trials, weights)
  const knowing = (target: DaySigns): readonly DayMember[] =>
    isOrdinary(target) ? members : processes
  return {
    predict(targets) {
      const said = members.map((member) => member.predict(targets))
      return targets.map((target, i) => {
        const forecasts = knowing(target).map((_, member) => said[member]?.[i] as LogForecast)
        const means = forecasts.map(({ mean }) => mean)
        return {
          mean: weighted(means, weights) + lag,
          variance: meanVariance(forecasts, processes.length) * width * width,
        }
      })
    },
    parts(target) {
      const parts = knowing(target).map((member) => member.parts(target))
      const entries = DAY_PARTS.map((part): [DayPart, number] => {
        const own = weighted(
          parts.map((said) => said[part] ?? 0),
          weights,
        )
        return [part, part === 'trend' ? own + lag : own]
      })
      return Object.fromEntries(entries) as Record<DayPart, number>
    },
    shares: sharesOf(members, weights),
    tried: trials.map(({ observation, means, variance }) => ({
      observation,
      mean: weighted(means, weights),
      variance: variance * width * width,
    })),
    tail: outer / width,
  }
}

function sharesOf(
  members: readonly DayMember[],
  weights: readonly number[],
): Readonly<Record<string, number>> {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return Object.fromEntries(members.map(({ name }, i) => [name, (weights[i] as number) / whole]))
}

function isOrdinary(signs: DaySigns): boolean {
  return signs.special === null && !signs.afterSpecial && !signs.beforeSpecial
}

function weighted(values: readonly number[], weights: readonly number[]): number {
  let sum = 0
  let whole = 0
  values.forEach((value, i) => {
    sum += value * (weights[i] as number)
    whole += weights[i] as number
  })
  return sum / whole
}

function meanVariance(forecasts: readonly LogForecast[], processes: number): number {
  let sum = 0
  for (let i = 0; i < processes; i++) sum += (forecasts[i] as LogForecast).variance
  return sum / processes
}

function trialsOf(
  { signs, values, variances }: DayObservations,
  members: readonly DayMember[],
  processes: number,
): Trial[] {
  const first = signs[0]?.day ?? 0
  const end = (signs.at(-1)?.day ?? 0) + 1
  const trials: Trial[] = []
  for (let weeks = TRIAL_WEEKS; weeks >= 1; weeks--) {
    const origin = end - 7 * weeks
    if (origin - first < TRIAL_HISTORY_DAYS) continue
    const known = signs.findIndex(({ day }) => day >= origin)
    for (let i = known; i < signs.length; i++) {
      const target = signs[i] as DaySigns
      if (target.day >= origin + TRIAL_DAYS) break
      if (!isOrdinary(target)) continue
      const forecasts = members.map((member) => member.asOf(i, known))
      trials.push({
        weeks,
        observation: i,
        actual: values[i] as number,
        counting: variances[i] as number,
        means: forecasts.map(({ mean }) => mean),
        variance: meanVariance(forecasts, processes),
      })
    }
  }
  return trials
}

/** Of trials, by how little of each is counting noise. */
function trustedMean(trials: readonly Trial[], of: (trial: Trial) => number): number {
  let sum = 0
  let whole = 0
  for (const trial of trials) {
    const trust = 1 / (0.01 + trial.counting)
    sum += trust * of(trial)
    whole += trust
  }
  return sum / whole
}

/** A day that strays further than this from its trial says something of itself, not of the level. */
const ERROR_MAX = 0.5

/** Mean errors of the trials from each week's start, the oldest first; those cut off by the end left out. */
function errorsByWeek(trials: readonly Trial[], weights: readonly number[]): number[] {
  const whole = trials.filter(({ weeks }) => 7 * weeks >= TRIAL_DAYS)
  return [...Map.groupBy(whole, ({ weeks }) => weeks).values()].map((own) =>
    trustedMean(own, ({ actual, means }) =>
      Math.max(-ERROR_MAX, Math.min(ERROR_MAX, actual - weighted(means, weights))),
    ),
  )
}

/** Inverse mean absolute errors, squared, shrunk to equal. */
function weightsOf(trials: readonly Trial[], members: number): number[] {
  const equal = Array.from({ length: members }, () => 1)
  if (trials.length === 0) return equal
  const errors = equal.map((_, member) =>
    trustedMean(trials, ({ actual, means }) => Math.abs(actual - (means[member] as number))),
  )
  const best = Math.min(...errors)
  if (best === 0) return equal
  const trust = trials.length / (trials.length + EQUAL_TRIALS)
  return errors.map((error) => trust * ((best * best) / (error * error)) + (1 - trust))
}

/** How wide the bands of days would have had to be. */
function widthOf(trials: readonly Trial[], weights: readonly number[]): BandWidth {
  const scores = trials.map(
    ({ actual, means, variance, counting }) =>
      Math.abs(actual - weighted(means, weights)) / Math.sqrt(variance + counting),
  )
  return bandWidth(scores, trials.length)
}
