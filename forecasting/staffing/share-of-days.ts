/** A part of a whole on one day; both 0 or more, in any unit of time. */
export interface DayPart {
  readonly part: number
  readonly whole: number
}

export type ShareEstimate =
  | {
      readonly kind: 'estimated'
      readonly share: number
      /** The 95 % band. */
      readonly low: number
      readonly high: number
      readonly days: number
    }
  | { readonly kind: 'too_few_days'; readonly days: number }

/** Two working weeks: with fewer, one sick person is the answer. */
const DAYS_MIN = 10
const Z_95 = 1.959964

/**
 * Share of time over days, and its band by how the days differ: whoever is ill is ill all day, so hours
 * of one day are not independent and cannot be counted as if they were. The band lies on the scale of
 * the logit, which keeps it within 0..1.
 *
 * Source: W. Cochran, "Sampling techniques" (1977), 6.3 for the error of a ratio of sums.
 *
 * @throws {RangeError} unless 0 ≤ part ≤ whole on every day
 */
export function shareOfDays(days: readonly DayPart[]): ShareEstimate {
  for (const { part, whole } of days) {
    if (!(part >= 0 && part <= whole && Number.isFinite(whole))) {
      throw new RangeError(`part must be in 0..whole, got ${part} of ${whole}`)
    }
  }
  const told = days.filter(({ whole }) => whole > 0)
  const count = told.length
  if (count < DAYS_MIN) return { kind: 'too_few_days', days: count }
  const whole = told.reduce((sum, day) => sum + day.whole, 0)
  const share = told.reduce((sum, day) => sum + day.part, 0) / whole
  const strayed = told.reduce((sum, day) => sum + (day.part - share * day.whole) ** 2, 0)
  const error = Math.sqrt((strayed * count) / (count - 1)) / whole
  if (share === 0 || share === 1) {
    return { kind: 'estimated', share, low: share, high: share, days: count }
  }
  const logit = Math.log(share / (1 - share))
  const spread = (Z_95 * error) / (share * (1 - share))
  const ratio = (at: number): number => 1 / (1 + Math.exp(-at))
  return {
    kind: 'estimated',
    share,
    low: ratio(logit - spread),
    high: ratio(logit + spread),
    days: count,
  }
}
