import { followFile } from './follow-file.ts'
import type { ConnectorListener } from './keep-connected.ts'
import { QueueLogContacts } from './queue-log-contacts.ts'
import { QueueLogMembers } from './queue-log-members.ts'

const DAY_MS = 86_400_000
const ALIVE_EVERY_MS = 15_000

/**
 * Follows a `queue_log`. It is read from its beginning, so that everybody's state is known at once; of
 * what it says only the last day is sent, and what the service has already is known there by its id.
 */
export async function followQueueLog(
  path: string,
  listener: Pick<ConnectorListener, 'events' | 'contacts' | 'alive' | 'trouble'>,
  signal: AbortSignal,
  options: { readonly wrapUpSeconds?: number } = {},
): Promise<void> {
  const members = new QueueLogMembers()
  const visits = new QueueLogContacts(options.wrapUpSeconds)
  let saidMs = 0
  await followFile(
    path,
    {
      lines(lines) {
        const sinceMs = Date.now() - DAY_MS
        const events = lines.flatMap((line) => members.hear(line))
        const recent = events.filter(({ at }) => Date.parse(at) >= sinceMs)
        if (recent.length > 0) listener.events(recent)
        const contacts = lines
          .flatMap((line) => visits.hear(line))
          .filter(({ at }) => Date.parse(at) >= sinceMs)
        if (contacts.length > 0) listener.contacts(contacts)
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
