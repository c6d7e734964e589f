import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { insertDays, listDays, listEvents } from './calendar.queries.ts'
import type { CalendarDay, MovedDay, SpecialEvent } from './calendar.schema.ts'

/** All that the centre knows of special days and events, past and to come. */
export interface CentreCalendar {
  readonly days: readonly CalendarDay[]
  readonly events: readonly SpecialEvent[]
}

/** A special day, as a schedule needs to know of it. */
export type SpecialDay = Pick<CalendarDay, 'kind' | 'fiveDayWeek' | 'sixDayWeek'> & {
  readonly date: LocalDate
}

/** Special days of a span, half-open, ascending. */
export async function readSpecialDays(
  db: Db,
  span: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly SpecialDay[]> {
  const days = await listDays(db, span)
  return days.map(({ date, kind, fiveDayWeek, sixDayWeek }) => ({
    date: date as LocalDate,
    kind,
    fiveDayWeek,
    sixDayWeek,
  }))
}

export async function readCalendar(db: Db): Promise<CentreCalendar> {
  return { days: await listDays(db), events: await listEvents(db) }
}

/**
 * Moves a rest day, as an order of the ministry does: people work on the one date and rest on the other.
 *
 * @returns the two days, ascending
 * @throws {ProblemError} `day-moved-to-itself`; `calendar-day-known` when one of them is moved already
 */
export async function moveDay(
  db: Db,
  centerId: CenterId,
  { from, to, sixDayWeek, source }: MovedDay,
): Promise<CalendarDay[]> {
  if (from === to) throw new ProblemError('day-moved-to-itself')
  const common = { key: null, name: null, source }
  const days: CalendarDay[] = [
    { ...common, date: from, kind: 'moved_out', fiveDayWeek: 'working', sixDayWeek: 'working' },
    {
      ...common,
      date: to,
      kind: 'moved_in',
      fiveDayWeek: 'off',
      sixDayWeek: sixDayWeek ? 'off' : 'working',
    },
  ]
  await insertDays(db, centerId, days)
  return days.toSorted((a, b) => a.date.localeCompare(b.date))
}
