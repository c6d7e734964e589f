import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { type QueueRedials, readRedialCounts } from './redials.queries.ts'

/**
 * What logs have shown of those who gave up in a queue and tried again. A log that was brought in twice
 * counts once: of two whose spans overlap the later import is believed.
 *
 * @returns undefined when no log in force shows anything
 */
export async function readRedials(
  db: Db,
  queueId: QueueId,
): Promise<Omit<QueueRedials, 'queueId'> | undefined> {
  const believed: Omit<QueueRedials, 'queueId'>[] = []
  for (const one of await readRedialCounts(db, queueId)) {
    const isTold = believed.some(
      ({ firstMs, lastMs }) => firstMs <= one.lastMs && one.firstMs <= lastMs,
    )
    if (!isTold) believed.push(one)
  }
  if (believed.length === 0) return undefined
  return {
    abandoned: believed.reduce((sum, { abandoned }) => sum + abandoned, 0),
    followed: believed.reduce((sum, { followed }) => sum + followed, 0),
    pauseSeconds: believed.reduce((sum, { pauseSeconds }) => sum + pauseSeconds, 0),
    firstMs: Math.min(...believed.map(({ firstMs }) => firstMs)),
    lastMs: Math.max(...believed.map(({ lastMs }) => lastMs)),
  }
}
