import type { LocalClock } from '#forecasting/kernel/local-clock.ts'

import type { LayerRow } from './history-layer.queries.ts'

const MINUTE_MS = 60_000

type Parts = Omit<LayerRow, 'queueId' | 'startsAtMs' | 'intervalSeconds'>

/**
 * Lays rows on the centre's own intervals: quarters of an hour become the halves that a centre plans
 * in. All layers then stand on one grid, and a later one covers an earlier one interval by interval.
 *
 * A measure that one part does not know is unknown in the sum.
 *
 * @param rows of one queue, ascending; none longer than the centre's interval
 */
export function foldIntervals(
  rows: readonly LayerRow[],
  { intervalSeconds, clock }: { readonly intervalSeconds: number; readonly clock: LocalClock },
): LayerRow[] {
  const folded: LayerRow[] = []
  for (const row of rows) {
    const startsAtMs = startOfInterval(row.startsAtMs, intervalSeconds, clock)
    const last = folded.at(-1)
    if (last?.startsAtMs === startsAtMs) {
      folded[folded.length - 1] = { ...last, ...added(last, row) }
    } else {
      folded.push({ ...row, startsAtMs, intervalSeconds })
    }
  }
  return folded
}

/** Intervals are laid on the local clock: an hour of Kathmandu begins at :15 of UTC. */
function startOfInterval(instantMs: number, intervalSeconds: number, clock: LocalClock): number {
  const offsetMs = clock.offsetMinutesAt(instantMs) * MINUTE_MS
  const stepMs = intervalSeconds * 1000
  return Math.floor((instantMs + offsetMs) / stepMs) * stepMs - offsetMs
}

function added(a: Parts, b: Parts): Parts {
  return {
    offered: a.offered + b.offered,
    handled: sum(a.handled, b.handled),
    abandoned: sum(a.abandoned, b.abandoned),
    shortAbandoned: sum(a.shortAbandoned, b.shortAbandoned),
    handleSeconds: sum(a.handleSeconds, b.handleSeconds),
    waitSeconds: sum(a.waitSeconds, b.waitSeconds),
    answeredInTarget: sum(a.answeredInTarget, b.answeredInTarget),
  }
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}
