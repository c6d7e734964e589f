import { median, medianAbsoluteDeviation } from 'simple-statistics'

import type { LocalClock } from '#forecasting/kernel/local-clock.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'

import { slotOfWeek } from './weekly-slots.ts'
import type { SeriesGrid } from './weekly-slots.ts'

const SPIKES_LISTED = 100
/** Deviations from the median that make a spike: about 1 in 10⁹ for a bell curve. */
const DEVIATIONS = 6
/** Makes the median absolute deviation of a bell curve its standard deviation. */
const MAD_TO_SIGMA = 1.4826
/** With fewer weeks a median knows too little. */
const WEEKS_NEEDED = 6

interface Spike {
  readonly startsAtMs: EpochMs
  readonly offered: number
  /** Median of the same slot of the week. */
  readonly usual: number
}

export interface Spikes {
  /** The largest excesses over the usual, at most 100. */
  readonly listed: readonly Spike[]
  readonly count: number
}

/**
 * Finds intervals whose contacts stand far above the same slot of the week: above the median by six
 * robust deviations. The deviation is never taken for less than that of a Poisson count, or every
 * second contact of a quiet night would be a spike. Spikes are shown, not removed: whether a storm
 * of calls is to be learned from is for a person to say.
 */
export function findSpikes(grid: SeriesGrid, clock: LocalClock): Spikes {
  const { startsMs, offered, intervalSeconds } = grid
  const bySlot = new Map<number, number[]>()
  for (const [index, startMs] of startsMs.entries()) {
    const slot = slotOfWeek(startMs, intervalSeconds, clock)
    const indices = bySlot.get(slot)
    if (indices === undefined) bySlot.set(slot, [index])
    else indices.push(index)
  }
  const found: Spike[] = []
  for (const indices of bySlot.values()) {
    if (indices.length < WEEKS_NEEDED) continue
    const counts = indices.map((index) => offered[index] as number)
    const usual = median(counts)
    const deviation = Math.max(
      MAD_TO_SIGMA * medianAbsoluteDeviation(counts),
      Math.sqrt(Math.max(usual, 1)),
    )
    for (const index of indices) {
      const count = offered[index] as number
      if (count <= usual + DEVIATIONS * deviation) continue
      found.push({ startsAtMs: startsMs[index] as EpochMs, offered: count, usual })
    }
  }
  found.sort((a, b) => b.offered - b.usual - (a.offered - a.usual))
  const listed = found.slice(0, SPIKES_LISTED).sort((a, b) => a.startsAtMs - b.startsAtMs)
  return { listed, count: found.length }
}
