import { DateTime } from 'luxon'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'

/** The last day on which a certificate holds: the same day months later, or the last of that month. */
export function validFor(issuedOn: LocalDate, months: number): LocalDate {
  const day = DateTime.fromISO(issuedOn, { zone: 'utc' }).plus({ months })
  return day.toFormat('yyyy-MM-dd') as LocalDate
}
