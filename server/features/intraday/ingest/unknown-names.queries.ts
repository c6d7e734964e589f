import { sql } from 'kysely'

import type { Db } from '#server/platform/db/scope.ts'

import type { UnknownNames } from './feeds.schema.ts'

/** Names of last week that nobody has given a meaning since are hardly waited for. */
const SHOWN_DAYS = 7
const LISTED_MAX = 50

type Told = UnknownNames['agents']

/** Whom and what a feed speaks of that nobody knows here, the most frequent first. */
export async function listUnknownNames(
  db: Db,
  feed: { readonly id: string; readonly queueNames: readonly string[] },
): Promise<UnknownNames> {
  return {
    agents: await unknownIn(db, feed.id, 'agent'),
    states: await unknownIn(db, feed.id, 'reported'),
    queues: await unknownQueues(db, feed),
  }
}

async function unknownIn(db: Db, feedId: string, name: 'agent' | 'reported'): Promise<Told> {
  const rows = await db
    .selectFrom('state_event')
    .select((column) => [`${name} as name` as const, column.fn.countAll<number>().as('count')])
    .where('feed_id', '=', feedId)
    .where(name === 'agent' ? 'operator_id' : 'state', 'is', null)
    .where('at', '>', daysAgo())
    .groupBy(name)
    .orderBy('count', 'desc')
    .orderBy('name')
    .limit(LISTED_MAX)
    .execute()
  return rows.map((row) => ({ name: row.name, count: Number(row.count) }))
}

async function unknownQueues(
  db: Db,
  feed: { readonly id: string; readonly queueNames: readonly string[] },
): Promise<Told> {
  const rows = await db
    .selectFrom('feed_contact')
    .select((column) => ['queue as name', column.fn.countAll<number>().as('count')])
    .where('feed_id', '=', feed.id)
    .where('arrived_at', '>', daysAgo())
    .where('queue', 'not in', db.selectFrom('queue').select('code'))
    .$if(feed.queueNames.length > 0, (query) => query.where('queue', 'not in', feed.queueNames))
    .groupBy('queue')
    .orderBy('count', 'desc')
    .orderBy('name')
    .limit(LISTED_MAX)
    .execute()
  return rows.map((row) => ({ name: row.name, count: Number(row.count) }))
}

function daysAgo() {
  return sql<Date>`clock_timestamp() - make_interval(days => ${SHOWN_DAYS})`
}
