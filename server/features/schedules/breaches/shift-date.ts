import { type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'

/** The day of the centre's calendar on which an instant lies. */
export function dateOf(instant: string, zone: string): LocalDate {
  return localDateOf(Date.parse(instant) as EpochMs, zone)
}
