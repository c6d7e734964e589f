import { setTimeout as sleep } from 'node:timers/promises'

import type { FeedContact, FeedEvent } from '../ingest/feeds.schema.ts'

/** What a connector tells whoever sends its events on. */
export interface ConnectorListener {
  /** Everybody who is there: at first, and after every break. */
  snapshot(events: readonly FeedEvent[]): void
  events(events: readonly FeedEvent[]): void
  /** What became known of contacts in the queues. */
  contacts(contacts: readonly FeedContact[]): void
  /** The other side lives and has nothing to say. */
  alive(): void
  trouble(message: string): void
}

/** One connection, from its beginning to its end. */
export interface Session {
  /** @returns why it ended */
  run(signal: AbortSignal): Promise<string>
  readonly wasSignedIn: boolean
}

/** Waits between tries to connect begin here and double up to a minute, milliseconds. */
const RETRY_MS = 1000
const RETRY_MAX_MS = 60_000

/** Begins a session again whenever one ends, until it is told to stop. */
export async function keepConnected(
  begin: () => Session,
  listener: Pick<ConnectorListener, 'trouble'>,
  signal: AbortSignal,
  retryMs = RETRY_MS,
): Promise<void> {
  let waitMs = retryMs
  const isStopped = (): boolean => signal.aborted
  while (!isStopped()) {
    const session = begin()
    const problem = await session.run(signal)
    if (isStopped()) return
    // Whoever was signed in begins again with the shortest wait.
    waitMs = session.wasSignedIn ? retryMs : Math.min(waitMs * 2, RETRY_MAX_MS)
    listener.trouble(problem)
    await sleep(waitMs, undefined, { signal }).catch(() => undefined)
  }
}
