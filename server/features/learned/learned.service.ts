import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { readEffectiveHistory } from '../imports/history.service.ts'
import { readRedials } from '../imports/redials.service.ts'
import { readContactWaits } from '../intraday/contacts.service.ts'
import { noPatience, patienceOfContacts, patienceOfHistory } from './learned-patience.ts'
import { noRedials, presentRedials } from './learned-redials.ts'
import type { LearnedQueue } from './learned.schema.ts'

/** Half a year: long enough for a small band, short enough to be of today's callers and announcements. */
const SPAN_MS = 182 * 86_400_000
/** Contacts of these channels wait on the line, and may leave it. */
const WAITING = new Set(['voice', 'video', 'chat', 'social'])
const DIALLED = new Set(['voice', 'video'])

/**
 * What the history of a queue says of its callers, beside what its settings say. Changes nothing.
 *
 * @throws {ProblemError} `queue-unknown`
 */
export async function learnOfQueue(db: Db, queueId: QueueId, nowMs: number): Promise<LearnedQueue> {
  const { queues, timezone } = await readCenterSettings(db)
  const queue = queues.find(({ id }) => id === queueId)
  if (queue === undefined) throw new ProblemError('queue-unknown')
  return {
    patience: WAITING.has(queue.channel)
      ? await learnPatience(db, queueId, { nowMs, timezone })
      : noPatience('does_not_apply'),
    redials: DIALLED.has(queue.channel)
      ? presentRedials(await readRedials(db, queueId), timezone)
      : noRedials('does_not_apply'),
  }
}

/** Contacts one by one tell more than sums do, once there are enough of them. */
async function learnPatience(
  db: Db,
  queueId: QueueId,
  { nowMs, timezone }: { readonly nowMs: number; readonly timezone: string },
): Promise<LearnedQueue['patience']> {
  const span = { startMs: nowMs - SPAN_MS, endMs: nowMs, timezone }
  const ofContacts = patienceOfContacts(await readContactWaits(db, queueId, span))
  if (ofContacts.kind === 'estimated') return ofContacts
  const [history] = await readEffectiveHistory(db, { queueIds: [queueId] })
  if (history !== undefined) {
    // Of its own last half-year: a history may have ended long ago.
    const sinceMs = (history.startMs.at(-1) ?? 0) - SPAN_MS
    const ofIntervals = patienceOfHistory(history, { sinceMs, timezone })
    if (ofIntervals.kind !== 'no_waits') return ofIntervals
  }
  return ofContacts.offered > 0 ? ofContacts : noPatience('no_waits')
}
