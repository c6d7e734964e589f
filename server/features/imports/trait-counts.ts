import type { LocalClock } from '#forecasting/kernel/local-clock.ts'

import type { Channel } from './normalised-row.ts'
import type { RowStore, RowTraits, Series } from './row-store.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** What contacts can be told apart by. */
export type Trait = keyof RowTraits

/** Contacts of one queue, day and language or topic, as a file counts them. */
export interface TraitCount {
  readonly queue: string
  readonly channel: Channel
  /** Local day of the file's zone, such as 2026-03-02. */
  readonly day: string
  readonly trait: Trait
  /** Empty: contacts of which the file does not say it. */
  readonly name: string
  readonly contacts: number
}

/** Counts contacts by day and by what they were, while a file's rows are sorted out. */
export class TraitCounter {
  readonly #store: RowStore
  readonly #clock: LocalClock
  readonly #told: readonly Trait[]
  /** Per series: contacts by day since 1970, trait and name. */
  readonly #counts = new Map<Series, Map<number, Record<Trait, Map<string, number>>>>()

  constructor(store: RowStore, clock: LocalClock) {
    this.#store = store
    this.#clock = clock
    this.#told = store.toldTraits
  }

  /** Null where the file says nothing of what its contacts were: nothing is then counted. */
  get onPart(): ((place: number) => void) | undefined {
    return this.#told.length === 0 ? undefined : (place) => this.#count(place)
  }

  /** Of a trait that no row of the file tells there are none. */
  get counts(): TraitCount[] {
    return [...this.#counts].flatMap(([{ queue, channel }, days]) =>
      [...days].flatMap(([day, traits]) =>
        this.#told.flatMap((trait) =>
          [...traits[trait]].map(([name, contacts]) => ({
            queue,
            channel,
            day: new Date(day * DAY_MS).toISOString().slice(0, 10),
            trait,
            name,
            contacts,
          })),
        ),
      ),
    )
  }

  #count(place: number): void {
    const store = this.#store
    const contacts = store.measures.offered.get(place)
    const series = store.series[store.seriesIndex.get(place)]
    if (!(contacts > 0) || series === undefined) return
    const startMs = store.startMs.get(place)
    const wallMs = startMs + this.#clock.offsetMinutesAt(startMs) * MINUTE_MS
    const day = Math.floor(wallMs / DAY_MS)
    const days = this.#counts.get(series) ?? new Map()
    this.#counts.set(series, days)
    const traits = days.get(day) ?? { language: new Map(), topic: new Map() }
    days.set(day, traits)
    const { language, topic } = store.traitsAt(place)
    traits.language.set(language, (traits.language.get(language) ?? 0) + contacts)
    traits.topic.set(topic, (traits.topic.get(topic) ?? 0) + contacts)
  }
}
