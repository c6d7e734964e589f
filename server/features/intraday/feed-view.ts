import type { FeedHealthRow, FeedRow } from './feeds.queries.ts'
import type { Feed } from './feeds.schema.ts'

/** True when nothing was heard of a feed for longer than it may be silent. */
export function isSilent(
  feed: Pick<FeedRow, 'silent_after_seconds'>,
  lastHeardAt: Date | null | undefined,
  nowMs: number,
): boolean {
  if (lastHeardAt === null || lastHeardAt === undefined) return true
  return nowMs - lastHeardAt.getTime() > feed.silent_after_seconds * 1000
}

export function presentFeed(feed: FeedRow, health: FeedHealthRow | undefined, nowMs: number): Feed {
  return {
    id: feed.id,
    code: feed.code,
    kind: feed.kind,
    silentAfterSeconds: feed.silent_after_seconds,
    stateNames: feed.state_names,
    archived: feed.archived_at !== null,
    health: {
      lastHeardAt: health?.last_heard_at?.toISOString() ?? null,
      lastEventAt: health?.last_event_at?.toISOString() ?? null,
      silent: isSilent(feed, health?.last_heard_at, nowMs),
      missingBatches: health?.missing_batches ?? 0,
      batches: health?.batches ?? 0,
      accepted: health?.accepted ?? 0,
      duplicates: health?.duplicates ?? 0,
      late: health?.late ?? 0,
      outOfOrder: health?.out_of_order ?? 0,
      unknownAgents: health?.unknown_agents ?? 0,
      unknownStates: health?.unknown_states ?? 0,
    },
  }
}
