import { localDateOf, offsetMinutes, weekdayOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'

import type { Queue } from './centers.schema.ts'

type Hours = Pick<Queue, 'openingHours' | 'calledRegion'>

/** Dates on which nobody works; what is not known of the calendar is none. */
const NO_REST: ReadonlySet<string> = new Set()

/**
 * Whether a queue is worked at an instant: by its hours on the centre's clock, and, where it calls
 * people, by theirs on the clock of their region. The order lets nobody be called outside working
 * hours (№ 443/НҚ, п. 13.5).
 *
 * @param restDates days off of the region that is called
 */
export function isOpenAt(
  { openingHours, calledRegion }: Hours,
  instantMs: EpochMs,
  timezone: string,
  restDates = NO_REST,
): boolean {
  if (!isWithinWeek(openingHours, instantMs, timezone)) return false
  if (calledRegion === null) return true
  const { timezone: zone, hours } = calledRegion
  return isWithinWeek(hours, instantMs, zone) && !restDates.has(localDateOf(instantMs, zone))
}

const QUARTER_MS = 900_000
const WEEK_MS = 7 * 86_400_000
/** Any Monday will do: an hour that the clock gains or loses makes no queue open or closed for good. */
const MONDAY_MS = Date.UTC(2026, 0, 5)

/** Whether there is a quarter of an hour in the week at which a queue is worked. */
export function isEverOpen(queue: Hours, timezone: string): boolean {
  for (let ms = MONDAY_MS; ms < MONDAY_MS + WEEK_MS; ms += QUARTER_MS) {
    if (isOpenAt(queue, ms as EpochMs, timezone)) return true
  }
  return false
}

function isWithinWeek(week: Queue['openingHours'], instantMs: EpochMs, zone: string): boolean {
  const weekday = weekdayOf(localDateOf(instantMs, zone))
  const wallMinutes = Math.floor(instantMs / 60_000) + offsetMinutes(instantMs, zone)
  const minute = ((wallMinutes % 1440) + 1440) % 1440
  return (week[weekday] ?? []).some(
    ({ fromMinutes, toMinutes }) => minute >= fromMinutes && minute < toMinutes,
  )
}
