import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { PlanningRows } from './planning-rows.ts'

/** Published shifts that begin before an instant and end after another. */
export async function readEarlierShifts(
  db: Db,
  span: { readonly sinceMs: EpochMs; readonly beforeMs: EpochMs },
): Promise<PlanningRows['earlierShifts']> {
  const rows = await db
    .selectFrom('shift')
    .innerJoin('schedule', (join) =>
      join
        .onRef('schedule.center_id', '=', 'shift.center_id')
        .onRef('schedule.id', '=', 'shift.schedule_id'),
    )
    .select(['shift.operator_id', 'shift.starts_at', 'shift.ends_at'])
    .where('schedule.status', '=', 'published')
    .where('shift.starts_at', '<', new Date(span.beforeMs))
    .where('shift.ends_at', '>=', new Date(span.sinceMs))
    .orderBy('shift.starts_at')
    .orderBy('shift.id')
    .execute()
  return rows.map((row) => ({
    operatorId: row.operator_id,
    startsAtMs: row.starts_at.getTime() as EpochMs,
    endsAtMs: row.ends_at.getTime() as EpochMs,
  }))
}
