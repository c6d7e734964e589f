import type { QueueId } from '#forecasting/kernel/units.ts'
import { queueHistory, type QueueHistory } from '#forecasting/volume/history.ts'
import type { Db } from '#server/platform/db/scope.ts'

import {
  type EffectiveRow,
  lastHistoryChange as findLastChange,
  readEffectiveRows,
} from './history.queries.ts'

/**
 * Every queue's history as the forecasting engine takes it; `queue` is the queue's id. Queues
 * without history are left out.
 */
export async function readHistories(
  db: Db,
  queues: readonly { readonly id: QueueId; readonly channel: string }[],
): Promise<readonly QueueHistory[]> {
  const rows = Map.groupBy(await readEffectiveRows(db), (row) => row.queue_id)
  return queues.flatMap(({ id, channel }) => {
    const own = rows.get(id)
    if (own === undefined) return []
    return [
      queueHistory(
        { queue: id, channel },
        own.map((row) => ({
          startMs: row.starts_at.getTime(),
          offered: row.offered,
          handled: row.handle_seconds === null ? 0 : (row.handled ?? 0),
          handleSeconds: row.handle_seconds ?? 0,
        })),
      ),
    ]
  })
}

/** When the history last changed: an import, or the withdrawal of one. Null without any. */
export async function lastHistoryChange(db: Db): Promise<Date | null> {
  return findLastChange(db)
}

/** The actual figures of one queue within `[from, to)`. */
export async function readActuals(
  db: Db,
  queueId: QueueId,
  span: { readonly from: Date; readonly to: Date },
): Promise<readonly EffectiveRow[]> {
  return readEffectiveRows(db, { queueId, ...span })
}
