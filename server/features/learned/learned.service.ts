import { addDays, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { judgePeople } from '../adherence/adherence.service.ts'
import { readCenterSettings } from '../centers/centers.service.ts'
import { readEffectiveHistory } from '../imports/history.service.ts'
import { readRedials } from '../imports/redials.service.ts'
import { readContactWaits } from '../intraday/contacts/contacts.service.ts'
import { noPatience, patienceOfContacts, patienceOfHistory } from './learned-patience.ts'
import { noRedials, presentRedials } from './learned-redials.ts'
import { learnedShrinkage } from './learned-shrinkage.ts'
import { readLeave, readLostShifts } from './learned.queries.ts'
import type { LearnedQueue, LearnedShrinkage } from './learned.schema.ts'
import { type DayLosses, shiftLosses } from './shift-losses.ts'

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

const WEEKS = 8

/**
 * What the last eight weeks say of shrinkage, by published shifts and the states of people. Judged week
 * by week: eight at once would hold a hundred thousand states in memory.
 */
export async function learnShrinkage(db: Db, nowMs: number): Promise<LearnedShrinkage> {
  const { timezone } = await readCenterSettings(db)
  const to = localDateOf(nowMs as EpochMs, timezone)
  const from = addDays(to, -7 * WEEKS)
  const days: DayLosses[] = []
  for (let week = 0; week < WEEKS; week++) {
    const weekFrom = addDays(from, 7 * week)
    const judged = await judgePeople(db, { from: weekFrom, to: addDays(weekFrom, 7), nowMs })
    days.push(...shiftLosses(judged))
  }
  const lost = await readLostShifts(db, { from, to, timezone })
  const { leave, employedDays } = await readLeave(db, { from, to })
  return {
    fromDate: from,
    toDate: addDays(to, -1),
    ...learnedShrinkage(days, lost),
    leave: leave.map(({ kind, personDays }) => ({
      kind,
      personDays,
      share: employedDays === 0 ? 0 : personDays / employedDays,
    })),
  }
}
