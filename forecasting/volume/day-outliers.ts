import { medianAbsoluteDeviation } from 'simple-statistics'

import type { DayObservations } from './day-member.ts'
import type { DayProcess } from './day-process.ts'

/** Days that stray by more than this many robust deviations teach little. */
const OUTLIER_SCORE = 4
/** A day speaks of its neighbours, and of the same weekday a week before and after. */
const BESIDE_DAYS = 7
/** With fewer days, what is usual is not known well enough to call anything odd. */
const DAYS_MIN = 14
/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const NORMAL_MAD = 1.4826

/**
 * Ordinary days that stray wildly from what all other days say of them, by their place among the
 * observations. A ramp is not among them: each of its days has neighbours that agree with it.
 *
 * @param trusted days that a planner believes
 */
export function wildDays(
  observed: DayObservations,
  model: DayProcess,
  trusted: ReadonlySet<number>,
): number[] {
  if (observed.signs.length < DAYS_MIN) return []
  const scores = model.scores()
  const limit = limitOf(scores)
  return scores
    .map((_, i) => i)
    .filter(
      (i) =>
        Math.abs(scores[i] as number) > limit &&
        observed.signs[i]?.special === null &&
        !trusted.has(observed.signs[i].day),
    )
}

/**
 * Of wild days, those that are wild in their own right. The day beside one with six times its contacts
 * strays from what its neighbour makes of it: once all of them are doubted, it agrees with the others.
 *
 * @param before the model that found them
 * @param doubted the same days with the variance of the wild ones raised
 */
export function wildByThemselves(
  wild: readonly number[],
  {
    before,
    doubted,
    added,
  }: {
    readonly before: DayProcess
    readonly doubted: DayProcess
    /** Variance that was added, by observation. */
    readonly added: (observation: number) => number
  },
): number[] {
  const limit = limitOf(before.scores())
  const [scores, residuals] = [doubted.scores(), doubted.residuals()]
  return wild.filter((i) => {
    const [score, residual] = [scores[i] as number, residuals[i] as number]
    if (score === 0) return false
    const variance = (residual / score) ** 2 - added(i)
    return residual ** 2 > limit ** 2 * variance
  })
}

function limitOf(scores: readonly number[]): number {
  return OUTLIER_SCORE * Math.max(1, NORMAL_MAD * medianAbsoluteDeviation([...scores]))
}

/** True where two of some days are within so few days of each other that one may make the other look wild. */
export function areBeside(wild: readonly number[], { signs }: DayObservations): boolean {
  return wild.some((i, at) => {
    const [own, next] = [signs[i]?.day ?? 0, signs[wild[at + 1] ?? -1]?.day ?? Infinity]
    return next - own <= BESIDE_DAYS
  })
}
