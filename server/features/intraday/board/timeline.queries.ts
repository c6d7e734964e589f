import { sql } from 'kysely'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Span } from '../../adherence/span-cursor.ts'
import type { TimelineEvent } from './state-timeline.ts'

interface EventRow {
  readonly operator_id: OperatorId
  readonly state: string | null
  readonly reported: string
  readonly reason: string | null
  readonly feed_id: string
  readonly at: Date
}

/** Events of people within a window, with the last one before it, ascending, by person. */
export async function readTimelineEvents(
  db: Db,
  operatorIds: readonly OperatorId[],
  window: Span,
): Promise<ReadonlyMap<OperatorId, readonly TimelineEvent[]>> {
  const from = new Date(window.startMs).toISOString()
  const to = new Date(window.endMs).toISOString()
  const { rows } = await sql<EventRow>`
    select event.*
      from unnest(${operatorIds}::uuid[]) as person (id)
     cross join lateral (
       (select operator_id, state, reported, reason, feed_id, at, id from state_event
         where operator_id = person.id and at < ${from}::timestamptz
         order by at desc, id desc limit 1)
       union all
       (select operator_id, state, reported, reason, feed_id, at, id from state_event
         where operator_id = person.id and at >= ${from}::timestamptz and at < ${to}::timestamptz)
     ) as event
     order by event.operator_id, event.at, event.id`.execute(db)
  const events = Map.groupBy(rows, ({ operator_id: operatorId }) => operatorId)
  return new Map([...events].map(([id, own]) => [id, own.map(toEvent)]))
}

function toEvent(row: EventRow): TimelineEvent {
  return {
    atMs: row.at.getTime(),
    state: row.state ?? row.reported,
    reason: row.reason,
    feedId: row.feed_id,
  }
}

/** Silences that touch a window, by feed, ascending. */
export async function readSilences(
  db: Db,
  window: Span,
): Promise<ReadonlyMap<string, readonly Span[]>> {
  const rows = await db
    .selectFrom('feed_silence')
    .select(['feed_id', 'starts_at', 'ends_at'])
    .where('ends_at', '>', new Date(window.startMs))
    .where('starts_at', '<', new Date(window.endMs))
    .orderBy('starts_at')
    .execute()
  const byFeed = Map.groupBy(rows, ({ feed_id: feedId }) => feedId)
  return new Map(
    [...byFeed].map(([feedId, own]) => [
      feedId,
      own.map((row) => ({ startMs: row.starts_at.getTime(), endMs: row.ends_at.getTime() })),
    ]),
  )
}
