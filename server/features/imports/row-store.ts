import type { EpochMs } from '#forecasting/kernel/units.ts'

import { FileRefused } from './import-problem.ts'
import { MEASURES } from './normalised-row.ts'
import type { Channel, Measure, NormalisedRow } from './normalised-row.ts'
import { NumberColumn } from './number-column.ts'

/** A centre has tens of queues; thousands mean that the queue column holds something else. */
const SERIES_MAX = 5_000
/** At about 90 bytes a row with every measure present, 1.8 GB. */
const ROWS_MAX = 20_000_000

/** A queue on one channel: what a forecast is made for. */
export interface Series {
  readonly index: number
  readonly queue: string
  readonly channel: Channel
}

/** The values of one row, as they go in. NaN is unknown. */
export interface StoredValues extends Readonly<Record<Measure, number>> {
  readonly intervalSeconds: number
  readonly variant: string
  readonly language: string
  readonly topic: string
}

/** What the contacts of a row were; empty where the file does not say. */
export interface RowTraits {
  readonly language: string
  readonly topic: string
}

/**
 * The rows of a file in columns of numbers. A file is delivered whole or not at all, so its rows
 * wait here until the last one has been read; as numbers without objects, a million rows of a lean
 * file take about 35 MB, and of a full one about 90 MB. It holds nothing but what is delivered.
 */
export class RowStore {
  readonly series: Series[] = []
  readonly startMs = new NumberColumn('float64')
  readonly rowNumber = new NumberColumn('float64')
  readonly intervalSeconds = new NumberColumn('float32')
  readonly seriesIndex = new NumberColumn('float32')
  /** Number of the row's variant; unknown (NaN) where a file has none. */
  readonly variant = new NumberColumn('float32')
  readonly measures: Readonly<Record<Measure, NumberColumn>>
  readonly #seriesByName = new Map<string, Map<string, Series>>()
  readonly #variants = new Map<string, number>()
  readonly #traits: RowTraits[] = []
  #length = 0

  constructor() {
    const columns = MEASURES.map(
      (measure) =>
        [measure, new NumberColumn(measure.endsWith('Seconds') ? 'float64' : 'float32')] as const,
    )
    this.measures = Object.fromEntries(columns) as Record<Measure, NumberColumn>
  }

  get length(): number {
    return this.#length
  }

  /**
   * The series of a queue and channel, made at its first row.
   *
   * @throws {FileRefused} `queues-too-many`
   */
  seriesOf(queue: string, channel: Channel): Series {
    let channels = this.#seriesByName.get(queue)
    if (channels === undefined) {
      channels = new Map()
      this.#seriesByName.set(queue, channels)
    }
    let series = channels.get(channel)
    if (series === undefined) {
      if (this.series.length >= SERIES_MAX) {
        throw new FileRefused('queues-too-many', { params: { limit: SERIES_MAX } })
      }
      series = { index: this.series.length, queue, channel }
      this.series.push(series)
      channels.set(channel, series)
    }
    return series
  }

  /** @throws {FileRefused} `rows-too-many` */
  add(
    series: Series,
    values: StoredValues,
    { row, startMs }: { readonly row: number; readonly startMs: number },
  ): void {
    if (this.#length >= ROWS_MAX) {
      throw new FileRefused('rows-too-many', { row, params: { limit: ROWS_MAX } })
    }
    const at = this.#length++
    this.startMs.set(at, startMs)
    this.rowNumber.set(at, row)
    this.intervalSeconds.set(at, values.intervalSeconds)
    this.seriesIndex.set(at, series.index)
    if (values.variant !== '') this.variant.set(at, this.#variantNumber(values))
    for (const measure of MEASURES) this.measures[measure].set(at, values[measure])
  }

  /** One row as it is delivered. */
  rowAt(at: number): NormalisedRow {
    const series = this.series[this.seriesIndex.get(at)]
    if (series === undefined) throw new RangeError(`at must be a stored row, got ${at}`)
    const { measures } = this
    return {
      row: this.rowNumber.get(at),
      startsAtMs: this.startMs.get(at) as EpochMs,
      intervalSeconds: this.intervalSeconds.get(at),
      queue: series.queue,
      channel: series.channel,
      offered: measures.offered.get(at),
      handled: nullIfUnknown(measures.handled.get(at)),
      abandoned: nullIfUnknown(measures.abandoned.get(at)),
      shortAbandoned: nullIfUnknown(measures.shortAbandoned.get(at)),
      handleSeconds: nullIfUnknown(measures.handleSeconds.get(at)),
      talkSeconds: nullIfUnknown(measures.talkSeconds.get(at)),
      holdSeconds: nullIfUnknown(measures.holdSeconds.get(at)),
      wrapSeconds: nullIfUnknown(measures.wrapSeconds.get(at)),
      waitSeconds: nullIfUnknown(measures.waitSeconds.get(at)),
      answeredInTarget: nullIfUnknown(measures.answeredInTarget.get(at)),
    }
  }

  /** What the file says of some of its rows. */
  get toldTraits(): (keyof RowTraits)[] {
    return (['language', 'topic'] as const).filter((trait) =>
      this.#traits.some((row) => row[trait] !== ''),
    )
  }

  traitsAt(at: number): RowTraits {
    return this.#traits[this.variant.get(at)] ?? NO_TRAITS
  }

  #variantNumber({ variant, language, topic }: StoredValues): number {
    let number = this.#variants.get(variant)
    if (number === undefined) {
      number = this.#variants.size
      this.#variants.set(variant, number)
      this.#traits.push({ language, topic })
    }
    return number
  }
}

const NO_TRAITS: RowTraits = { language: '', topic: '' }

function nullIfUnknown(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
