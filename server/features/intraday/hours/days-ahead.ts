import {
  addDays,
  type LocalDate,
  localDateOf,
  startOfLocalDay,
} from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'

import type { Span } from '../../adherence/span-cursor.ts'

/** As far as a rule of the alerts may look. */
const AHEAD_MS = 8 * 3_600_000

/** A day of the centre's clock, or the beginning of one. */
export interface DaySpan extends Span {
  readonly date: LocalDate
  readonly intervalMs: number
}

/** A day from midnight to midnight: 23, 24 or 25 hours. */
export function wholeDay(date: LocalDate, zone: string, intervalMs: number): DaySpan {
  return {
    date,
    startMs: startOfLocalDay(date, zone),
    endMs: startOfLocalDay(addDays(date, 1), zone),
    intervalMs,
  }
}

/**
 * Today, and in its last eight hours also the intervals of tomorrow that lie within eight hours: a
 * centre that works through the night must see past midnight.
 */
export function daysAhead(
  nowMs: number,
  zone: string,
  intervalMs: number,
): readonly [DaySpan, ...DaySpan[]] {
  const today = wholeDay(localDateOf(nowMs as EpochMs, zone), zone, intervalMs)
  const beyondMs = nowMs + AHEAD_MS - today.endMs
  if (beyondMs <= 0) return [today]
  const tomorrow = wholeDay(addDays(today.date, 1), zone, intervalMs)
  const endMs = tomorrow.startMs + Math.ceil(beyondMs / intervalMs) * intervalMs
  return [today, { ...tomorrow, endMs }]
}
