import type { LocalClock } from '#forecasting/kernel/local-clock.ts'
import type { EpochMs, Interval } from '#forecasting/kernel/units.ts'

import { slotOfWeek } from './weekly-slots.ts'
import type { SeriesGrid, SlotUse } from './weekly-slots.ts'

const GAPS_LISTED = 200
/** A slot of the week that has a row in at least half of the weeks is expected to have one. */
const USUAL_SHARE = 0.5

export interface Gaps {
  /** Stretches without rows inside the usual open hours, at most 200 of them, half-open. */
  readonly listed: readonly Interval[]
  readonly count: number
  readonly missingIntervals: number
}

/**
 * Finds intervals that have no row though their slot of the week usually has one, with contacts.
 * Absent rows of a slot that is usually absent are closed hours, or a source that leaves out zeros.
 */
export function findGaps(grid: SeriesGrid, use: SlotUse, clock: LocalClock): Gaps {
  const { startsMs, intervalSeconds } = grid
  const stepMs = intervalSeconds * 1000
  const listed: Interval[] = []
  let count = 0
  let missingIntervals = 0
  for (let index = 1; index < startsMs.length; index++) {
    const between = {
      startMs: ((startsMs[index - 1] as number) + stepMs) as EpochMs,
      endMs: startsMs[index] as EpochMs,
    }
    if (between.endMs <= between.startMs) continue
    for (const gap of openStretches(between, { use, intervalSeconds, clock })) {
      count++
      missingIntervals += (gap.endMs - gap.startMs) / stepMs
      if (listed.length < GAPS_LISTED) listed.push(gap)
    }
  }
  return { listed, count, missingIntervals }
}

/** The parts of an absence that lie in the usual open hours. */
function openStretches(
  absence: Interval,
  series: { readonly use: SlotUse; readonly intervalSeconds: number; readonly clock: LocalClock },
): readonly Interval[] {
  const { use, intervalSeconds, clock } = series
  const stretches: Interval[] = []
  let fromMs: number | null = null
  for (let at: number = absence.startMs; at <= absence.endMs; at += intervalSeconds * 1000) {
    const open = at < absence.endMs && isUsuallyOpen(use, slotOfWeek(at, intervalSeconds, clock))
    if (open) {
      fromMs ??= at
    } else if (fromMs !== null) {
      stretches.push({ startMs: fromMs as EpochMs, endMs: at as EpochMs })
      fromMs = null
    }
  }
  return stretches
}

function isUsuallyOpen(use: SlotUse, slot: number): boolean {
  const weeks = use.weeks[slot] as number
  return (use.busy[slot] as number) > 0 && (use.present[slot] as number) >= USUAL_SHARE * weeks
}
