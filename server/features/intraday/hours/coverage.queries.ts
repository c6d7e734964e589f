import { sql } from 'kysely'

import type { Db } from '#server/platform/db/scope.ts'

import type { Span } from '../../adherence/span-cursor.ts'
import type { DaySpan } from './days-ahead.ts'

/** Agents that the published schedule was made for, by interval, all queues together, ascending. */
export async function readRequired(
  db: Db,
  day: DaySpan,
): Promise<readonly (Span & { readonly required: number })[]> {
  const rows = await db
    .selectFrom('requirement_point as point')
    .innerJoin('schedule', (join) =>
      join
        .onRef('schedule.center_id', '=', 'point.center_id')
        .onRef('schedule.requirement_id', '=', 'point.requirement_id'),
    )
    .select('point.starts_at')
    .select((column) => column.fn.sum<number>('point.agents').as('agents'))
    .where('schedule.status', '=', 'published')
    .where('schedule.from_date', '<=', day.date)
    .where(sql<boolean>`schedule.from_date + schedule.days > ${day.date}::date`)
    .where('point.starts_at', '>=', new Date(day.startMs))
    .where('point.starts_at', '<', new Date(day.endMs))
    .groupBy('point.starts_at')
    .orderBy('point.starts_at')
    .execute()
  return rows.map((row) => ({
    startMs: row.starts_at.getTime(),
    endMs: row.starts_at.getTime() + day.intervalMs,
    required: Number(row.agents),
  }))
}
