import type { DaySigns } from './day-signs.ts'

/** Weight of a day falls to half over this many days. */
const HALF_LIFE_DAYS = 21
/** Same weekdays that must be known before a weekday's level is trusted. */
const KNOWN_MIN = 3

/**
 * The recent level of each weekday: the exponentially weighted mean of its ordinary days. It knows
 * no season and no trend, which is why it steadies a model that does.
 *
 * @param totals contacts of each day of the history, NaN where not known
 * @param wild days that are not to be believed
 * @returns seven levels, Monday first; null where too few days are known
 */
export function recentLevels(
  totals: Float64Array,
  signs: readonly DaySigns[],
  wild: ReadonlySet<number>,
): readonly (number | null)[] {
  const sums = new Float64Array(7)
  const weights = new Float64Array(7)
  const known = new Float64Array(7)
  totals.forEach((total, day) => {
    const sign = signs[day] as DaySigns
    if (!(total > 0) || sign.special !== null || sign.afterSpecial || wild.has(day)) return
    const weight = 0.5 ** ((totals.length - day) / HALF_LIFE_DAYS)
    const weekday = sign.weekday
    sums[weekday] = (sums[weekday] as number) + weight * total
    weights[weekday] = (weights[weekday] as number) + weight
    known[weekday] = (known[weekday] as number) + 1
  })
  return Array.from(sums, (sum, weekday) =>
    (known[weekday] as number) < KNOWN_MIN ? null : sum / (weights[weekday] as number),
  )
}
