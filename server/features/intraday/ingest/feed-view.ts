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
    queueNames: queueNamesOf(feed),
    archived: feed.archived_at !== null,
    health: {
      ...(health === undefined ? NOTHING_HEARD : presentHealth(health)),
      silent: isSilent(feed, health?.last_heard_at, nowMs),
    },
  }
}

/** The feed's own names of queues, each with our code. */
export function queueNamesOf({
  settings,
}: Pick<FeedRow, 'settings'>): Readonly<Record<string, string>> {
  return (settings as { readonly queueNames?: Readonly<Record<string, string>> }).queueNames ?? {}
}

type ShownHealth = Omit<Feed['health'], 'silent'>

const NOTHING_HEARD: ShownHealth = {
  lastHeardAt: null,
  lastEventAt: null,
  missingBatches: 0,
  missingSinceSnapshot: 0,
  batches: 0,
  accepted: 0,
  duplicates: 0,
  late: 0,
  outOfOrder: 0,
  clockAhead: 0,
  unknownAgents: 0,
  unknownStates: 0,
  contacts: 0,
  unknownQueues: 0,
}

function presentHealth(health: FeedHealthRow): ShownHealth {
  return {
    lastHeardAt: health.last_heard_at?.toISOString() ?? null,
    lastEventAt: health.last_event_at?.toISOString() ?? null,
    missingBatches: health.missing_batches,
    missingSinceSnapshot: health.missing_since_snapshot,
    batches: health.batches,
    accepted: health.accepted,
    duplicates: health.duplicates,
    late: health.late,
    outOfOrder: health.out_of_order,
    clockAhead: health.clock_ahead,
    unknownAgents: health.unknown_agents,
    unknownStates: health.unknown_states,
    contacts: health.contacts,
    unknownQueues: health.unknown_queues,
  }
}
