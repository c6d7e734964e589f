import { sql } from 'kysely'

import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

/** One interval as the layers leave it: where two speak of it, the later one wins. */
export interface EffectiveRow {
  readonly queue_id: QueueId
  readonly starts_at: Date
  readonly interval_seconds: number
  readonly offered: number
  readonly handled: number | null
  readonly abandoned: number | null
  readonly handle_seconds: number | null
  readonly wait_seconds: number | null
}

/** The effective history of the centre, or of one queue, within `[from, to)`. */
export async function readEffectiveRows(
  db: Db,
  filter: { readonly queueId?: QueueId; readonly from?: Date; readonly to?: Date } = {},
): Promise<readonly EffectiveRow[]> {
  let query = db
    .selectFrom('interval_history as row')
    .innerJoin('history_import as layer', (join) =>
      join
        .onRef('layer.center_id', '=', 'row.center_id')
        .onRef('layer.layer', '=', 'row.layer')
        .on('layer.withdrawn_at', 'is', null),
    )
    .distinctOn(['row.queue_id', 'row.starts_at'])
    .select([
      'row.queue_id',
      'row.starts_at',
      'row.interval_seconds',
      'row.offered',
      'row.handled',
      'row.abandoned',
      'row.handle_seconds',
      'row.wait_seconds',
    ])
    .orderBy('row.queue_id')
    .orderBy('row.starts_at')
    .orderBy('row.layer', 'desc')
  if (filter.queueId !== undefined) query = query.where('row.queue_id', '=', filter.queueId)
  if (filter.from !== undefined) query = query.where('row.starts_at', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('row.starts_at', '<', filter.to)
  return query.execute()
}

/** One local day of one queue, summed. */
export interface DayRow {
  readonly queue_id: QueueId
  readonly date: string
  readonly offered: number
  readonly handled: number | null
  readonly abandoned: number | null
  readonly handle_seconds: number | null
  readonly wait_seconds: number | null
}

/** The effective history by local day of the centre's zone. */
export async function readEffectiveDays(
  db: Db,
  queueId: QueueId,
  span: { readonly from: Date; readonly to: Date; readonly timezone: string },
): Promise<readonly DayRow[]> {
  const { rows } = await sql<DayRow>`
    select queue_id, to_char(starts_at at time zone ${span.timezone}, 'YYYY-MM-DD') as date,
           sum(offered) as offered, sum(handled) as handled, sum(abandoned) as abandoned,
           sum(handle_seconds) as handle_seconds, sum(wait_seconds) as wait_seconds
      from (
        select distinct on (row.queue_id, row.starts_at) row.*
          from interval_history row
          join history_import layer
            on layer.center_id = row.center_id and layer.layer = row.layer and layer.withdrawn_at is null
         where row.queue_id = ${queueId} and row.starts_at >= ${span.from} and row.starts_at < ${span.to}
         order by row.queue_id, row.starts_at, row.layer desc) effective
     group by 1, 2 order by 2`.execute(db)
  return rows
}

/** When the history last changed: an import, or the withdrawal of one. Null without any. */
export async function lastHistoryChange(db: Db): Promise<Date | null> {
  const row = await db
    .selectFrom('history_import')
    .select((column) =>
      column.fn.max(column.fn.coalesce('withdrawn_at', 'imported_at')).as('changed_at'),
    )
    .executeTakeFirst()
  return row?.changed_at ?? null
}
