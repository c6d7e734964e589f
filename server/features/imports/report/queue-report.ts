import type { LocalClock } from '#forecasting/kernel/local-clock.ts'
import type { EpochMs, Interval } from '#forecasting/kernel/units.ts'

import type { Channel } from '../normalised-row.ts'
import type { DuplicateCounts } from '../row-duplicates.ts'
import type { RowStore } from '../row-store.ts'
import type { SeriesRows } from '../series-rows.ts'
import { findClosedHours } from './closed-hours.ts'
import type { ClosedHours } from './closed-hours.ts'
import { findGaps } from './gaps.ts'
import type { Gaps } from './gaps.ts'
import type { OutsideHours } from './outside-hours.ts'
import { findSpikes } from './spikes.ts'
import type { Spikes } from './spikes.ts'
import { slotUse } from './weekly-slots.ts'
import type { SeriesGrid } from './weekly-slots.ts'

/** What one queue's history holds, and what a planner should look at in it. */
export interface QueueReport {
  readonly queue: string
  readonly channel: Channel
  /** Null when no list of known queues was given. */
  readonly known: boolean | null
  readonly intervals: number
  readonly contacts: number
  /** Lengths of intervals, in seconds; more than one is unusual. Gaps are sought for the first. */
  readonly intervalSeconds: readonly number[]
  readonly span: Interval
  readonly duplicates: DuplicateCounts
  /** Rows that handled more than was offered: work carried over, in sources that count it so. */
  readonly carriedOverRows: number
  readonly gaps: Gaps
  readonly spikes: Spikes
  readonly closedHours: readonly ClosedHours[]
  /** Contacts by slot of the week on the local clock, from Monday midnight. */
  readonly contactsBySlot: readonly number[]
  /** Contacts when the queue is closed by its settings; not known where the reader has no settings. */
  readonly outsideHours?: readonly OutsideHours[]
}

/** Reports on the rows of one series, which must be in order, without duplicates, and not empty. */
export function reportQueue(
  store: RowStore,
  rows: SeriesRows,
  {
    clock,
    known,
    duplicates,
  }: {
    readonly clock: LocalClock
    readonly known: boolean | null
    readonly duplicates: DuplicateCounts
  },
): QueueReport {
  const lengths = commonestFirst(store, rows.places)
  const grid = gridOf(store, rows, lengths[0] ?? 0)
  const use = slotUse(grid, clock)
  return {
    queue: rows.series.queue,
    channel: rows.series.channel,
    known,
    intervals: rows.places.length,
    contacts: grid.offered.reduce((sum, count) => sum + count, 0),
    intervalSeconds: lengths,
    span: {
      startMs: (grid.startsMs[0] ?? 0) as EpochMs,
      endMs: ((grid.startsMs.at(-1) ?? 0) + grid.intervalSeconds * 1000) as EpochMs,
    },
    duplicates,
    carriedOverRows: carriedOverRows(store, rows.places),
    gaps: findGaps(grid, use, clock),
    spikes: findSpikes(grid, clock),
    closedHours: findClosedHours(grid, use),
    contactsBySlot: [...use.offered],
  }
}

function gridOf(store: RowStore, { series, places }: SeriesRows, seconds: number): SeriesGrid {
  const startsMs = new Float64Array(places.length)
  const offered = new Float64Array(places.length)
  for (const [index, place] of places.entries()) {
    startsMs[index] = store.startMs.get(place)
    offered[index] = store.measures.offered.get(place)
  }
  const { queue, channel } = series
  return { queue, channel, intervalSeconds: seconds, startsMs, offered }
}

function commonestFirst(store: RowStore, places: Uint32Array): readonly number[] {
  const counts = new Map<number, number>()
  for (const place of places) {
    const seconds = store.intervalSeconds.get(place)
    counts.set(seconds, (counts.get(seconds) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([seconds]) => seconds)
}

function carriedOverRows(store: RowStore, places: Uint32Array): number {
  const { handled, offered } = store.measures
  let rows = 0
  for (const place of places) if (handled.get(place) > offered.get(place)) rows++
  return rows
}
