import type { ShapeTable } from './shape-table.ts'

/** A shift whose breaks are to be placed. */
export interface BreakPlacement {
  shape: number
  /** Slot of the shift's start. */
  first: number
  /** Where in `offsets` the first break's offset goes. */
  at: number
}

/** What a person costs in the slots of a new shift. */
export interface Releases {
  /** What a break of `length` slots from slot `first` on releases, added to `base`. */
  readonly release: (base: number, first: number, length: number) => number
}

/**
 * Places every break of a shift where it releases most, given the rest of the roster.
 *
 * When the windows of a shape cannot meet, each break is on its own; else dynamic programming
 * keeps the least work between them. Both are exact if what a break releases hangs on no other break.
 */
export class BreakPlacer {
  readonly #shapes: ShapeTable
  readonly #releases: Releases
  readonly #width: number
  /** Best release of breaks `0..k` with break `k` at an offset, and the offset before it. */
  readonly #released: Float64Array
  readonly #before: Int32Array

  constructor(shapes: ShapeTable, releases: Releases) {
    this.#shapes = shapes
    this.#releases = releases
    this.#width =
      1 +
      shapes.breakTo.reduce((widest, to, k) => Math.max(widest, to - (shapes.breakFrom[k] ?? 0)), 0)
    this.#released = new Float64Array(shapes.breaksMax * this.#width)
    this.#before = new Int32Array(shapes.breaksMax * this.#width)
  }

  /**
   * @param offsets receives the chosen offsets in slots
   * @returns what the breaks release together
   * @throws {RangeError} if the breaks do not fit, which the menus have ruled out
   */
  place(placement: BreakPlacement, offsets: Int32Array): number {
    return this.#shapes.breaksIndependent[placement.shape] === 1
      ? this.#placeEach(placement, offsets)
      : this.#placeTogether(placement, offsets)
  }

  #placeEach({ shape, first, at }: BreakPlacement, offsets: Int32Array): number {
    const { breaksMax, breakCount, breakSlots, breakFrom, breakTo, gridSlots } = this.#shapes
    const releases = this.#releases
    const count = breakCount[shape] as number
    let total = 0
    for (let k = 0; k < count; k++) {
      const index = shape * breaksMax + k
      const length = breakSlots[index] as number
      const last = breakTo[index] as number
      let best = Number.NEGATIVE_INFINITY
      let chosen = -1
      const aligned = onGrid(first + (breakFrom[index] as number), gridSlots) - first
      for (let offset = aligned; offset <= last; offset += gridSlots) {
        const release = releases.release(0, first + offset, length)
        if (release > best) {
          best = release
          chosen = offset
        }
      }
      if (chosen < 0) throw new RangeError('a break of a shift does not fit into it')
      offsets[at + k] = chosen
      total += best
    }
    return total
  }

  #placeTogether({ shape, first, at }: BreakPlacement, offsets: Int32Array): number {
    const count = this.#shapes.breakCount[shape] as number
    for (let k = 0; k < count; k++) this.#extend(shape, first, k)
    return this.#traceBack(shape, count, { offsets, at })
  }

  /** Fills in the best release of the breaks `0..k` for every offset of break `k`. */
  #extend(shape: number, first: number, k: number): void {
    const { breaksMax, breakSlots, breakFrom, breakTo, breakAfter, gridSlots } = this.#shapes
    const index = shape * breaksMax + k
    const length = breakSlots[index] as number
    const from = breakFrom[index] as number
    const gap = k === 0 ? 0 : (breakAfter[index] as number) + (breakSlots[index - 1] as number)
    const earlierFrom = k === 0 ? 0 : (breakFrom[index - 1] as number)
    const earlierTo = k === 0 ? -1 : (breakTo[index - 1] as number)
    let best = k === 0 ? 0 : Number.NEGATIVE_INFINITY
    let chosen = -1
    let earlier = earlierFrom
    for (let offset = from; offset <= (breakTo[index] as number); offset++) {
      for (; earlier <= earlierTo && earlier + gap <= offset; earlier++) {
        const release = this.#released[(k - 1) * this.#width + earlier - earlierFrom] as number
        if (release <= best) continue
        best = release
        chosen = earlier
      }
      const base = (first + offset) % gridSlots === 0 ? best : Number.NEGATIVE_INFINITY
      const release = this.#releases.release(base, first + offset, length)
      this.#released[k * this.#width + offset - from] = release
      this.#before[k * this.#width + offset - from] = chosen
    }
  }

  #traceBack(
    shape: number,
    count: number,
    { offsets, at }: { readonly offsets: Int32Array; readonly at: number },
  ): number {
    const { breaksMax, breakFrom, breakTo } = this.#shapes
    const last = shape * breaksMax + count - 1
    const from = breakFrom[last] as number
    let best = Number.NEGATIVE_INFINITY
    let offset = -1
    for (let candidate = from; candidate <= (breakTo[last] as number); candidate++) {
      const release = this.#released[(count - 1) * this.#width + candidate - from] as number
      if (release <= best) continue
      best = release
      offset = candidate
    }
    if (offset < 0) throw new RangeError('the breaks of a shift do not fit into it')
    for (let k = count - 1; k >= 0; k--) {
      offsets[at + k] = offset
      const here = offset - (breakFrom[shape * breaksMax + k] as number)
      offset = this.#before[k * this.#width + here] as number
    }
    return best
  }
}

function onGrid(slot: number, gridSlots: number): number {
  return Math.ceil(slot / gridSlots) * gridSlots
}
