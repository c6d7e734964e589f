import { sql } from 'kysely'

import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Span } from '../../adherence/span-cursor.ts'
import type { DaySpan } from './days-ahead.ts'

/** Agents that the published schedule was made for, by interval, all queues together, ascending. */
export async function readRequired(
  db: Db,
  day: DaySpan,
): Promise<readonly (Span & { readonly required: number })[]> {
  const rows = await requiredOf(db, day)
    .select((column) => column.fn.sum<number>('point.agents').as('agents'))
    .groupBy('point.starts_at')
    .execute()
  return rows.map((row) => ({ ...spanOf(row, day), required: Number(row.agents) }))
}

/** The same of each queue by itself, by interval, ascending. */
export async function readRequiredByQueue(
  db: Db,
  day: DaySpan,
): Promise<readonly (Span & { readonly queueId: QueueId; readonly required: number })[]> {
  const rows = await requiredOf(db, day).select(['point.queue_id', 'point.agents']).execute()
  return rows.map((row) => ({
    ...spanOf(row, day),
    queueId: row.queue_id,
    required: row.agents,
  }))
}

function requiredOf(db: Db, day: DaySpan) {
  return db
    .selectFrom('requirement_point as point')
    .innerJoin('schedule', (join) =>
      join
        .onRef('schedule.center_id', '=', 'point.center_id')
        .onRef('schedule.requirement_id', '=', 'point.requirement_id'),
    )
    .select('point.starts_at')
    .where('schedule.status', '=', 'published')
    .where('schedule.from_date', '<=', day.date)
    .where(sql<boolean>`schedule.from_date + schedule.days > ${day.date}::date`)
    .where('point.starts_at', '>=', new Date(day.startMs))
    .where('point.starts_at', '<', new Date(day.endMs))
    .orderBy('point.starts_at')
}

function spanOf({ starts_at: startsAt }: { readonly starts_at: Date }, day: DaySpan): Span {
  return { startMs: startsAt.getTime(), endMs: startsAt.getTime() + day.intervalMs }
}
