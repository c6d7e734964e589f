import type { Problem } from './problem.ts'

/**
 * How many people are on duty in every slot, and what one more or one fewer would cost there.
 *
 * Exact for people with several skills (`skill-subsets.ts`). Prices are remembered by slot and
 * skill-set until the slot's people change, because most moves ask about the same few slots.
 */
export class SlotPrices {
  readonly #problem: Problem
  readonly #subsetCount: number
  readonly #setCount: number
  /** People with a skill of a subset, by `slot × subsets + subset`. */
  readonly #reaching: Int32Array
  readonly #onDuty: Int32Array
  readonly #slotCost: Float64Array
  readonly #plus: Float64Array
  readonly #minus: Float64Array
  readonly #fresh: Uint8Array

  constructor(problem: Problem) {
    const { subsets, skillSets } = problem.demand
    const { slots } = problem.grid
    this.#problem = problem
    this.#subsetCount = subsets.length
    this.#setCount = skillSets.length
    this.#reaching = new Int32Array(slots * subsets.length)
    this.#onDuty = new Int32Array(slots)
    this.#slotCost = new Float64Array(slots)
    this.#plus = new Float64Array(slots * skillSets.length)
    this.#minus = new Float64Array(slots * skillSets.length)
    this.#fresh = new Uint8Array(slots * skillSets.length)
    for (let slot = 0; slot < slots; slot++) this.#slotCost[slot] = this.#costWith(slot, 0, 0)
  }

  /** Cost of one more person of a skill-set in a slot; 0 beyond the horizon. */
  plus(slot: number, set: number): number {
    if (slot >= this.#onDuty.length) return 0
    const at = slot * this.#setCount + set
    if (this.#fresh[at] === 0) this.#refresh(slot, set, at)
    return this.#plus[at] as number
  }

  /** Cost of one person fewer, the change and not the saving; 0 beyond the horizon. */
  minus(slot: number, set: number): number {
    if (slot >= this.#onDuty.length) return 0
    const at = slot * this.#setCount + set
    if (this.#fresh[at] === 0) this.#refresh(slot, set, at)
    return this.#minus[at] as number
  }

  /** Puts a person of a skill-set on duty in a slot (`by` 1), or takes one off (`by` -1). */
  change(slot: number, set: number, by: 1 | -1): void {
    if (slot >= this.#onDuty.length) return
    const { reaches } = this.#problem.demand
    const base = slot * this.#subsetCount
    for (let s = 0; s < this.#subsetCount; s++) {
      this.#reaching[base + s] =
        (this.#reaching[base + s] as number) + by * (reaches[set * this.#subsetCount + s] as number)
    }
    this.#onDuty[slot] = (this.#onDuty[slot] as number) + by
    this.#fresh.fill(0, slot * this.#setCount, (slot + 1) * this.#setCount)
    this.#slotCost[slot] = this.#costWith(slot, 0, 0)
  }

  /** Cost of shortage and idleness over the whole horizon. */
  total(): number {
    return this.#slotCost.reduce((sum, cost) => sum + cost, 0)
  }

  #refresh(slot: number, set: number, at: number): void {
    const now = this.#slotCost[slot] as number
    this.#plus[at] = this.#costWith(slot, set, 1) - now
    this.#minus[at] = this.#costWith(slot, set, -1) - now
    this.#fresh[at] = 1
  }

  /** Cost of a slot with `by` more people of a skill-set than there are. */
  #costWith(slot: number, set: number, by: number): number {
    const { demand } = this.#problem
    const { tierCount, prefixDemand, priceSteps, reaches } = demand
    const subsets = this.#subsetCount
    const people = slot * subsets
    const reach = set * subsets
    let cost = 0
    let short = 0
    for (let tier = 0; tier < tierCount; tier++) {
      const prefix = (slot * tierCount + tier) * subsets
      short = 0
      for (let s = 0; s < subsets; s++) {
        const there = (this.#reaching[people + s] as number) + by * (reaches[reach + s] as number)
        const missing = (prefixDemand[prefix + s] as number) - there
        if (missing > short) short = missing
      }
      cost += (priceSteps[tier] as number) * short
    }
    const idle = (this.#onDuty[slot] as number) + by - (demand.allDemand[slot] as number) + short
    return cost + demand.idlePrice * idle
  }
}
