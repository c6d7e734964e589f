import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Span } from '../../adherence/span-cursor.ts'
import { readCenterSettings } from '../../centers/centers.service.ts'
import { readSilencesUntil } from '../board/timeline.service.ts'
import { queueNamesOf } from '../ingest/feed-view.ts'
import { type FeedRow, listFeeds } from '../ingest/feeds.queries.ts'
import {
  type ContactCell,
  type NamedQueue,
  readContactCells,
  readContactNames,
  readWaits,
} from './contacts.queries.ts'

const DAY_MS = 86_400_000
/** A queue of which a feed has told within this time is one that it counts. */
const TOLD_MS = 7 * DAY_MS

/** What the feeds tell of a span. */
export interface ToldContacts {
  readonly cells: ReadonlyMap<QueueId, ReadonlyMap<number, ContactCell>>
  /** Queues that a feed counts, each with when it could not. */
  readonly silencesOf: ReadonlyMap<QueueId, readonly Span[]>
  /** Names within the span that are no queue of ours. */
  readonly unknown: readonly { readonly name: string; readonly count: number }[]
}

/** Contacts by queue and interval of arrival, straight from what the feeds said. */
export async function readToldContacts(
  db: Db,
  span: Span & { readonly intervalMs: number },
  nowMs: number,
): Promise<ToldContacts> {
  const feeds = new Map((await listFeeds(db)).map(({ feed }) => [feed.id, feed]))
  const named = await readNamedQueues(db, { ...span, startMs: span.startMs - TOLD_MS }, feeds)
  const known = new Set(named.map(({ feedId, name }) => `${feedId} ${name}`))
  const today = await readContactNames(db, span)
  const silences = await readSilencesUntil(db, span, nowMs)
  const cells = Map.groupBy(await readContactCells(db, named, span), ({ queueId }) => queueId)
  return {
    cells: new Map(
      [...cells].map(([id, own]) => [id, new Map(own.map((cell) => [cell.startMs, cell]))]),
    ),
    silencesOf: new Map(
      [...Map.groupBy(named, ({ queueId }) => queueId)].map(([id, own]) => [
        id,
        // A log is read to its end after any silence, and hides nothing.
        own.flatMap(({ feedId }) =>
          feeds.get(feedId)?.kind === 'queue_log' ? [] : (silences.get(feedId) ?? []),
        ),
      ]),
    ),
    unknown: today
      .filter(({ feedId, name }) => !known.has(`${feedId} ${name}`))
      .map(({ name, count }) => ({ name, count })),
  }
}

/** Queues of ours that feeds told of within a span, by the names that they have there. */
async function readNamedQueues(
  db: Db,
  span: Span,
  feeds: ReadonlyMap<string, FeedRow>,
): Promise<readonly NamedQueue[]> {
  const { queues, asaTargetSeconds } = await readCenterSettings(db)
  const codes = new Map(queues.map(({ code, id }) => [code, id]))
  const names = await readContactNames(db, span)
  return names.flatMap(({ feedId, name }) => {
    const feed = feeds.get(feedId)
    const ours = feed === undefined ? undefined : (queueNamesOf(feed)[name] ?? name)
    const queueId = ours === undefined ? undefined : codes.get(ours)
    return queueId === undefined ? [] : [{ feedId, name, queueId, targetSeconds: asaTargetSeconds }]
  })
}

/** How long the contacts of a queue waited within a span, and how it ended; empty where no feed told. */
export async function readContactWaits(
  db: Db,
  queueId: QueueId,
  span: Span & { readonly timezone: string },
): Promise<Awaited<ReturnType<typeof readWaits>>> {
  const feeds = new Map((await listFeeds(db)).map(({ feed }) => [feed.id, feed]))
  const named = await readNamedQueues(db, span, feeds)
  const own = named.filter((name) => name.queueId === queueId)
  return own.length === 0 ? { days: [], seconds: [] } : readWaits(db, own, span)
}

/** Whether all contacts of an interval are known: a feed counts the queue, and was not silent then. */
export function isCounted(told: ToldContacts, queueId: QueueId, interval: Span): boolean {
  const silences = told.silencesOf.get(queueId)
  if (silences === undefined) return false
  return !silences.some(
    ({ startMs, endMs }) => startMs < interval.endMs && endMs > interval.startMs,
  )
}
