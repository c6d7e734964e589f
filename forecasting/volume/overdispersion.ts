import type { DayMatrix } from './day-matrix.ts'
import type { IntradayProfiles } from './intraday-profile.ts'

const LEARNED_DAYS = 182

/**
 * How much more the counts of intervals stray than Poisson, given the day's volume: the variance of
 * the rate divided by its squared mean, by the method of moments over the last half year.
 */
export function intervalOverdispersion(
  matrix: DayMatrix,
  totals: Float64Array,
  profiles: IntradayProfiles,
): number {
  const { slotsPerDay, weekdays } = matrix
  let excess = 0
  let squares = 0
  for (let day = Math.max(0, weekdays.length - LEARNED_DAYS); day < weekdays.length; day++) {
    const total = totals[day] as number
    if (!(total > 0)) continue
    const profile = profiles.byWeekday[weekdays[day] as number] as Float64Array
    for (let slot = 0; slot < slotsPerDay; slot++) {
      const expected = total * (profile[slot] as number)
      const count = matrix.counts[day * slotsPerDay + slot] as number
      if (Number.isNaN(count) || expected < 1) continue
      // A burst or a holiday must not set the width of every ordinary interval.
      const stray = Math.min((count - expected) ** 2, 16 * expected + expected ** 2)
      excess += stray - expected
      squares += expected ** 2
    }
  }
  return squares === 0 ? 0 : Math.max(0, excess / squares)
}
