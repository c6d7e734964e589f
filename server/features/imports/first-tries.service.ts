import type { QueueId } from '#forecasting/kernel/units.ts'
import { firstTries } from '#forecasting/staffing/retrials.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { type EffectiveHistory, readEffectiveHistory } from './history.service.ts'

/** What a queue's settings say of those who try again. */
export interface RedialSettings {
  readonly id: QueueId
  readonly redialShare: number | null
  readonly redialSeconds: number | null
}

/** Long enough for a share that does not jump, short enough to be that of today's staffing. */
const DAYS = 91
const DAY_MS = 86_400_000
/** Mean pause before the next try, where a queue has not set its own. */
export const REDIAL_SECONDS_DEFAULT = 600

/**
 * What share of the offered contacts of the last thirteen weeks of history were first tries, of every
 * queue that knows how many try again; 1 where its history knows no lost contacts.
 */
export async function readFirstTryShares(
  db: Db,
  queues: readonly RedialSettings[],
): Promise<ReadonlyMap<QueueId, number>> {
  const known = queues.filter(({ redialShare }) => redialShare !== null && redialShare > 0)
  if (known.length === 0) return new Map()
  const histories = await readEffectiveHistory(db, { queueIds: known.map(({ id }) => id) })
  return new Map(
    known.map((queue) => {
      const history = histories.find(({ queueId }) => queueId === queue.id)
      return [queue.id, history === undefined ? 1 : firstTryShare(history, queue)]
    }),
  )
}

function knownOr0(count: number | undefined): number {
  return count === undefined || Number.isNaN(count) ? 0 : count
}

/** @returns 0..1 */
export function firstTryShare(
  history: Pick<EffectiveHistory, 'startMs' | 'offered' | 'abandoned' | 'intervalSeconds'>,
  { redialShare, redialSeconds }: Pick<RedialSettings, 'redialShare' | 'redialSeconds'>,
): number {
  const sinceMs = (history.startMs.at(-1) ?? 0) - DAYS * DAY_MS
  const tried = Array.from(history.startMs, (startMs, at) => ({
    startMs,
    offered: history.offered[at] ?? 0,
    // An interval that does not know its lost contacts sends no redials that anybody could tell.
    abandoned: knownOr0(history.abandoned[at]),
  })).filter(({ startMs }) => startMs > sinceMs)
  const first = firstTries(tried, {
    redialShare: redialShare ?? 0,
    redialSeconds: redialSeconds ?? REDIAL_SECONDS_DEFAULT,
    intervalSeconds: history.intervalSeconds,
  })
  const offered = tried.reduce((sum, one) => sum + one.offered, 0)
  return offered === 0 ? 1 : first.reduce((a, b) => a + b, 0) / offered
}
