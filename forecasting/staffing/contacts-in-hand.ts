import type { EpochMs } from '../kernel/units.ts'
import { offeredLoad } from './offered-load.ts'

/** What arrives, when it does. */
export interface ArrivingInterval {
  readonly startMs: EpochMs
  readonly contacts: number
  readonly handleSeconds: number | null
  readonly isOpen: boolean
}

/** After so many mean handle times nothing of what went before is left to speak of. */
const SETTLED_AFTER = 36

/**
 * Mean number of contacts in hand in every interval if each found a free agent at once: the load to
 * staff to. Nobody is busy at an opening; before the first interval it was as busy as in it.
 *
 * @param intervals by time; a gap between them counts as closed
 */
export function contactsInHand(
  intervals: readonly ArrivingInterval[],
  intervalSeconds: number,
): number[] {
  const work = intervals.map(({ contacts, handleSeconds, isOpen }) =>
    isOpen && contacts > 0 && handleSeconds !== null ? { contacts, handleSeconds } : NOTHING,
  )
  const [first = NOTHING] = work
  const before = Math.ceil((SETTLED_AFTER * first.handleSeconds) / intervalSeconds)
  const seen = Array.from({ length: before }, () => first)
  const place: number[] = []
  for (const [t, one] of work.entries()) {
    const gap = gapBefore(intervals, t, intervalSeconds)
    const longest = Math.max(one.handleSeconds, work[t - 1]?.handleSeconds ?? 0)
    const closed = Math.min(gap, Math.ceil((SETTLED_AFTER * longest) / intervalSeconds))
    for (let n = 0; n < closed; n++) seen.push(NOTHING)
    place.push(seen.length)
    seen.push(one)
  }
  const loads = offeredLoad(seen, { intervalSeconds })
  return place.map((at) => loads[at]?.meanErlangs ?? 0)
}

const NOTHING = { contacts: 0, handleSeconds: 0 }

/** Whole intervals that are missing before one. */
function gapBefore(
  intervals: readonly ArrivingInterval[],
  t: number,
  intervalSeconds: number,
): number {
  const [before, own] = [intervals[t - 1], intervals[t]]
  if (before === undefined || own === undefined) return 0
  return Math.max(0, Math.round((own.startMs - before.startMs) / 1000 / intervalSeconds) - 1)
}
