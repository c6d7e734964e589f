import { DateTime, IANAZone } from 'luxon'

import { civilFromDays, daysFromCivil } from './civil-days.ts'
import type { Branded, EpochMs } from './units.ts'
import { zoneClock } from './zone-clock.ts'

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
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || dateOfDay(dayOf(text as LocalDate)) !== text) {
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
  return dateOfDay(Math.floor((instantMs + zoneClock(zone).offsetMs(instantMs)) / DAY_MS))
}

/**
 * The first instant of a local day. A day may have 23, 24 or 25 hours: subtract two of these, and
 * never multiply by 24.
 */
export function startOfLocalDay(date: LocalDate, zone: string): EpochMs {
  const wallMs = dayOf(date) * DAY_MS
  const clock = zoneClock(zone)
  const offsetMs = clock.offsetMs(wallMs - DAY_MS)
  // No zone is a day from UTC: without a change near by, midnight is plain arithmetic.
  if (clock.offsetMs(wallMs + DAY_MS) === offsetMs) return (wallMs - offsetMs) as EpochMs
  return DateTime.fromISO(date, { zone }).startOf('day').toMillis() as EpochMs
}

/** Days later (or earlier, when negative) in the calendar. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayOf(date) + days)
}

/** Whole days from one date to another; negative when `to` is before `from`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayOf(to) - dayOf(from)
}

/** Day of the week of a date. 1970-01-01 was a Thursday, hence the 3. */
export function weekdayOf(date: LocalDate): Weekday {
  return ((((dayOf(date) + 3) % 7) + 7) % 7) as Weekday
}

/** The Monday of the week that a date lies in. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, -weekdayOf(date))
}

/** Minutes that a zone's clock is ahead of UTC at an instant. */
export function offsetMinutes(instantMs: EpochMs, zone: string): number {
  return zoneClock(zone).offsetMs(instantMs) / 60_000
}

/** Days since 1970-01-01. */
function dayOf(date: LocalDate): number {
  return daysFromCivil(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)))
}

function dateOfDay(days: number): LocalDate {
  const { year, month, day } = civilFromDays(days)
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as LocalDate
}

const digits = (number: number, length: number): string => String(number).padStart(length, '0')
