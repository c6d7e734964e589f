import type { CountedPlan } from './row-arcs.ts'
import { type ModeValues, type RowPlaces, UNREACHED } from './row-places.ts'

/** A set of classes merged, kept from one run to the next so that its memory serves again. */
interface MergedSet {
  values: Float64Array
  at: number
  from: number
  to: number
  isMerged: boolean
}

/**
 * For every set of classes that may come before some shift, the cheapest of the modes of its classes,
 * place by place: so that a shift need look at one set and not at each class. Sets are merged when
 * they are first asked for.
 */
export class MergedClasses {
  readonly #places: RowPlaces
  readonly #sets: MergedSet[] = []
  readonly #own: Float64Array[] = []
  #day = 0
  #firstMode = 0
  /** Steps of the innermost loop so far. */
  steps = 0

  constructor(places: RowPlaces) {
    this.#places = places
  }

  /** Turns to the classes of one length of run on one day; false when none of them is reached. */
  begin({ plan }: CountedPlan, day: number, run: number): boolean {
    this.#day = day
    this.#firstMode = plan.offModes + (run - 1) * plan.classes
    let isReached = false
    for (let one = 0; one < plan.classes && !isReached; one++) {
      isReached = this.#places.isReached(day, this.#firstMode + one)
    }
    this.#sets.forEach((set) => (set.isMerged = false))
    return isReached
  }

  /** The merged values of a set, by its index in `PersonPlan.before`. */
  ofSet(counted: CountedPlan, index: number): ModeValues {
    const set = (this.#sets[index] ??= {
      values: new Float64Array(0),
      at: 0,
      from: 0,
      to: -1,
      isMerged: false,
    })
    if (!set.isMerged) this.#merge(counted, index, set)
    return set
  }

  #merge({ plan, usedAny }: CountedPlan, index: number, set: MergedSet): void {
    const places = this.#places
    const classes = plan.before[index] as Int32Array
    set.isMerged = true
    set.from = plan.maxLevel + 1
    set.to = -1
    let reached = 0
    let only = 0
    for (const one of classes) {
      const mode = this.#firstMode + one
      if (!places.isReached(this.#day, mode)) continue
      reached++
      only = mode
      set.from = Math.min(set.from, places.lowestOf(this.#day, mode))
      set.to = Math.max(set.to, places.highestOf(this.#day, mode))
    }
    if (reached === 0) return
    if (reached === 1) {
      set.values = places.values
      set.at = places.atOf(this.#day, only)
      return
    }
    set.values = this.#ownValues(index, usedAny.length * plan.span)
    set.at = -(plan.lowest[this.#day - plan.firstDay] as number)
    for (let row = 0; row < usedAny.length * plan.span; row += plan.span) {
      set.values.fill(UNREACHED, set.at + row + set.from, set.at + row + set.to + 1)
    }
    for (const one of classes) this.#takeIn(set, this.#firstMode + one, usedAny.length, plan.span)
    this.steps += reached * usedAny.length * (set.to - set.from + 1)
  }

  #ownValues(index: number, length: number): Float64Array {
    const own = this.#own[index]
    if (own !== undefined && own.length >= length) return own
    return (this.#own[index] = new Float64Array(length))
  }

  #takeIn({ values, at }: MergedSet, mode: number, used: number, span: number): void {
    const places = this.#places
    if (!places.isReached(this.#day, mode)) return
    const from = places.lowestOf(this.#day, mode)
    const to = places.highestOf(this.#day, mode)
    const source = places.values
    const ahead = places.atOf(this.#day, mode)
    for (let row = 0; row < used * span; row += span) {
      for (let place = row + from; place <= row + to; place++) {
        const value = source[ahead + place] as number
        if (value < (values[at + place] as number)) values[at + place] = value
      }
    }
  }
}
