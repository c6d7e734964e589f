import { type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'

import type { LoadedSchedule } from '../load-schedule.ts'
import type { Shift } from '../schedules.schema.ts'
import type { HoursAccount } from './hours-account.ts'
import { paidMinutesOf } from './paid-minutes.ts'
import { isHoliday } from './week-norms.ts'

/** The day of the centre on which a shift starts. */
export function startDateOf({ startsAt }: Pick<Shift, 'startsAt'>, timezone: string): LocalDate {
  return localDateOf(Date.parse(startsAt) as EpochMs, timezone)
}

/**
 * A person's shifts that count to an account, by their start: those of the plan's weeks that belong to it,
 * holidays left out (art. 75(10)).
 *
 * @param shifts of one person
 */
export function countedShifts(
  shifts: readonly Shift[],
  { plannedFrom, plannedTo }: HoursAccount,
  { rows, period }: Pick<LoadedSchedule, 'rows' | 'period'>,
): Shift[] {
  const holidays = new Set(rows.calendar.filter(isHoliday).map(({ date }) => date))
  return shifts
    .filter((shift) => {
      const date = startDateOf(shift, period.timezone)
      return plannedFrom <= date && date <= plannedTo && !holidays.has(date)
    })
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
}

/** Minutes of an account with some shifts in it: booked outside the plan, and planned. */
export function accountMinutes(account: HoursAccount, counted: readonly Shift[]): number {
  return counted.reduce((sum, shift) => sum + paidMinutesOf(shift), account.bookedMinutes)
}
