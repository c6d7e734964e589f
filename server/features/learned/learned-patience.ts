import { localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import { estimatePatience, type PatienceEstimate } from '#forecasting/staffing/estimate-patience.ts'
import {
  type CountedInterval,
  patienceFromIntervals,
} from '#forecasting/staffing/patience-from-intervals.ts'
import { stillWaiting, type WaitCounts } from '#forecasting/staffing/still-waiting.ts'

import type { EffectiveHistory } from '../imports/history.service.ts'
import type { LearnedQueue } from './learned.schema.ts'

type Patience = LearnedQueue['patience']

/** After which waits the page asks how many would be left. */
const SHOWN_SECONDS = [30, 60, 120, 180, 300, 600]
/** Who leaves sooner was hardly there: as logs are counted. Other systems say five or ten. */
const SHORT_SECONDS = 5
const Z_95 = 1.959964

/** What is known of one local day's contacts. */
interface WaitedDay {
  readonly date: string
  readonly offered: number
  readonly abandoned: number
  readonly waitSeconds: number
}

/** Of contacts, each with its own wait. */
export function patienceOfContacts(waits: {
  readonly days: readonly WaitedDay[]
  readonly seconds: readonly WaitCounts[]
}): Patience {
  const found = estimatePatience(
    waits.days.map(({ waitSeconds, abandoned }) => ({ totalWaitSeconds: waitSeconds, abandoned })),
  )
  return {
    ...presentPatience(found, waits.days),
    source: 'contacts',
    stillWaiting: found.kind === 'estimated' ? stillWaiting(waits.seconds, SHOWN_SECONDS) : [],
  }
}

/** Of intervals that count who gave up, and how long the answered waited; others are left out. */
export function patienceOfHistory(
  history: EffectiveHistory,
  from: { readonly sinceMs: number; readonly timezone: string },
): Patience {
  const told = countedIntervals(history, from)
  if (told.length === 0) return noPatience('no_waits')
  const days = told.map(({ day, offered, abandoned, waitSeconds }) => ({
    date: day,
    offered,
    abandoned,
    waitSeconds,
  }))
  return {
    ...presentPatience(patienceFromIntervals(told, SHORT_SECONDS), days),
    source: 'intervals',
    stillWaiting: [],
  }
}

/** Nothing that could be told, and why. */
export function noPatience(kind: 'no_waits' | 'does_not_apply'): Patience {
  return {
    kind,
    source: null,
    seconds: null,
    low: null,
    high: null,
    abandoned: 0,
    offered: 0,
    fromDate: null,
    toDate: null,
    stillWaiting: [],
  }
}

function presentPatience(
  found: PatienceEstimate,
  days: readonly WaitedDay[],
): Omit<Patience, 'source' | 'stillWaiting'> {
  const seconds = found.kind === 'estimated' ? found.patienceSeconds : null
  // On the scale of the logarithm: an estimate of a positive time is not off to both sides alike.
  const spread = found.kind === 'estimated' ? Math.exp(Z_95 * found.relativeError) : 1
  return {
    kind: found.kind,
    seconds,
    low: seconds === null ? null : seconds / spread,
    high: seconds === null ? null : seconds * spread,
    abandoned: Math.round(found.abandoned),
    offered: Math.round(days.reduce((sum, { offered }) => sum + offered, 0)),
    fromDate: days[0]?.date ?? null,
    toDate: days.at(-1)?.date ?? null,
  }
}

function countedIntervals(
  history: EffectiveHistory,
  { sinceMs, timezone }: { readonly sinceMs: number; readonly timezone: string },
): (CountedInterval & { readonly day: string })[] {
  const { startMs, offered, handled, abandoned, shortAbandoned, handleSeconds, waitSeconds } =
    history
  const counted = []
  for (const [at, instantMs] of startMs.entries()) {
    if (instantMs < sinceMs) continue
    const answered = handled[at] ?? Number.NaN
    const own = {
      day: localDateOf(instantMs as EpochMs, timezone),
      offered: offered[at] ?? 0,
      abandoned: (abandoned[at] ?? Number.NaN) - knownOr0(shortAbandoned[at]),
      withoutShort: isKnown(shortAbandoned[at]),
      answered,
      waitSeconds: waitSeconds[at] ?? Number.NaN,
      handleSeconds: (handleSeconds[at] ?? Number.NaN) / answered,
    }
    const isTold =
      answered > 0 && own.abandoned >= 0 && own.waitSeconds >= 0 && own.handleSeconds > 0
    if (!isTold) continue
    counted.push({ ...own, erlangs: (own.offered * own.handleSeconds) / history.intervalSeconds })
  }
  return counted
}

function isKnown(count: number | undefined): count is number {
  return count !== undefined && !Number.isNaN(count)
}

function knownOr0(count: number | undefined): number {
  return isKnown(count) ? count : 0
}
