import type { Weekday } from '../kernel/calendar.ts'
import type { DayMatrix } from './day-matrix.ts'

/** Weeks that the shape looks back: long enough to be steady, short enough to follow the hours. */
const SHAPE_WEEKS = 26

/** Below this mean a slot is shut: fewer than one contact in twenty such slots. */
const OPEN_MEAN = 0.05

/** Plain means by weekday and slot: a first view, before any model. */
export interface WeeklyShape {
  /** 7 × slots; 0 where nothing is known. */
  readonly means: Float64Array
  /** Seven flags, Monday first: does anything arrive on that weekday? */
  readonly openWeekdays: readonly boolean[]
  /** The one with the fewest contacts, the later of equals: the weekly day of rest. */
  readonly quietestWeekday: Weekday
}

/** Means by weekday and slot over the last half year of a matrix, unknown cells left out. */
export function weeklyShape(matrix: DayMatrix): WeeklyShape {
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
  const openWeekdays = Array.from({ length: 7 }, (_, weekday) =>
    means
      .subarray(weekday * slotsPerDay, (weekday + 1) * slotsPerDay)
      .some((mean) => mean >= OPEN_MEAN),
  )
  const totals = openWeekdays.map((_, weekday) =>
    means
      .subarray(weekday * slotsPerDay, (weekday + 1) * slotsPerDay)
      .reduce((total, mean) => total + mean, 0),
  )
  const quietestWeekday = totals.lastIndexOf(Math.min(...totals)) as Weekday
  return { means, openWeekdays, quietestWeekday }
}
