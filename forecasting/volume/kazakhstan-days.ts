import type { LocalDate } from '../kernel/calendar.ts'
import type { SpecialDay } from './special-day.ts'

/** What this needs of a row of the table of day kinds (Law 267-II; Labour Code art. 84(5), 85(3)). */
export interface KazakhstanDay {
  readonly date: LocalDate
  readonly kind: 'holiday' | 'substitute' | 'day_off_84_5' | 'moved_in' | 'moved_out'
  /** The holiday's key; the same in every year. */
  readonly key: string
  readonly fiveDayWeek: 'off' | 'working'
}

/**
 * The special days that most clients of a centre live by: those of the five-day week, because it
 * is the clients' week and not the operators' that shapes demand.
 *
 * A substitute has its holiday's name with the ending `_substitute`: people rest, but nothing is
 * celebrated, so its effect is learned apart.
 */
export function kazakhstanSpecialDays(rows: readonly KazakhstanDay[]): SpecialDay[] {
  const days: SpecialDay[] = []
  for (const { date, kind, key, fiveDayWeek } of rows) {
    if (kind === 'moved_out') days.push({ date, name: 'moved_working_day', kind: 'working' })
    else if (kind === 'moved_in') days.push({ date, name: 'moved_rest_day', kind: 'rest' })
    else if (fiveDayWeek === 'off') {
      days.push({ date, name: kind === 'substitute' ? `${key}_substitute` : key, kind: 'rest' })
    }
  }
  return days
}
