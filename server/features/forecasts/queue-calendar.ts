import { addDays, type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, QueueId } from '#forecasting/kernel/units.ts'
import type { ExcludedSpan } from '#forecasting/volume/forecast-queue.ts'
import { kazakhstanSpecialDays } from '#forecasting/volume/kazakhstan-days.ts'
import type { SpecialDay } from '#forecasting/volume/special-day.ts'

import type { SpecialEvent } from '../calendar/calendar.schema.ts'
import type { CentreCalendar } from '../calendar/calendar.service.ts'

/** What the calendar says of one queue. */
export interface QueueCalendar {
  readonly specialDays: readonly SpecialDay[]
  /** Outages: figures that teach nothing. */
  readonly excluded: readonly ExcludedSpan[]
}

/**
 * The special days and outages of one queue: those of the whole centre and its own. Campaigns of
 * one English name share one effect, so a campaign that comes again is told from the last one. On a
 * day that is both, the holiday counts.
 */
export function queueCalendar(
  { days, events }: CentreCalendar,
  queueId: QueueId,
  timezone: string,
): QueueCalendar {
  const own = events.filter((event) => event.queueId === null || event.queueId === queueId)
  const named = own
    .filter(({ kind }) => kind !== 'outage')
    .flatMap((event) =>
      localDaysOf(event, timezone).map((date): SpecialDay => ({
        date,
        name: event.name.en,
        kind: 'event',
      })),
    )
  const holidays = kazakhstanSpecialDays(
    days.map(({ date, kind, key, fiveDayWeek }) => ({
      date: date as LocalDate,
      kind,
      key: key ?? kind,
      fiveDayWeek,
    })),
  )
  return {
    // The engine takes the last word on a date.
    specialDays: [...named, ...holidays],
    excluded: own
      .filter(({ kind }) => kind === 'outage')
      .map(({ from, to }) => ({ fromMs: Date.parse(from), toMs: Date.parse(to) })),
  }
}

/** Every local day that an event touches. */
export function localDaysOf(
  { from, to }: Pick<SpecialEvent, 'from' | 'to'>,
  timezone: string,
): LocalDate[] {
  const last = localDateOf((Date.parse(to) - 1) as EpochMs, timezone)
  const dates: LocalDate[] = []
  for (
    let date = localDateOf(Date.parse(from) as EpochMs, timezone);
    date <= last;
    date = addDays(date, 1)
  ) {
    dates.push(date)
  }
  return dates
}
