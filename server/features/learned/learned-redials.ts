import { localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import { estimateRedialShare } from '#forecasting/staffing/retrials.ts'

import type { LearnedQueue } from './learned.schema.ts'

type Redials = LearnedQueue['redials']

/**
 * Who tried again, by the counts of call logs. Counts of intervals cannot tell: a busy interval follows
 * a busy one whether or not its callers are the same, and numbers of callers are nowhere kept.
 *
 * @param counts undefined where no log was brought in
 */
export function presentRedials(
  counts:
    | {
        readonly abandoned: number
        readonly followed: number
        readonly pauseSeconds: number
        readonly firstMs: number
        readonly lastMs: number
      }
    | undefined,
  timezone: string,
): Redials {
  if (counts === undefined) return noRedials('not_told')
  const { abandoned, followed, pauseSeconds, firstMs, lastMs } = counts
  const found = estimateRedialShare({ abandoned, followed })
  return {
    kind: found === undefined ? 'too_few_abandonments' : 'estimated',
    share: found?.share ?? null,
    low: found?.low ?? null,
    high: found?.high ?? null,
    pauseSeconds: found === undefined || followed === 0 ? null : pauseSeconds / followed,
    abandoned,
    followed,
    fromDate: localDateOf(firstMs as EpochMs, timezone),
    toDate: localDateOf(lastMs as EpochMs, timezone),
  }
}

/** Nothing that could be told, and why. */
export function noRedials(kind: 'not_told' | 'does_not_apply'): Redials {
  return {
    kind,
    share: null,
    low: null,
    high: null,
    pauseSeconds: null,
    abandoned: 0,
    followed: 0,
    fromDate: null,
    toDate: null,
  }
}
