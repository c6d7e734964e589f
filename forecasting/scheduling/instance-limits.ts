import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from './instance.ts'
import type { NumberRange } from './json-cursor.ts'

/** Limits on an instance: beyond them is a caller's mistake, not a centre. */

/** Six weeks: the longest plan that is made in one piece. */
export const DAYS_MAX = 42
export const INTERVALS_MIN: readonly number[] = [5, 10, 15, 20, 30, 60]
/** Pricing looks at sets of skills, so their number grows fast with the skills. */
export const SKILLS_MAX = 16
export const BREAKS_MAX = 8
export const LONG_AGO_MIN = -1_000_000_000

export const PRICE: NumberRange = { min: 0, max: 1_000_000 }
export const DAY_MINUTES: NumberRange = { min: 0, max: MINUTES_PER_DAY }
export const PERIOD_MINUTES: NumberRange = { min: 0, max: (DAYS_MAX / 7) * MINUTES_PER_WEEK }
/** Days or nights in a row. */
export const RUN: NumberRange = { min: 0, max: 366 }
