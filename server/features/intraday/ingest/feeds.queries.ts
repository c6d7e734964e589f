import { type Selectable, sql } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db, OpenDatabase } from '#server/platform/db/scope.ts'

import type { FeedChange, NewFeed } from './feeds.schema.ts'

export type FeedRow = Selectable<Omit<Database['state_feed'], 'secret'>>
export type FeedHealthRow = Selectable<Database['feed_health']>

const SHOWN = [
  'center_id',
  'id',
  'code',
  'kind',
  'silent_after_seconds',
  'state_names',
  'settings',
  'made_by',
  'made_at',
  'archived_at',
] as const

/**
 * Whose key this is. Outside every fence: until the key is known, so is the centre.
 *
 * @returns undefined for a key of no feed, or of an archived one
 */
export async function findFeedByDigest(
  db: OpenDatabase,
  digest: string,
): Promise<FeedRow | undefined> {
  return db
    .selectFrom('state_feed')
    .select(SHOWN)
    .where('secret', '=', digest)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
}

export async function listFeeds(
  db: Db,
): Promise<readonly { readonly feed: FeedRow; readonly health: FeedHealthRow | undefined }[]> {
  const feeds = await db.selectFrom('state_feed').select(SHOWN).orderBy('code').execute()
  const health = await db.selectFrom('feed_health').selectAll().execute()
  return feeds.map((feed) => ({
    feed,
    health: health.find(({ feed_id: feedId }) => feedId === feed.id),
  }))
}

export async function insertFeed(
  db: Db,
  feed: NewFeed & { readonly centerId: CenterId; readonly digest: string; readonly madeBy: string },
): Promise<FeedRow> {
  return db
    .insertInto('state_feed')
    .values({
      center_id: feed.centerId,
      code: feed.code,
      kind: feed.kind,
      state_names: JSON.stringify(feed.stateNames ?? {}),
      settings: JSON.stringify({ queueNames: feed.queueNames ?? {} }),
      secret: feed.digest,
      made_by: feed.madeBy,
      ...(feed.silentAfterSeconds === undefined
        ? {}
        : { silent_after_seconds: feed.silentAfterSeconds }),
    })
    .returning(SHOWN)
    .executeTakeFirstOrThrow()
}

/** @returns undefined if the centre has no such feed */
export async function updateFeed(
  db: Db,
  id: string,
  change: FeedChange & { readonly digest?: string },
): Promise<FeedRow | undefined> {
  return db
    .updateTable('state_feed')
    .set({
      ...(change.silentAfterSeconds === undefined
        ? {}
        : { silent_after_seconds: change.silentAfterSeconds }),
      ...(change.stateNames === undefined
        ? {}
        : { state_names: JSON.stringify(change.stateNames) }),
      ...(change.queueNames === undefined
        ? {}
        : { settings: JSON.stringify({ queueNames: change.queueNames }) }),
      ...(change.archived === undefined
        ? {}
        : { archived_at: change.archived ? new Date() : null }),
      ...(change.digest === undefined ? {} : { secret: change.digest }),
    })
    .where('id', '=', id)
    .returning(SHOWN)
    .executeTakeFirst()
}

interface FeedAgent {
  readonly agent: string
  readonly operatorId: OperatorId
}

export async function listAgents(db: Db, feedId: string): Promise<readonly FeedAgent[]> {
  const rows = await db
    .selectFrom('feed_agent')
    .select(['agent', 'operator_id'])
    .where('feed_id', '=', feedId)
    .orderBy('agent')
    .execute()
  return rows.map((row) => ({ agent: row.agent, operatorId: row.operator_id }))
}

/** Replaces what the feed calls people, and gives them the events that came under these names. */
export async function replaceAgents(
  db: Db,
  feed: Pick<FeedRow, 'center_id' | 'id'>,
  agents: readonly FeedAgent[],
): Promise<void> {
  await db.deleteFrom('feed_agent').where('feed_id', '=', feed.id).execute()
  if (agents.length > 0) {
    await db
      .insertInto('feed_agent')
      .values(
        agents.map(({ agent, operatorId }) => ({
          center_id: feed.center_id,
          feed_id: feed.id,
          agent,
          operator_id: operatorId,
        })),
      )
      .execute()
  }
  await sql`
    update state_event set operator_id = feed_agent.operator_id
      from feed_agent
     where state_event.feed_id = ${feed.id} and state_event.operator_id is null
       and feed_agent.feed_id = state_event.feed_id and feed_agent.agent = state_event.agent`.execute(
    db,
  )
}

/**
 * Gives states that came under names without a meaning the one that they have now, so that past days
 * are judged by it too; what already had a meaning keeps it.
 */
export async function giveStatesMeaning(
  db: Db,
  feedId: string,
  stateNames: Readonly<Record<string, string>>,
): Promise<void> {
  const names = JSON.stringify(stateNames)
  await sql`
    update state_event set state = name.value
      from jsonb_each_text(${names}::jsonb) as name
     where feed_id = ${feedId} and state is null and reported = name.key`.execute(db)
  await sql`
    update operator_state set state = name.value, changed_at = clock_timestamp()
      from jsonb_each_text(${names}::jsonb) as name
     where feed_id = ${feedId} and state is null and reported = name.key`.execute(db)
}
