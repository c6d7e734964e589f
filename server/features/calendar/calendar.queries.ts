import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { CalendarDay, NewEvent, SpecialEvent } from './calendar.schema.ts'

/** Holidays and moved days, ascending; every one without a span. Half-open. */
export async function listDays(
  db: Db,
  span?: { readonly from: string; readonly to: string },
): Promise<readonly CalendarDay[]> {
  let query = db.selectFrom('holiday').selectAll().orderBy('date').orderBy('kind')
  if (span !== undefined) query = query.where('date', '>=', span.from).where('date', '<', span.to)
  const rows = await query.execute()
  return rows.map((row) => ({
    date: row.date,
    kind: row.kind,
    key: row.key,
    name: row.name,
    fiveDayWeek: row.five_day_week,
    sixDayWeek: row.six_day_week,
    source: row.source,
  }))
}

/** Adds days together, or none of them. A date has one day of a kind. */
export async function insertDays(
  db: Db,
  centerId: CenterId,
  days: readonly CalendarDay[],
): Promise<void> {
  await db
    .insertInto('holiday')
    .values(
      days.map((day) => ({
        center_id: centerId,
        date: day.date,
        kind: day.kind,
        key: day.key,
        name: day.name === null ? null : JSON.stringify(day.name),
        five_day_week: day.fiveDayWeek,
        six_day_week: day.sixDayWeek,
        source: day.source,
      })),
    )
    .execute()
}

/** @returns false if the centre has no such day */
export async function deleteDay(
  db: Db,
  { date, kind }: Pick<CalendarDay, 'date' | 'kind'>,
): Promise<boolean> {
  const result = await db
    .deleteFrom('holiday')
    .where('date', '=', date)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Events, ascending by start; with a span, those that touch it. */
export async function listEvents(
  db: Db,
  span?: { readonly from: Date; readonly to: Date },
): Promise<readonly SpecialEvent[]> {
  let query = db.selectFrom('special_event').selectAll().orderBy('starts_at').orderBy('id')
  if (span !== undefined)
    query = query.where('ends_at', '>', span.from).where('starts_at', '<', span.to)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    from: row.starts_at.toISOString(),
    to: row.ends_at.toISOString(),
    queueId: row.queue_id,
  }))
}

export async function insertEvent(
  db: Db,
  centerId: CenterId,
  event: NewEvent,
): Promise<SpecialEvent> {
  const { id } = await db
    .insertInto('special_event')
    .values({ center_id: centerId, ...eventColumns(event) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, ...event }
}

/** @returns false if the centre has no such event */
export async function updateEvent(db: Db, eventId: string, event: NewEvent): Promise<boolean> {
  const result = await db
    .updateTable('special_event')
    .set(eventColumns(event))
    .where('id', '=', eventId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

function eventColumns({ kind, name, from, to, queueId }: NewEvent) {
  return {
    kind,
    name: JSON.stringify(name),
    starts_at: new Date(from),
    ends_at: new Date(to),
    queue_id: queueId,
  }
}

/** @returns false if the centre has no such event */
export async function deleteEvent(db: Db, eventId: string): Promise<boolean> {
  const result = await db.deleteFrom('special_event').where('id', '=', eventId).executeTakeFirst()
  return result.numDeletedRows > 0n
}
