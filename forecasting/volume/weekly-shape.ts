import type { LocalDate, Weekday } from '../kernel/calendar.ts'
import { type DayMatrix, slotsOfDay } from './day-matrix.ts'

/** Weeks that the shape looks back: long enough to be steady, short enough to follow the hours. */
const SHAPE_WEEKS = 26

/** Below this mean a slot is shut: fewer than one contact in twenty such slots. */
const OPEN_MEAN = 0.05

/** A weekday below this share of the usual one is another kind of day. */
const QUIET_SHARE = 0.7
/** A weekday with fewer contacts than both, the second a share of the busiest, has strays alone. */
const STRAY_TOTAL = 4
const STRAY_SHARE = 0.05
/** So has any with less than a contact a day: a level of its logarithm would tell several times too much. */
const STRAY_TOTAL_MIN = 1

/** A weekday that brought nothing this often in a row has closed, if by its mean that is no chance. */
const CLOSED_WEEKS = 4
/** Contacts that chance keeps away once in 160,000 times: e⁻¹². */
const CLOSED_CONTACTS_MISSED = 12

/** Plain means by weekday and slot: a first view, before any model. */
export interface WeeklyShape {
  /** 7 × slots; 0 where nothing is known. */
  readonly means: Float64Array
  /** Seven flags, Monday first: does anything arrive on that weekday? */
  readonly openWeekdays: readonly boolean[]
  /** The one with the fewest contacts, the later of equals: the weekly day of rest. */
  readonly quietestWeekday: Weekday
  /** Seven flags: weekdays with far fewer contacts than the middle one, special days left out. */
  readonly quietWeekdays: readonly boolean[]
  /** Mean contacts of weekdays that are closed but for strays; null of all others. */
  readonly strayTotals: readonly (number | null)[]
}

/**
 * Means by weekday and slot over the last half year of a matrix, unknown cells left out.
 *
 * @param special dates that say nothing of what their weekday usually is
 */
export function weeklyShape(matrix: DayMatrix, special: ReadonlySet<LocalDate>): WeeklyShape {
  const { slotsPerDay, weekdays } = matrix
  const sums = new Float64Array(7 * slotsPerDay)
  const known = new Float64Array(7 * slotsPerDay)
  const firstDay = Math.max(weekdays.length - 7 * SHAPE_WEEKS, 0)
  for (let day = firstDay; day < weekdays.length; day++) {
    for (let slot = 0; slot < slotsPerDay; slot++) {
      const count = matrix.counts[day * slotsPerDay + slot] as number
      if (Number.isNaN(count)) continue
      const cell = (weekdays[day] as number) * slotsPerDay + slot
      sums[cell] = (sums[cell] as number) + count
      known[cell] = (known[cell] as number) + 1
    }
  }
  const means = sums.map((sum, cell) => (sum === 0 ? 0 : sum / (known[cell] as number)))
  const totals = Array.from({ length: 7 }, (_, weekday) =>
    means
      .subarray(weekday * slotsPerDay, (weekday + 1) * slotsPerDay)
      .reduce((total, mean) => total + mean, 0),
  )
  const closed = closedLately(matrix, totals, special)
  const openWeekdays = totals.map((_, weekday) => {
    // A history of some days says nothing of a weekday that has not come by: it is as the others.
    if (!weekdays.includes(weekday as Weekday)) return Math.max(...totals) > 0
    const slots = means.subarray(weekday * slotsPerDay, (weekday + 1) * slotsPerDay)
    return closed[weekday] !== true && slots.some((mean) => mean >= OPEN_MEAN)
  })
  const quietestWeekday = totals.lastIndexOf(Math.min(...totals)) as Weekday
  const strayTotal = Math.max(
    STRAY_TOTAL_MIN,
    Math.min(STRAY_TOTAL, STRAY_SHARE * Math.max(...totals)),
  )
  return {
    means,
    openWeekdays,
    quietestWeekday,
    quietWeekdays: quietOf(matrix, special),
    strayTotals: totals.map((total, weekday) =>
      total < strayTotal && weekdays.includes(weekday as Weekday) ? total : null,
    ),
  }
}

/** Seven flags: weekdays on which the centre has stopped working, as the newest weeks say. */
function closedLately(
  matrix: DayMatrix,
  totals: readonly number[],
  special: ReadonlySet<LocalDate>,
): boolean[] {
  const empty = new Float64Array(7)
  const ended = Array.from({ length: 7 }, () => false)
  for (let day = matrix.weekdays.length - 1; day >= 0 && ended.includes(false); day--) {
    const weekday = matrix.weekdays[day] as Weekday
    if (special.has(matrix.dates[day] as LocalDate)) continue
    const slots = slotsOfDay(matrix, day)
    if (slots.some((count) => count > 0)) ended[weekday] = true
    // A day that is not known, such as one of an outage, says nothing.
    if (ended[weekday] === true || slots.some((count) => Number.isNaN(count))) continue
    empty[weekday] = (empty[weekday] as number) + 1
  }
  return totals.map(
    (total, weekday) =>
      (empty[weekday] as number) >= CLOSED_WEEKS &&
      (empty[weekday] as number) * total >= CLOSED_CONTACTS_MISSED,
  )
}

/** By the means of ordinary days with any contact; a weekday without one counts as busy. */
function quietOf(matrix: DayMatrix, special: ReadonlySet<LocalDate>): boolean[] {
  const sums = new Float64Array(7)
  const days = new Float64Array(7)
  const firstDay = Math.max(matrix.weekdays.length - 7 * SHAPE_WEEKS, 0)
  for (let day = firstDay; day < matrix.weekdays.length; day++) {
    if (special.has(matrix.dates[day] as LocalDate)) continue
    const total = slotsOfDay(matrix, day).reduce((sum, c) => (Number.isNaN(c) ? sum : sum + c), 0)
    if (total === 0) continue
    const weekday = matrix.weekdays[day] as Weekday
    sums[weekday] = (sums[weekday] as number) + total
    days[weekday] = (days[weekday] as number) + 1
  }
  const means = Array.from(sums, (sum, weekday) => sum / (days[weekday] as number))
  const known = means.filter((mean) => !Number.isNaN(mean)).toSorted((a, b) => a - b)
  const usual = known[Math.floor(known.length / 2)] ?? 0
  return means.map((mean) => mean < QUIET_SHARE * usual)
}
