import type { EpochMs } from '#forecasting/kernel/units.ts'

import type { IntervalStart } from './interval-start.ts'

/** How the readings of a doubled hour were told apart. */
export interface DoubledHourCounts {
  /** Rows whose place in the file says which of the two hours they belong to. */
  readonly byOrder: number
  /** Rows that stand alone for two hours: taken as the first, which only a person can confirm. */
  readonly assumedFirst: number
}

/**
 * Gives instants to local times. When clocks go back (Almaty, 2024-02-29 23:00–24:00) a file with
 * local times has two rows that read the same; which is which follows from their order within the
 * series: the first is the earlier hour in a file that goes up, the later hour in one that goes down.
 */
export class DoubledHour {
  /** Instant of the series' previous row, by series. */
  readonly #previousMs: (number | undefined)[] = []
  /** Readings of doubled hours that one row has claimed so far. */
  readonly #claimedOnce = new Map<string, EpochMs>()
  /** Of those, the readings that a second row has claimed as well. */
  readonly #claimedTwice = new Set<string>()

  /** Instants of the row, given that rows come in the order of the file. */
  instantOf(start: IntervalStart, seriesIndex: number): EpochMs {
    const [first, second] = start.instants
    const instantMs = second === undefined ? first : this.#oneOf([first, second], seriesIndex)
    this.#previousMs[seriesIndex] = instantMs
    return instantMs
  }

  get counts(): DoubledHourCounts {
    const pairs = this.#claimedTwice.size
    return { byOrder: 2 * pairs, assumedFirst: this.#claimedOnce.size - pairs }
  }

  #oneOf([first, second]: readonly [EpochMs, EpochMs], seriesIndex: number): EpochMs {
    const key = `${seriesIndex} ${first}`
    const claimed = this.#claimedOnce.get(key)
    if (claimed !== undefined) {
      this.#claimedTwice.add(key)
      return claimed === first ? second : first
    }
    const previousMs = this.#previousMs[seriesIndex]
    const goingDown = previousMs !== undefined && previousMs > second
    const instantMs = goingDown ? second : first
    this.#claimedOnce.set(key, instantMs)
    return instantMs
  }
}
