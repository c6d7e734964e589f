import { sql } from 'kysely'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { FeedHealthRow, FeedRow } from './feeds.queries.ts'
import type { BatchAnswer } from './feeds.schema.ts'
import type { CurrentState, StateRow } from './sort-events.ts'

type FeedId = Pick<FeedRow, 'center_id' | 'id'>

/** Waits for the feed's batch before this one, and says how the feed stood then. */
export async function lockHealth(db: Db, feed: FeedId): Promise<FeedHealthRow> {
  await db
    .insertInto('feed_health')
    .values({ center_id: feed.center_id, feed_id: feed.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return db
    .selectFrom('feed_health')
    .selectAll()
    .where('feed_id', '=', feed.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function findAnswer(
  db: Db,
  feed: FeedId,
  key: string,
): Promise<BatchAnswer | undefined> {
  const row = await db
    .selectFrom('state_batch')
    .select('answer')
    .where('feed_id', '=', feed.id)
    .where('key', '=', key)
    .executeTakeFirst()
  if (row === undefined) return undefined
  // One of an older version says nothing of clocks.
  const answer = row.answer as Omit<BatchAnswer, 'clockAhead'> & { readonly clockAhead?: number }
  return { ...answer, clockAhead: answer.clockAhead ?? 0 }
}

/** Whom the feed means: by its own list first, then by personnel number. */
export async function findOperators(
  db: Db,
  feed: FeedId,
  agents: readonly string[],
): Promise<ReadonlyMap<string, OperatorId>> {
  const byNumber = await db
    .selectFrom('operator')
    .select(['personnel_number as agent', 'id'])
    .where('personnel_number', '=', sql<string>`any(${agents}::text[])`)
    .execute()
  const byList = await db
    .selectFrom('feed_agent')
    .select(['agent', 'operator_id as id'])
    .where('feed_id', '=', feed.id)
    .where('agent', '=', sql<string>`any(${agents}::text[])`)
    .execute()
  return new Map([...byNumber, ...byList].map(({ agent, id }) => [agent, id]))
}

/** What is known now of some people, or of everybody who was last heard of by this feed. */
export async function readStates(
  db: Db,
  whose: { readonly operatorIds: readonly OperatorId[] } | { readonly feedId: string },
): Promise<readonly CurrentState[]> {
  const query = db.selectFrom('operator_state').select(['operator_id', 'state', 'reason', 'since'])
  const rows = await (
    'feedId' in whose
      ? query.where('feed_id', '=', whose.feedId)
      : query.where('operator_id', '=', sql<OperatorId>`any(${whose.operatorIds}::uuid[])`)
  ).execute()
  return rows.map((row) => ({
    operatorId: row.operator_id,
    state: row.state,
    reason: row.reason,
    sinceMs: row.since.getTime(),
  }))
}

/** People of whom no feed has ever said anything, if this is the centre's only feed. */
export async function readUnheard(
  db: Db,
  feed: FeedId,
  today: string,
): Promise<readonly OperatorId[]> {
  const others = await db
    .selectFrom('state_feed')
    .select('id')
    .where('id', '<>', feed.id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (others !== undefined) return []
  const rows = await db
    .selectFrom('operator')
    .select('id')
    .where('hired_on', '<=', today)
    .where((column) => column.or([column('left_on', 'is', null), column('left_on', '>=', today)]))
    .where((column) =>
      column.not(
        column.exists(
          column
            .selectFrom('operator_state')
            .select('operator_id')
            .whereRef('operator_state.operator_id', '=', 'operator.id'),
        ),
      ),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Keeps events; one whose key is known is left as it was.
 *
 * @returns the keys that were new
 */
export async function insertEvents(
  db: Db,
  feed: FeedId,
  rows: readonly StateRow[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set()
  const column = <Value>(read: (row: StateRow) => Value): Value[] => rows.map(read)
  const { rows: kept } = await sql<{ key: string }>`
    insert into state_event (center_id, feed_id, key, agent, operator_id, state, reported, reason, at, said_at)
    select ${feed.center_id}::uuid, ${feed.id}::uuid, *
      from unnest(
        ${column((row) => row.key)}::text[], ${column((row) => row.agent)}::text[],
        ${column((row) => row.operatorId ?? null)}::uuid[], ${column((row) => row.state)}::text[],
        ${column((row) => row.reported)}::text[], ${column((row) => row.reason)}::text[],
        ${column((row) => instantOf(row.atMs))}::timestamptz[],
        ${column((row) => instantOf(row.saidMs))}::timestamptz[])
        on conflict on constraint state_event_key_unique do nothing
        returning key`.execute(db)
  return new Set(kept.map(({ key }) => key))
}

function instantOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}

/** What is known now of people, by the newest event of each. */
export async function saveStates(
  db: Db,
  feed: FeedId,
  states: readonly (CurrentState & { readonly confirmedMs: number; readonly reported: string })[],
): Promise<void> {
  if (states.length === 0) return
  const instant = (ms: number): string => new Date(ms).toISOString()
  await sql`
    insert into operator_state (center_id, feed_id, operator_id, state, reported, reason, since, confirmed_at)
    select ${feed.center_id}::uuid, ${feed.id}::uuid, *
      from unnest(
        ${states.map(({ operatorId }) => operatorId)}::uuid[], ${states.map(({ state }) => state)}::text[],
        ${states.map(({ reported }) => reported)}::text[], ${states.map(({ reason }) => reason)}::text[],
        ${states.map(({ sinceMs }) => instant(sinceMs))}::timestamptz[],
        ${states.map(({ confirmedMs }) => instant(confirmedMs))}::timestamptz[])
        on conflict on constraint operator_state_pkey do update
        set feed_id = excluded.feed_id, state = excluded.state, reported = excluded.reported,
            reason = excluded.reason, since = excluded.since, confirmed_at = excluded.confirmed_at,
            changed_at = clock_timestamp()`.execute(db)
}

export async function insertSilence(
  db: Db,
  feed: FeedId,
  silence: { readonly from: Date; readonly to: Date },
): Promise<void> {
  await db
    .insertInto('feed_silence')
    .values({
      center_id: feed.center_id,
      feed_id: feed.id,
      starts_at: silence.from,
      ends_at: silence.to,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Remembers a batch with its answer, and adds it to the feed's counts. */
export async function saveBatch(
  db: Db,
  feed: FeedId,
  batch: {
    readonly key: string
    readonly sequence: number | null
    readonly isSnapshot: boolean
    readonly answer: BatchAnswer
    readonly lastSequence: number | null
    readonly missing: number
    readonly lastEventAt: Date | null
    readonly now: Date
  },
): Promise<void> {
  const { answer } = batch
  await db
    .insertInto('state_batch')
    .values({
      center_id: feed.center_id,
      feed_id: feed.id,
      key: batch.key,
      sequence: batch.sequence,
      is_snapshot: batch.isSnapshot,
      answer: JSON.stringify(answer),
    })
    .execute()
  await db
    .updateTable('feed_health')
    .set((column) => ({
      last_heard_at: batch.now,
      last_event_at: sql<Date | null>`greatest(last_event_at, ${batch.lastEventAt})`,
      last_sequence: batch.lastSequence,
      missing_batches: column('missing_batches', '+', batch.missing),
      missing_since_snapshot: batch.isSnapshot
        ? 0
        : sql<number>`greatest(missing_since_snapshot + ${batch.missing}::bigint, 0)`,
      batches: column('batches', '+', 1),
      accepted: column('accepted', '+', answer.accepted),
      duplicates: column('duplicates', '+', answer.duplicates),
      late: column('late', '+', answer.late),
      out_of_order: column('out_of_order', '+', answer.outOfOrder),
      clock_ahead: column('clock_ahead', '+', answer.clockAhead),
      unknown_agents: column('unknown_agents', '+', answer.unknownAgents),
      unknown_states: column('unknown_states', '+', answer.unknownStates),
      contacts: column('contacts', '+', answer.contacts),
      unknown_queues: column('unknown_queues', '+', answer.unknownQueues),
    }))
    .where('feed_id', '=', feed.id)
    .execute()
}
