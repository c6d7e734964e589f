import { DateTime } from 'luxon'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'

/**
 * The first day on which a person's data is kept no longer: so many months after the last day of work; the
 * last day of a month that is too short.
 *
 * @throws {RangeError} unless `months` is whole and positive
 */
export function retentionDue(leftOn: LocalDate, months: number): LocalDate {
  if (!Number.isInteger(months) || months < 1) {
    throw new RangeError(`months must be whole and positive, got ${months}`)
  }
  const day = DateTime.fromISO(leftOn, { zone: 'utc' }).plus({ months })
  return day.toFormat('yyyy-MM-dd') as LocalDate
}
