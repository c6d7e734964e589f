import { sql } from 'kysely'

import type { CenterId, QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Span } from '../../adherence/span-cursor.ts'
import type { FeedRow } from '../ingest/feeds.queries.ts'
import { CONTACT_STAGES, type FeedContact } from '../ingest/feeds.schema.ts'

/** A queue as a feed names it, and what counts there. */
export interface NamedQueue {
  readonly feedId: string
  readonly name: string
  readonly queueId: QueueId
  /** An answer after this wait at the latest is in target, seconds. */
  readonly targetSeconds: number
}

/** Contacts of one queue that arrived in one interval. */
export interface ContactCell {
  readonly queueId: QueueId
  readonly startMs: number
  readonly offered: number
  /** Somebody answered, whether or not the conversation has ended. */
  readonly answered: number
  readonly abandoned: number
  readonly shortAbandoned: number
  /** Still waiting for an answer. */
  readonly waiting: number
  readonly answeredInTarget: number
  /** Of those answered, all together, seconds. */
  readonly waitSeconds: number
  /** Conversations whose length is known, and their lengths together, seconds. */
  readonly handledKnown: number
  readonly handleSeconds: number
}

/** Who leaves sooner than this was hardly there, seconds; as when a log is imported. */
const SHORT_SECONDS = 5

/**
 * Keeps what a batch says of contacts, each of them once in it.
 *
 * @returns of how many contacts something new was said
 */
export async function saveContacts(
  db: Db,
  feed: Pick<FeedRow, 'center_id' | 'id'>,
  contacts: readonly FeedContact[],
): Promise<number> {
  if (contacts.length === 0) return 0
  const column = <Value>(read: (contact: FeedContact) => Value): Value[] => contacts.map(read)
  const stages = sql`${[...CONTACT_STAGES]}::text[]`
  const { rows } = await sql`
    insert into feed_contact as known
           (center_id, feed_id, key, queue, arrived_at, stage, wait_seconds, handle_seconds)
    select ${feed.center_id}::uuid, ${feed.id}::uuid, *
      from unnest(
        ${column(({ id }) => id)}::text[], ${column(({ queue }) => queue)}::text[],
        ${column(({ at }) => at)}::timestamptz[], ${column(({ stage }) => stage)}::text[],
        ${column(({ waitSeconds }) => waitSeconds ?? null)}::float8[],
        ${column(({ handleSeconds }) => handleSeconds ?? null)}::float8[])
        on conflict on constraint feed_contact_pkey do update
        set stage = excluded.stage,
            wait_seconds = coalesce(excluded.wait_seconds, known.wait_seconds),
            handle_seconds = greatest(excluded.handle_seconds, known.handle_seconds),
            changed_at = clock_timestamp()
      where array_position(${stages}, excluded.stage) > array_position(${stages}, known.stage)
         or (excluded.stage = known.stage
             and excluded.handle_seconds > coalesce(known.handle_seconds, -1))
      returning key`.execute(db)
  return rows.length
}

/** Counts the contacts of a span by queue and interval of arrival; queues that are none of ours are left out. */
export async function readContactCells(
  db: Db,
  queues: readonly NamedQueue[],
  span: Span & { readonly intervalMs: number },
): Promise<readonly ContactCell[]> {
  const column = <Value>(read: (queue: NamedQueue) => Value): Value[] => queues.map(read)
  const startSeconds = span.startMs / 1000
  const stepSeconds = span.intervalMs / 1000
  const { rows } = await sql<Omit<ContactCell, 'startMs'> & { readonly slot: number }>`
    select named.queue_id as "queueId",
           floor((extract(epoch from contact.arrived_at)::float8 - ${startSeconds}::float8)
                 / ${stepSeconds}::float8)::int as slot,
           count(*)::int as offered,
           (count(*) filter (where stage in ('talking', 'handled')))::int as answered,
           (count(*) filter (where stage = 'abandoned'))::int as abandoned,
           (count(*) filter (where stage = 'abandoned' and wait_seconds < ${SHORT_SECONDS}))::int
             as "shortAbandoned",
           (count(*) filter (where stage = 'waiting'))::int as waiting,
           (count(*) filter (where stage in ('talking', 'handled')
                               and wait_seconds <= named.target_seconds))::int as "answeredInTarget",
           coalesce(sum(wait_seconds) filter (where stage in ('talking', 'handled')), 0)::float8
             as "waitSeconds",
           (count(handle_seconds) filter (where stage = 'handled'))::int as "handledKnown",
           coalesce(sum(handle_seconds) filter (where stage = 'handled'), 0)::float8 as "handleSeconds"
      from feed_contact as contact
      join unnest(
             ${column(({ feedId }) => feedId)}::uuid[], ${column(({ name }) => name)}::text[],
             ${column(({ queueId }) => queueId)}::uuid[],
             ${column(({ targetSeconds }) => targetSeconds)}::float8[]
           ) as named (feed_id, name, queue_id, target_seconds)
        on named.feed_id = contact.feed_id and named.name = contact.queue
     where contact.arrived_at >= ${instant(span.startMs)}::timestamptz
       and contact.arrived_at < ${instant(span.endMs)}::timestamptz
     group by named.queue_id, slot
     order by named.queue_id, slot`.execute(db)
  return rows.map(({ slot, ...cell }) => ({
    ...cell,
    startMs: span.startMs + slot * span.intervalMs,
  }))
}

/** Waits of contacts that have ended, of one local day. */
export interface WaitedDay {
  readonly date: string
  readonly offered: number
  /** Gave up, the short ones left out. */
  readonly abandoned: number
  /** Of everybody, from the moment on that a leave is no short one any more. */
  readonly waitSeconds: number
}

/** Waits of a queue's contacts by day, and by whole seconds. */
export async function readWaits(
  db: Db,
  names: readonly NamedQueue[],
  span: Span & { readonly timezone: string },
): Promise<{
  readonly days: readonly WaitedDay[]
  readonly seconds: readonly {
    readonly seconds: number
    readonly abandoned: number
    readonly answered: number
  }[]
}> {
  const waited = sql`
    from feed_contact as contact
    join unnest(
           ${names.map(({ feedId }) => feedId)}::uuid[], ${names.map(({ name }) => name)}::text[]
         ) as named (feed_id, name)
      on named.feed_id = contact.feed_id and named.name = contact.queue
   where contact.arrived_at >= ${instant(span.startMs)}::timestamptz
     and contact.arrived_at < ${instant(span.endMs)}::timestamptz
     and contact.wait_seconds is not null
     and contact.stage in ('talking', 'handled', 'abandoned')`
  const days = await sql<WaitedDay>`
    select to_char(arrived_at at time zone ${span.timezone}, 'YYYY-MM-DD') as date,
           count(*)::int as offered,
           (count(*) filter (where stage = 'abandoned' and wait_seconds >= ${SHORT_SECONDS}))::int
             as abandoned,
           sum(greatest(0, wait_seconds - ${SHORT_SECONDS}))::float8 as "waitSeconds"
      ${waited} group by 1 order by 1`.execute(db)
  const seconds = await sql<{ seconds: number; abandoned: number; answered: number }>`
    select floor(wait_seconds)::int as seconds,
           (count(*) filter (where stage = 'abandoned'))::int as abandoned,
           (count(*) filter (where stage <> 'abandoned'))::int as answered
      ${waited} group by 1 order by 1`.execute(db)
  return { days: days.rows, seconds: seconds.rows }
}

/** Names of queues within a span, as the feeds say them, with how many contacts each had. */
export async function readContactNames(
  db: Db,
  span: Span,
): Promise<readonly { readonly feedId: string; readonly name: string; readonly count: number }[]> {
  const rows = await db
    .selectFrom('feed_contact')
    .select((column) => ['feed_id', 'queue', column.fn.countAll<number>().as('count')])
    .where('arrived_at', '>=', new Date(span.startMs))
    .where('arrived_at', '<', new Date(span.endMs))
    .groupBy(['feed_id', 'queue'])
    .orderBy('queue')
    .execute()
  return rows.map((row) => ({ feedId: row.feed_id, name: row.queue, count: Number(row.count) }))
}

/** When anything of a span's contacts last changed; undefined when there are none. */
export async function readLastChange(db: Db, span: Span): Promise<Date | undefined> {
  const { changed } = await db
    .selectFrom('feed_contact')
    .select((column) => column.fn.max('changed_at').as('changed'))
    .where('arrived_at', '>=', new Date(span.startMs))
    .where('arrived_at', '<', new Date(span.endMs))
    .executeTakeFirstOrThrow()
  return (changed as Date | null) ?? undefined
}

/** Days that have become history, by date. */
export async function readBuiltDays(
  db: Db,
  fromDate: string,
): Promise<ReadonlyMap<string, { readonly builtAt: Date; readonly importId: string | null }>> {
  const rows = await db
    .selectFrom('contact_day')
    .select(['date', 'built_at', 'import_id'])
    .where('date', '>=', fromDate)
    .execute()
  return new Map(rows.map((row) => [row.date, { builtAt: row.built_at, importId: row.import_id }]))
}

export async function saveBuiltDay(
  db: Db,
  day: {
    readonly centerId: CenterId
    readonly date: string
    readonly builtAt: Date
    readonly importId: string | null
  },
): Promise<void> {
  const { builtAt, importId } = day
  await db
    .insertInto('contact_day')
    .values({ center_id: day.centerId, date: day.date, built_at: builtAt, import_id: importId })
    .onConflict((conflict) =>
      conflict
        .constraint('contact_day_pkey')
        .doUpdateSet({ built_at: builtAt, import_id: importId }),
    )
    .execute()
}

function instant(ms: number): string {
  return new Date(ms).toISOString()
}
