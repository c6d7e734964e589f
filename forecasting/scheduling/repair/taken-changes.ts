import { type BestChoice, take } from '../engine/best-cell.ts'
import { OFF } from '../engine/roster.ts'
import type { SearchState } from '../engine/search-state.ts'

/** What a cell held: `start` is a minute of the day, or `OFF`; offsets of its breaks are in slots. */
interface HeldShift {
  readonly o: number
  readonly day: number
  readonly start: number
  readonly shape: number
  readonly breakOffsets: readonly number[]
}

/** Changes that a repair made to a roster, with what was there before: so that they can be taken back. */
export class TakenChanges {
  readonly #state: SearchState
  readonly #held: HeldShift[] = []

  constructor(state: SearchState) {
    this.#state = state
  }

  /** Cells that were changed, by `operator × days + day`. */
  get cells(): ReadonlySet<number> {
    return new Set(this.#held.map(({ o, day }) => o * this.#state.problem.days + day))
  }

  /** Carries out a choice. */
  take(place: { readonly o: number; readonly day: number }, choice: BestChoice): void {
    const { problem, roster } = this.#state
    const { breaksMax, breakCount } = problem.shapes
    const cell = place.o * problem.days + place.day
    const start = roster.start[cell] as number
    const shape = roster.shape[cell] as number
    const from = cell * breaksMax
    const breaks = start === OFF ? 0 : (breakCount[shape] as number)
    const breakOffsets = [...roster.breakOffset.subarray(from, from + breaks)]
    this.#held.push({ ...place, start, shape, breakOffsets })
    take(this.#state, place, choice)
  }

  /** Makes the roster again what it was before the first change. */
  takeBackAll(): void {
    for (const { o, day, start, shape, breakOffsets } of this.#held.toReversed()) {
      this.#state.begin(o)
      this.#state.set(day, start, shape)
      this.#state.acceptWithBreaks(breakOffsets)
    }
    this.#held.length = 0
    this.#state.recount()
  }
}
