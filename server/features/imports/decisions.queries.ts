import { type Selectable, sql } from 'kysely'

import type { CenterId, QueueId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { NewDecision } from './decisions.schema.ts'

export type DecisionRow = Selectable<Database['history_decision']>

/** Every decision about the history, of all queues or of one, in the order in which they were made. */
export async function listDecisions(db: Db, queueId?: QueueId): Promise<readonly DecisionRow[]> {
  let query = db.selectFrom('history_decision').selectAll().orderBy('made_at').orderBy('id')
  if (queueId !== undefined) query = query.where('queue_id', '=', queueId)
  return query.execute()
}

export async function insertDecision(
  db: Db,
  decision: NewDecision & { readonly centerId: CenterId; readonly madeBy: string },
): Promise<void> {
  await db
    .insertInto('history_decision')
    .values({
      center_id: decision.centerId,
      queue_id: decision.queueId,
      starts_at: new Date(decision.from),
      ends_at: new Date(decision.to),
      finding: decision.finding,
      action: decision.action,
      contacts: decision.contacts ?? null,
      reason: decision.reason,
      made_by: decision.madeBy,
    })
    .execute()
}

/** @returns the queue of the decision; undefined if there is no such decision */
export async function switchDecision(
  db: Db,
  id: string,
  active: boolean,
): Promise<QueueId | undefined> {
  const row = await db
    .updateTable('history_decision')
    .set({ active })
    .where('id', '=', id)
    .returning('queue_id')
    .executeTakeFirst()
  return row?.queue_id
}

/** A stretch of neighbouring intervals that two imports in force tell differently. */
export interface DuplicateSpan {
  readonly starts_at: Date
  readonly ends_at: Date
}

const SPANS_MAX = 100

/** The latest stretches of a queue that several imports in force tell differently, ascending. */
export async function listDuplicates(db: Db, queueId: QueueId): Promise<readonly DuplicateSpan[]> {
  const { rows } = await sql<DuplicateSpan>`
    with told as (
      select row.starts_at, max(row.interval_seconds) as seconds
        from interval_history row
        join history_import layer
          on layer.center_id = row.center_id and layer.layer = row.layer and layer.withdrawn_at is null
       where row.queue_id = ${queueId}
       group by row.starts_at
      having count(distinct row.offered) > 1),
    begun as (
      select starts_at, seconds,
             coalesce(starts_at > lag(starts_at) over by_time + make_interval(secs => seconds), true) as is_first
        from told
      window by_time as (order by starts_at)),
    numbered as (
      select starts_at, seconds, count(*) filter (where is_first) over (order by starts_at) as stretch
        from begun)
    select min(starts_at) as starts_at, max(starts_at + make_interval(secs => seconds)) as ends_at
      from numbered
     group by stretch
     order by 1 desc
     limit ${SPANS_MAX}`.execute(db)
  return rows.toReversed()
}
