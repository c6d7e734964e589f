import { type CountedPlan, placesOf } from './row-arcs.ts'

export const UNREACHED = Number.POSITIVE_INFINITY

/** Values of the places of one mode on one day, or of several modes together. */
export interface ModeValues {
  readonly values: Float64Array
  /** Where the mode's places would begin, if level 0 were among them. */
  readonly at: number
  /** Levels that are reached lie between these; none when `from` is above `to`. */
  readonly from: number
  readonly to: number
}

/** One way to go on from one day to the next. */
interface PlaceStep {
  readonly price: number
  readonly level: number
  /** Values of `used` that it can be taken from, and what it adds to them. */
  readonly used: Int32Array
  readonly usedStep: number
}

/** Memory is asked for in steps: plans with one more limit counted follow soon. */
const GROWTH = 1.5
/** What beginning the innermost loop takes, in its steps. */
const LOOP_STEPS = 6

/**
 * What the cheapest way to each place of each day costs: by day, mode and place (`row-arcs.ts`). Only
 * levels between bounds that grow as they are reached hold values.
 */
export class RowPlaces {
  values = new Float64Array(0)
  #from: Int32Array = new Int32Array(0)
  #to: Int32Array = new Int32Array(0)
  #firstDay = 0
  #modes = 0
  #block = 0
  #width = 0
  #usedCount = 0
  #lowest: Int32Array = new Int32Array(0)
  #highest: Int32Array = new Int32Array(0)
  /** Steps of the innermost loop so far: the work done, the same on every machine. */
  steps = 0

  begin(counted: CountedPlan): void {
    const { plan, modes, block, usedAny } = counted
    const room = placesOf(plan, counted.counted)
    const count = plan.lowest.length * modes
    this.#firstDay = plan.firstDay
    this.#modes = modes
    this.#block = block
    this.#width = plan.span
    this.#usedCount = usedAny.length
    this.#lowest = plan.lowest
    this.#highest = plan.highest
    if (this.values.length < room) this.values = new Float64Array(Math.ceil(room * GROWTH))
    if (this.#from.length < count) {
      this.#from = new Int32Array(count)
      this.#to = new Int32Array(count)
    }
    this.#from.fill(plan.maxLevel + 1, 0, count)
    this.#to.fill(-1, 0, count)
  }

  /** A place of the first day. */
  put(
    { mode, used, level }: { readonly mode: number; readonly used: number; readonly level: number },
    price: number,
  ): void {
    if (level > (this.#highest[0] as number) || level < (this.#lowest[0] as number)) return
    this.#widen(this.#firstDay, mode, level, level)
    const at = this.atOf(this.#firstDay, mode) + used * this.#width + level
    this.values[at] = Math.min(this.values[at] as number, price)
  }

  ofMode(day: number, mode: number): ModeValues {
    return {
      values: this.values,
      at: this.atOf(day, mode),
      from: this.lowestOf(day, mode),
      to: this.highestOf(day, mode),
    }
  }

  isReached(day: number, mode: number): boolean {
    return this.highestOf(day, mode) >= 0
  }

  lowestOf(day: number, mode: number): number {
    return this.#from[this.#indexOf(day, mode)] as number
  }

  highestOf(day: number, mode: number): number {
    return this.#to[this.#indexOf(day, mode)] as number
  }

  /** What the cheapest way to a place costs, or `UNREACHED`. */
  valueAt(day: number, mode: number, used: number, level: number): number {
    const index = this.#indexOf(day, mode)
    if (level < (this.#from[index] as number) || level > (this.#to[index] as number)) {
      return UNREACHED
    }
    return this.values[this.atOf(day, mode) + used * this.#width + level] as number
  }

  /** Goes on from places of the day before to those of a mode. */
  relax(
    source: ModeValues,
    { price, level, used, usedStep }: PlaceStep,
    day: number,
    mode: number,
  ): void {
    const from = Math.max(source.from, (this.#lowest[day - this.#firstDay] as number) - level)
    const to = Math.min(source.to, (this.#highest[day - this.#firstDay] as number) - level)
    if (from > to) return
    this.#widen(day, mode, from + level, to + level)
    const values = this.values
    const before = source.values
    const width = this.#width
    const ahead = this.atOf(day, mode) - source.at + usedStep * width + level
    for (let i = 0; i < used.length; i++) {
      const first = source.at + (used[i] as number) * width
      for (let at = first + from; at <= first + to; at++) {
        const total = (before[at] as number) + price
        if (total < (values[at + ahead] as number)) values[at + ahead] = total
      }
    }
    this.steps += used.length * (to - from + LOOP_STEPS)
  }

  /** Makes levels of a mode ready to be reached. */
  #widen(day: number, mode: number, from: number, to: number): void {
    const index = this.#indexOf(day, mode)
    const oldFrom = this.#from[index] as number
    const oldTo = this.#to[index] as number
    if (from >= oldFrom && to <= oldTo) return
    const at = this.atOf(day, mode)
    for (let used = 0; used < this.#usedCount; used++) {
      const row = at + used * this.#width
      if (oldFrom > oldTo) {
        this.values.fill(UNREACHED, row + from, row + to + 1)
        continue
      }
      if (from < oldFrom) this.values.fill(UNREACHED, row + from, row + oldFrom)
      if (to > oldTo) this.values.fill(UNREACHED, row + oldTo + 1, row + to + 1)
    }
    this.#from[index] = Math.min(from, oldFrom)
    this.#to[index] = Math.max(to, oldTo)
  }

  /** Where the places of a mode would begin in `values`, if level 0 were among them. */
  atOf(day: number, mode: number): number {
    const lowest = this.#lowest[day - this.#firstDay] as number
    return this.#indexOf(day, mode) * this.#block - lowest
  }

  #indexOf(day: number, mode: number): number {
    return (day - this.#firstDay) * this.#modes + mode
  }
}
