import { medianAbsoluteDeviation } from 'simple-statistics'

import type { DayObservations } from './day-member.ts'
import type { DayProcess } from './day-process.ts'

/** Days that stray by more than this many robust deviations teach little. */
const OUTLIER_SCORE = 4
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
  const usual = Math.max(1, NORMAL_MAD * medianAbsoluteDeviation(scores))
  return scores
    .map((_, i) => i)
    .filter(
      (i) =>
        Math.abs(scores[i] as number) > OUTLIER_SCORE * usual &&
        observed.signs[i]?.special === null &&
        !trusted.has(observed.signs[i].day),
    )
}
