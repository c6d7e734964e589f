import { median } from 'simple-statistics'

import { type LocalDate, weekdayOf } from '../kernel/calendar.ts'
import { normalQuantile } from '../kernel/normal-quantile.ts'
import { portableExp } from '../kernel/portable-exp.ts'
import { portableLog } from '../kernel/portable-log.ts'
import type { DayMatrix } from './day-matrix.ts'
import { daysOfMonth, type Month, type MonthLevel } from './month-levels.ts'
import { QUANTILE_LEVELS } from './quantile-levels.ts'

/** Contacts of one day, a year or two ahead. */
export interface OutlookDay {
  readonly date: LocalDate
  /** Expected contacts; those of a month's days sum to the month's. */
  readonly mean: number
  /** At `QUANTILE_LEVELS`, ascending. */
  readonly quantiles: readonly number[]
}

/** Contacts that a day would bring by weekday and rest alone. */
export type UsualDay = (date: LocalDate, weekday: number) => number

/** A count of 0 has no logarithm. */
const COUNT_OFFSET = 0.5
/** The median of absolute values over the standard deviation, of a normal law. */
const MEDIAN_TO_DEVIATION = 1.4826

/**
 * How far single days stray from what their month makes of them: standard deviation of the log, read
 * from the median so that a few wild days do not widen every band.
 *
 * @param totals contacts by day of the matrix, NaN where unknown
 * @returns 0 or more; 0 where no month is known
 */
export function dayStray(
  { dates, weekdays }: DayMatrix,
  totals: Float64Array,
  known: { readonly levels: readonly MonthLevel[]; readonly usual: UsualDay },
): number {
  const levels = new Map(known.levels.map(({ month, logLevel }) => [month, logLevel]))
  const strays = dates.flatMap((date, day) => {
    const level = levels.get(date.slice(0, 7))
    const total = totals[day] as number
    const usual = known.usual(date, weekdays[day] as number)
    if (level === undefined || Number.isNaN(total) || usual === 0) return []
    const told = usual * portableExp(level)
    return [Math.abs(portableLog((total + COUNT_OFFSET) / (told + COUNT_OFFSET)))]
  })
  return strays.length === 0 ? 0 : MEDIAN_TO_DEVIATION * median(strays)
}

/**
 * Spreads a month over its days as weekdays and days of rest do.
 *
 * @param month its expected contacts, and the standard deviation of their log
 * @param how.stray of {@link dayStray}
 */
export function outlookDays(
  month: { readonly month: Month; readonly mean: number; readonly deviation: number },
  how: { readonly usual: UsualDay; readonly stray: number },
): OutlookDay[] {
  const days = daysOfMonth(month.month).map((date) => ({
    date,
    usual: how.usual(date, weekdayOf(date)),
  }))
  const whole = days.reduce((sum, { usual }) => sum + usual, 0)
  const deviation = Math.sqrt(month.deviation ** 2 + how.stray ** 2)
  return days.map(({ date, usual }) => {
    const mean = whole === 0 ? 0 : (month.mean * usual) / whole
    const typical = mean * portableExp(-(deviation ** 2) / 2)
    return {
      date,
      mean,
      quantiles: QUANTILE_LEVELS.map(
        (level) => typical * portableExp(deviation * normalQuantile(level)),
      ),
    }
  })
}
