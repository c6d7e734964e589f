import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Span } from '../../adherence/span-cursor.ts'
import { isSilent } from '../ingest/feed-view.ts'
import { listFeeds } from '../ingest/feeds.queries.ts'
import { type StateTimeline, stateTimeline } from './state-timeline.ts'
import { readSilences, readTimelineEvents } from './timeline.queries.ts'

/** What people did within a window that ends now at the latest. */
export async function readTimelines(
  db: Db,
  operatorIds: readonly OperatorId[],
  window: Span,
  nowMs: number,
): Promise<ReadonlyMap<OperatorId, StateTimeline>> {
  const until = { startMs: window.startMs, endMs: Math.min(window.endMs, nowMs) }
  if (until.startMs >= until.endMs) return new Map()
  const events = await readTimelineEvents(db, operatorIds, until)
  const silences = await readSilencesUntil(db, until, nowMs)
  return new Map(
    operatorIds.map((id) => [id, stateTimeline(events.get(id) ?? [], silences, until)]),
  )
}

/** Silences that were kept, and the one of every feed that is silent now, by feed. */
export async function readSilencesUntil(
  db: Db,
  window: Span,
  nowMs: number,
): Promise<ReadonlyMap<string, readonly Span[]>> {
  const silences = new Map(await readSilences(db, window))
  for (const { feed, health } of await listFeeds(db)) {
    const heardAt = health?.last_heard_at
    if (heardAt === null || heardAt === undefined || !isSilent(feed, heardAt, nowMs)) continue
    const open = { startMs: heardAt.getTime(), endMs: nowMs }
    silences.set(feed.id, [...(silences.get(feed.id) ?? []), open])
  }
  return silences
}
