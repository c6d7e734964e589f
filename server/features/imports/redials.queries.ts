import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { HistoryImportRow } from './history-layer.queries.ts'

/** What a log showed of those who gave up in one queue. */
export interface QueueRedials {
  readonly queueId: QueueId
  readonly abandoned: number
  readonly followed: number
  /** Of the followed together. */
  readonly pauseSeconds: number
  readonly firstMs: number
  readonly lastMs: number
}

/** Keeps what a layer's log showed. */
export async function insertRedialCounts(
  db: Db,
  { center_id: centerId, layer }: HistoryImportRow,
  counts: readonly QueueRedials[],
): Promise<void> {
  if (counts.length === 0) return
  await db
    .insertInto('redial_count')
    .values(
      counts.map((one) => ({
        center_id: centerId,
        queue_id: one.queueId,
        layer,
        first_at: new Date(one.firstMs),
        last_at: new Date(one.lastMs),
        abandoned: one.abandoned,
        followed: one.followed,
        pause_seconds: one.pauseSeconds,
      })),
    )
    .execute()
}

/** What the layers in force showed of a queue, the latest first. */
export async function readRedialCounts(
  db: Db,
  queueId: QueueId,
): Promise<readonly Omit<QueueRedials, 'queueId'>[]> {
  const rows = await db
    .selectFrom('redial_count as counts')
    .innerJoin('history_import as import', (join) =>
      join
        .onRef('import.center_id', '=', 'counts.center_id')
        .onRef('import.layer', '=', 'counts.layer')
        .on('import.withdrawn_at', 'is', null),
    )
    .selectAll('counts')
    .where('counts.queue_id', '=', queueId)
    .orderBy('counts.layer', 'desc')
    .execute()
  return rows.map((row) => ({
    abandoned: row.abandoned,
    followed: row.followed,
    pauseSeconds: row.pause_seconds,
    firstMs: row.first_at.getTime(),
    lastMs: row.last_at.getTime(),
  }))
}
