import { slotsOfDay } from './day-matrix.ts'
import type { DayMatrix } from './day-matrix.ts'
import type { WeeklyShape } from './weekly-shape.ts'

/** A day with less than half of its usual volume in known slots is not known at all. */
const KNOWN_SHARE_MIN = 0.5

/**
 * Contacts of each day, closed days 0. A day with some unknown slots is completed by the share that
 * its known slots usually have of the weekday; a day that is mostly unknown is NaN.
 */
export function dailyTotals(matrix: DayMatrix, shape: WeeklyShape): Float64Array {
  const { slotsPerDay } = matrix
  return Float64Array.from(matrix.dates, (_, day) => {
    const first = (matrix.weekdays[day] as number) * slotsPerDay
    let total = 0
    let usualKnown = 0
    let usual = 0
    slotsOfDay(matrix, day).forEach((count, slot) => {
      const mean = shape.means[first + slot] as number
      usual += mean
      if (Number.isNaN(count)) return
      usualKnown += mean
      total += count
    })
    if (usualKnown === usual) return usual === 0 && hasUnknown(matrix, day) ? Number.NaN : total
    return usualKnown < KNOWN_SHARE_MIN * usual ? Number.NaN : (total * usual) / usualKnown
  })
}

function hasUnknown(matrix: DayMatrix, day: number): boolean {
  return slotsOfDay(matrix, day).some((count) => Number.isNaN(count))
}
