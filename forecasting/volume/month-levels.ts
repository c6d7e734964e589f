import { addDays, type LocalDate, localDate } from '../kernel/calendar.ts'
import { portableLog } from '../kernel/portable-log.ts'
import type { DayMatrix } from './day-matrix.ts'
import type { SpecialDay } from './special-day.ts'
import type { WeeklyShape } from './weekly-shape.ts'

/** `2026-11` */
export type Month = string

/** One whole month of a history, freed of how many Mondays and days of rest it holds. */
export interface MonthLevel {
  readonly month: Month
  /** Log of contacts over usual days; comparable between months of any length. */
  readonly logLevel: number
}

/** A month of which less was seen says little about the rest of it. */
const KNOWN_SHARE_MIN = 0.8

/** The days of a month, ascending. */
export function daysOfMonth(month: Month): LocalDate[] {
  const days: LocalDate[] = []
  for (let day = localDate(`${month}-01`); day.startsWith(month); day = addDays(day, 1)) {
    days.push(day)
  }
  return days
}

/** The month `count` after another. */
export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/**
 * What each day would bring by weekday alone, days of rest as the quietest weekday does.
 *
 * @returns contacts of a day at the level of the last half year
 */
export function usualDay(
  shape: WeeklyShape,
  specialDays: readonly SpecialDay[],
): (date: LocalDate, weekday: number) => number {
  const slots = shape.means.length / 7
  const totals = Array.from({ length: 7 }, (_, weekday) =>
    shape.means.subarray(weekday * slots, (weekday + 1) * slots).reduce((sum, x) => sum + x, 0),
  )
  const rest = new Set(specialDays.filter(({ kind }) => kind === 'rest').map(({ date }) => date))
  return (date, weekday) => totals[rest.has(date) ? shape.quietestWeekday : weekday] as number
}

/**
 * The level of every month that the history knows well enough, in order of time.
 *
 * @param totals contacts by day, NaN where unknown
 * @param usual contacts that a day would bring by weekday alone
 */
export function monthLevels(
  matrix: DayMatrix,
  totals: Float64Array,
  usual: (date: LocalDate, weekday: number) => number,
): MonthLevel[] {
  const sums = new Map<Month, { days: number; seen: number; usual: number }>()
  matrix.dates.forEach((date, day) => {
    const total = totals[day] as number
    if (Number.isNaN(total)) return
    const month = date.slice(0, 7)
    const { days, seen, usual: expected } = sums.get(month) ?? { days: 0, seen: 0, usual: 0 }
    sums.set(month, {
      days: days + 1,
      seen: seen + total,
      usual: expected + usual(date, matrix.weekdays[day] as number),
    })
  })
  return [...sums].flatMap(([month, { days, seen, usual: expected }]) => {
    const isKnown = days >= KNOWN_SHARE_MIN * daysOfMonth(month).length
    if (!isKnown || seen === 0 || expected === 0) return []
    return [{ month, logLevel: portableLog(seen / expected) }]
  })
}
