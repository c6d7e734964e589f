import type { Problem } from './problem.ts'

/**
 * How many people are on duty in every slot, and what one more or one fewer would cost there.
 *
 * Exact for people with several skills (`skill-subsets.ts`). Prices are remembered by skill-set and
 * slot until the slot's people change, because most moves ask about the same few slots. Readers
 * look into `more` and `fewer` at `skillSet × slotsWithTail + slot`, after `refresh` where `priced`
 * differs from the slot's `version`; slots of the tail never differ, and cost nothing.
 */
export class SlotPrices {
  readonly #problem: Problem
  readonly #subsetCount: number
  readonly #stride: number
  /** People with a skill of a subset, by `slot × subsets + subset`. */
  readonly #reaching: Float64Array
  readonly #onDuty: Float64Array
  readonly more: Float64Array
  /** The change of cost, not the saving. */
  readonly fewer: Float64Array
  readonly priced: Int32Array
  /** Number of the state that a slot is in. A change makes a new one; taking it back, the old one. */
  readonly version: Int32Array
  readonly #versions: Int32Array

  constructor(problem: Problem) {
    const { subsets, skillSets } = problem.demand
    const { slots, slotsWithTail } = problem.grid
    this.#problem = problem
    this.#subsetCount = subsets.length
    this.#stride = slotsWithTail
    this.#reaching = new Float64Array(slots * subsets.length)
    this.#onDuty = new Float64Array(slots)
    this.more = new Float64Array(slotsWithTail * skillSets.length)
    this.fewer = new Float64Array(slotsWithTail * skillSets.length)
    this.priced = new Int32Array(slotsWithTail * skillSets.length)
    this.version = new Int32Array(slotsWithTail)
    this.version.fill(1, 0, slots)
    this.#versions = this.version.slice()
  }

  /** Puts people of a skill-set on duty in a slot, or takes them off when `by` is negative. */
  change(slot: number, set: number, by: number): void {
    if (slot >= this.#onDuty.length) return
    this.#count(slot, set, by)
    const version = (this.#versions[slot] as number) + 1
    this.#versions[slot] = version
    this.version[slot] = version
  }

  /** Takes back the slot's last change, so that what was priced before it counts again. */
  changeBack(slot: number, set: number, by: number, version: number): void {
    if (slot >= this.#onDuty.length) return
    this.#count(slot, set, by)
    this.version[slot] = version
  }

  #count(slot: number, set: number, by: number): void {
    const { reaches } = this.#problem.demand
    const count = this.#subsetCount
    for (let s = 0; s < count; s++) {
      if (reaches[set * count + s] === 1) {
        this.#reaching[slot * count + s] = (this.#reaching[slot * count + s] as number) + by
      }
    }
    this.#onDuty[slot] = (this.#onDuty[slot] as number) + by
  }

  /** Cost of shortage and idleness over the whole horizon. */
  total(): number {
    let total = 0
    for (let slot = 0; slot < this.#onDuty.length; slot++) total += this.#slotCost(slot)
    return total
  }

  /** Computes both prices of a slot for a skill-set. */
  refresh(set: number, slot: number): void {
    const { levelFrom, levelStep, entrySubset, entryReaches, entryDemand, idlePrice } =
      this.#problem.demand
    const reaching = this.#reaching
    const people = slot * this.#subsetCount
    const reach = set * entrySubset.length
    const needed = slot * entrySubset.length
    const last = levelStep.length - 1
    let more = idlePrice
    let fewer = -idlePrice
    // From the cheapest level, whose demand includes that of all others: no shortage there, none above.
    for (let level = last; level >= 0; level--) {
      let short = 0
      let shortOfMore = 0
      let shortOfFewer = 0
      const end = levelFrom[level + 1] as number
      for (let entry = levelFrom[level] as number; entry < end; entry++) {
        const there = reaching[people + (entrySubset[entry] as number)] as number
        const missing = (entryDemand[needed + entry] as number) - there
        const by = entryReaches[reach + entry] as number
        if (missing > short) short = missing
        if (missing - by > shortOfMore) shortOfMore = missing - by
        if (missing + by > shortOfFewer) shortOfFewer = missing + by
      }
      if (shortOfFewer === 0) break
      const step = (levelStep[level] as number) + (level === last ? idlePrice : 0)
      more += step * (shortOfMore - short)
      fewer += step * (shortOfFewer - short)
    }
    const at = set * this.#stride + slot
    this.more[at] = more
    this.fewer[at] = fewer
    this.priced[at] = this.version[slot] as number
  }

  #slotCost(slot: number): number {
    const { levelFrom, levelStep, entrySubset, entryDemand, idlePrice, allDemand } =
      this.#problem.demand
    let cost = 0
    let short = 0
    for (let level = 0; level < levelStep.length; level++) {
      short = 0
      for (let e = levelFrom[level] as number; e < (levelFrom[level + 1] as number); e++) {
        const there = this.#reaching[
          slot * this.#subsetCount + (entrySubset[e] as number)
        ] as number
        short = Math.max(short, (entryDemand[slot * entrySubset.length + e] as number) - there)
      }
      cost += (levelStep[level] as number) * short
    }
    const idle = (this.#onDuty[slot] as number) - (allDemand[slot] as number) + short
    return cost + idlePrice * idle
  }
}
