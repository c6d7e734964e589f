const DAY_MS = 86_400_000
const DAYS_PER_WEEK = 7

export type DueView = 'month' | 'week'

/** Whole weeks, Monday first, that show a month or a week. Days are `YYYY-MM-DD`. */
export interface DueSpan {
  readonly weeks: readonly (readonly string[])[]
  /** First and last day that are asked for: of the month itself, or of the week. */
  readonly from: string
  readonly days: number
}

/** @param at any day in the month or week that is shown */
export function spanOf(at: string, view: DueView): DueSpan {
  if (view === 'week') {
    const from = mondayOf(at)
    return { weeks: [daysFrom(from, DAYS_PER_WEEK)], from, days: DAYS_PER_WEEK }
  }
  const from = `${at.slice(0, 7)}-01`
  const days = daysBetween(from, nextMonth(from, 1))
  const first = mondayOf(from)
  const last = addDays(mondayOf(addDays(from, days - 1)), DAYS_PER_WEEK)
  const all = daysFrom(first, daysBetween(first, last))
  const weeks = Array.from({ length: all.length / DAYS_PER_WEEK }, (_, week) =>
    all.slice(week * DAYS_PER_WEEK, (week + 1) * DAYS_PER_WEEK),
  )
  return { weeks, from, days }
}

/** The same view one step later, or earlier with −1. */
export function stepFrom(at: string, view: DueView, step: 1 | -1): string {
  return view === 'week' ? addDays(mondayOf(at), step * DAYS_PER_WEEK) : nextMonth(at, step)
}

function nextMonth(at: string, step: number): string {
  const [year = 0, month = 1] = at.split('-').map(Number)
  return dateText(Date.UTC(year, month - 1 + step, 1))
}

function mondayOf(date: string): string {
  const weekday = (new Date(Date.parse(date)).getUTCDay() + 6) % DAYS_PER_WEEK
  return addDays(date, -weekday)
}

function daysFrom(from: string, count: number): string[] {
  return Array.from({ length: count }, (_, day) => addDays(from, day))
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

// Dates without a clock are counted in UTC, which has no day of 23 or 25 hours.
function addDays(date: string, days: number): string {
  return dateText(Date.parse(date) + days * DAY_MS)
}

function dateText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
