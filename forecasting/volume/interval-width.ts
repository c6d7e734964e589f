import { portableExp } from '../kernel/portable-exp.ts'
import { type BandWidth, bandWidth } from './band-width.ts'
import type { TriedDay } from './day-level.ts'
import type { DayMatrix } from './day-matrix.ts'
import type { IntradayProfiles } from './intraday-profile.ts'

/** Below this a count is too coarse to say how wide a band should be. */
const EXPECTED_MIN = 2

/**
 * How wide the bands of intervals would have had to be in the trials of past days.
 *
 * @param learned.spread relative variance of each slot's rate, given the day's volume
 */
export function intervalWidth(
  matrix: DayMatrix,
  tried: readonly TriedDay[],
  learned: { readonly profiles: IntradayProfiles; readonly spread: Float64Array },
): BandWidth {
  const { slotsPerDay, weekdays, counts } = matrix
  const scores: number[] = []
  for (const { day, volume, logVariance } of tried) {
    const profile = learned.profiles.byWeekday[weekdays[day] as number] as Float64Array
    const mean = volume * portableExp(logVariance / 2)
    for (let slot = 0; slot < slotsPerDay; slot++) {
      const expected = mean * (profile[slot] as number)
      const count = counts[day * slotsPerDay + slot] as number
      if (expected < EXPECTED_MIN || Number.isNaN(count)) continue
      const variance = 1 / expected + logVariance + (learned.spread[slot] as number)
      scores.push(Math.abs(count / expected - 1) / Math.sqrt(variance))
    }
  }
  return bandWidth(scores, tried.length)
}
