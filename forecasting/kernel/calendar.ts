import { DateTime, IANAZone } from 'luxon'

import type { Branded, EpochMs } from './units.ts'

/** A day of a centre's own calendar, `YYYY-MM-DD`, with no time and no zone. */
export type LocalDate = Branded<string, 'LocalDate'>

/** Monday is 0, Sunday is 6: the week of Kazakhstan and of ISO 8601. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

const DAY_MS = 86_400_000

/**
 * Reads a calendar date.
 *
 * @throws {RangeError} if the text is not an existing date in the form `YYYY-MM-DD`
 */
export function localDate(text: string): LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !DateTime.fromISO(text, { zone: 'utc' }).isValid) {
    throw new RangeError(`date must exist and read YYYY-MM-DD, got ${text}`)
  }
  return text as LocalDate
}

/** True when luxon and the host know the IANA zone name. */
export function isZone(name: string): boolean {
  return IANAZone.isValidZone(name)
}

/** The date that a clock in `zone` shows at an instant. */
export function localDateOf(instantMs: EpochMs, zone: string): LocalDate {
  return dateOfUtcMidnight(instantMs + offsetMinutes(instantMs, zone) * 60_000)
}

/**
 * The first instant of a local day. A day may have 23, 24 or 25 hours: subtract two of these, and
 * never multiply by 24.
 */
export function startOfLocalDay(date: LocalDate, zone: string): EpochMs {
  return DateTime.fromISO(date, { zone }).startOf('day').toMillis() as EpochMs
}

/** Days later (or earlier, when negative) in the calendar. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfUtcMidnight(utcMidnight(date) + days * DAY_MS)
}

/** Whole days from one date to another; negative when `to` is before `from`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utcMidnight(to) - utcMidnight(from)) / DAY_MS)
}

/** Day of the week of a date. 1970-01-01 was a Thursday, hence the 3. */
export function weekdayOf(date: LocalDate): Weekday {
  const days = utcMidnight(date) / DAY_MS
  return ((((days + 3) % 7) + 7) % 7) as Weekday
}

/** The Monday of the week that a date lies in. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, -weekdayOf(date))
}

/** Minutes that a zone's clock is ahead of UTC at an instant. */
export function offsetMinutes(instantMs: EpochMs, zone: string): number {
  return IANAZone.create(zone).offset(instantMs)
}

function utcMidnight(date: LocalDate): number {
  return DateTime.fromISO(date, { zone: 'utc' }).toMillis()
}

function dateOfUtcMidnight(utcMs: number): LocalDate {
  return DateTime.fromMillis(utcMs, { zone: 'utc' }).toFormat('yyyy-MM-dd') as LocalDate
}
