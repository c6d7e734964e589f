import type { DayMatrix } from './day-matrix.ts'
import type { IntradayProfiles } from './intraday-profile.ts'

const LEARNED_DAYS = 182

/** Sums over the days of one slot. */
interface SlotStray {
  /** Squared deviations beyond Poisson. */
  excess: number
  /** Squared expectations. */
  squares: number
  expected: number
  days: number
}

/**
 * How much more the counts of intervals stray than Poisson, given the day's volume: by slot, the
 * variance of the rate divided by its squared mean, by the method of moments over the last half year.
 *
 * Edges of opening hours stray far more than the middle of a day. A slot with few contacts says
 * little of itself, and is drawn to what all slots say.
 *
 * @returns one value a slot, 0 or more
 */
export function intervalOverdispersion(
  matrix: DayMatrix,
  totals: Float64Array,
  profiles: IntradayProfiles,
): Float64Array {
  const strays = Array.from({ length: matrix.slotsPerDay }, (_, slot) =>
    strayOf(slot, matrix, { totals, profiles }),
  )
  const excess = strays.reduce((sum, own) => sum + own.excess, 0)
  const squares = strays.reduce((sum, own) => sum + own.squares, 0)
  const overall = squares === 0 ? 0 : Math.max(0, excess / squares)
  return Float64Array.from(strays, (own) => (overall === 0 ? 0 : shrunk(own, overall)))
}

function strayOf(
  slot: number,
  { counts, slotsPerDay, weekdays }: DayMatrix,
  learned: { readonly totals: Float64Array; readonly profiles: IntradayProfiles },
): SlotStray {
  const sums: SlotStray = { excess: 0, squares: 0, expected: 0, days: 0 }
  for (let day = Math.max(0, weekdays.length - LEARNED_DAYS); day < weekdays.length; day++) {
    const total = learned.totals[day] as number
    if (!(total > 0)) continue
    const profile = learned.profiles.byWeekday[weekdays[day] as number] as Float64Array
    const expected = total * (profile[slot] as number)
    const count = counts[day * slotsPerDay + slot] as number
    if (Number.isNaN(count) || expected < 1) continue
    // A burst or a holiday must not set the width of every ordinary interval.
    const stray = Math.min((count - expected) ** 2, 16 * expected + expected ** 2)
    sums.excess += stray - expected
    sums.squares += expected ** 2
    sums.expected += expected
    sums.days++
  }
  return sums
}

/**
 * A slot's own value errs by about √(2 / days) · (1 / expected + value); slots differ by about as
 * much as the overall value. The second, over the first, is what the slot's own is trusted by.
 */
function shrunk({ excess, squares, expected, days }: SlotStray, overall: number): number {
  const mean = days === 0 ? 0 : expected / days
  const prior = 2 * ((1 + overall * mean) / overall) ** 2
  return Math.max(0, (excess + prior * overall) / (squares + prior))
}
