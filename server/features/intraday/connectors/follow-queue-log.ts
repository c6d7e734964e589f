import type { ConnectorListener } from './ami-client.ts'
import { followFile } from './follow-file.ts'
import { QueueLogMembers } from './queue-log-members.ts'

const DAY_MS = 86_400_000
const ALIVE_EVERY_MS = 15_000

/**
 * Follows a `queue_log`. It is read from its beginning, so that everybody's state is known at once; of
 * what it says only the last day is sent, and what the service has already is known there by its id.
 */
export async function followQueueLog(
  path: string,
  listener: Pick<ConnectorListener, 'events' | 'alive' | 'trouble'>,
  signal: AbortSignal,
): Promise<void> {
  const members = new QueueLogMembers()
  let saidMs = 0
  await followFile(
    path,
    {
      lines(lines) {
        const sinceMs = Date.now() - DAY_MS
        const events = lines.flatMap((line) => members.hear(line))
        const recent = events.filter(({ at }) => Date.parse(at) >= sinceMs)
        if (recent.length > 0) listener.events(recent)
      },
      alive() {
        if (Date.now() - saidMs < ALIVE_EVERY_MS) return
        saidMs = Date.now()
        listener.alive()
      },
      trouble: (message) => listener.trouble(message),
    },
    signal,
  )
}
