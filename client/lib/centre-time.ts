import { DateTime } from 'luxon'

/** What a wall clock in the centre shows at an instant. */
export interface LocalFields {
  readonly year: number
  /** 1..12 */
  readonly month: number
  readonly day: number
  /** 1 Monday .. 7 Sunday */
  readonly weekday: number
  readonly hour: number
  readonly minute: number
  /** Minutes east of UTC at this instant: it changes within a zone's history. */
  readonly offsetMinutes: number
}

/**
 * @param ms epoch milliseconds
 * @param timeZone IANA name
 * @throws {RangeError} if the zone is unknown or the instant is not finite
 */
export function localFields(ms: number, timeZone: string): LocalFields {
  const local = inZone(ms, timeZone)
  return {
    year: local.year,
    month: local.month,
    day: local.day,
    weekday: local.weekday,
    hour: local.hour,
    minute: local.minute,
    offsetMinutes: local.offset,
  }
}

/** The first instant of the local day that contains `ms`. A local day has 23, 24 or 25 hours. */
export function startOfLocalDay(ms: number, timeZone: string): number {
  return inZone(ms, timeZone).startOf('day').toMillis()
}

/** The same wall-clock time `days` local days later (earlier when negative). */
export function addLocalDays(ms: number, days: number, timeZone: string): number {
  return inZone(ms, timeZone).plus({ days }).toMillis()
}

/** The first instant of the local week, Monday, that contains `ms`. */
export function startOfLocalWeek(ms: number, timeZone: string): number {
  return inZone(ms, timeZone).startOf('week').toMillis()
}

/** `2026-06-15T10:30`, as the value of an `<input type="datetime-local">`. */
export function toLocalInput(ms: number, timeZone: string): string {
  return inZone(ms, timeZone).toFormat("yyyy-MM-dd'T'HH:mm")
}

/** `2026-06-15`, as the API and an `<input type="date">` write a local day. */
export function toLocalDate(ms: number, timeZone: string): string {
  return inZone(ms, timeZone).toFormat('yyyy-MM-dd')
}

/** The instant of a `datetime-local` value on the centre's clock; null when it is not a time. */
export function fromLocalInput(text: string, timeZone: string): number | null {
  const local = DateTime.fromISO(text, { zone: timeZone })
  return local.isValid ? local.toMillis() : null
}

function inZone(ms: number, timeZone: string): DateTime {
  const local = DateTime.fromMillis(ms, { zone: timeZone })
  if (!local.isValid) {
    throw new RangeError(
      `timeZone must be an IANA zone and ms finite, got ${timeZone} and ${String(ms)}`,
    )
  }
  return local
}
