import type { Problem } from './problem.ts'

/**
 * How many people are on duty in every interval of the demand, and what one more or one fewer would cost
 * there. People are counted in slots: who is there for one of the two slots of an interval counts one.
 *
 * Exact for people with several skills (`skill-subsets.ts`). Prices are remembered by skill-set and
 * interval until the interval's people change, because most moves ask about the same few. Readers
 * look into `more` and `fewer` at `skillSet × intervalsWithTail + interval`, after `refresh` where
 * `priced` differs from the interval's `version`; those of the tail never differ, and cost nothing.
 */
export class IntervalPrices {
  readonly #problem: Problem
  readonly #subsetCount: number
  readonly #stride: number
  /** People with a skill of a subset, in slots, by `interval × subsets + subset`. */
  readonly #reaching: Float64Array
  readonly #onDuty: Float64Array
  readonly more: Float64Array
  /** The change of cost, not the saving. */
  readonly fewer: Float64Array
  readonly priced: Int32Array
  /** Number of the state that an interval is in. A change makes a new one; taking it back, the old one. */
  readonly version: Int32Array
  readonly #versions: Int32Array

  constructor(problem: Problem) {
    const { subsets, skillSets } = problem.demand
    const { intervals, intervalsWithTail } = problem.grid
    this.#problem = problem
    this.#subsetCount = subsets.length
    this.#stride = intervalsWithTail
    this.#reaching = new Float64Array(intervals * subsets.length)
    this.#onDuty = new Float64Array(intervals)
    this.more = new Float64Array(intervalsWithTail * skillSets.length)
    this.fewer = new Float64Array(intervalsWithTail * skillSets.length)
    this.priced = new Int32Array(intervalsWithTail * skillSets.length)
    this.version = new Int32Array(intervalsWithTail)
    this.version.fill(1, 0, intervals)
    this.#versions = this.version.slice()
  }

  /** Puts people of a skill-set on duty in an interval, or takes them off when `by` is negative. */
  change(interval: number, set: number, by: number): void {
    if (interval >= this.#onDuty.length) return
    this.#count(interval, set, by)
    const version = (this.#versions[interval] as number) + 1
    this.#versions[interval] = version
    this.version[interval] = version
  }

  /** Takes back the interval's last change, so that what was priced before it counts again. */
  changeBack(interval: number, set: number, by: number, version: number): void {
    if (interval >= this.#onDuty.length) return
    this.#count(interval, set, by)
    this.version[interval] = version
  }

  #count(interval: number, set: number, by: number): void {
    const { reaches } = this.#problem.demand
    const count = this.#subsetCount
    for (let s = 0; s < count; s++) {
      if (reaches[set * count + s] === 1) {
        this.#reaching[interval * count + s] = (this.#reaching[interval * count + s] as number) + by
      }
    }
    this.#onDuty[interval] = (this.#onDuty[interval] as number) + by
  }

  /** Cost of shortage and idleness over the whole horizon. */
  total(): number {
    let total = 0
    for (let interval = 0; interval < this.#onDuty.length; interval++)
      total += this.#intervalCost(interval)
    return total
  }

  /** Computes both prices of an interval for a skill-set. */
  refresh(set: number, interval: number): void {
    const { levelFrom, levelStep, entrySubset, entryReaches, entryDemand, idlePrice } =
      this.#problem.demand
    const reaching = this.#reaching
    const people = interval * this.#subsetCount
    const reach = set * entrySubset.length
    const needed = interval * entrySubset.length
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
    const at = set * this.#stride + interval
    this.more[at] = more
    this.fewer[at] = fewer
    this.priced[at] = this.version[interval] as number
  }

  /** The change of cost that `by` more slots of one skill-set would bring, or fewer when negative. */
  changeBy(set: number, interval: number, by: number): number {
    const { levelFrom, levelStep, entrySubset, entryReaches, entryDemand, idlePrice } =
      this.#problem.demand
    const last = levelStep.length - 1
    let change = idlePrice * by
    for (let level = last; level >= 0; level--) {
      let short = 0
      let shortThen = 0
      for (let e = levelFrom[level] as number; e < (levelFrom[level + 1] as number); e++) {
        const there = this.#reaching[
          interval * this.#subsetCount + (entrySubset[e] as number)
        ] as number
        const missing = (entryDemand[interval * entrySubset.length + e] as number) - there
        const then = missing - by * (entryReaches[set * entrySubset.length + e] as number)
        if (missing > short) short = missing
        if (then > shortThen) shortThen = then
      }
      if (short === 0 && shortThen === 0) break
      const step = (levelStep[level] as number) + (level === last ? idlePrice : 0)
      change += step * (shortThen - short)
    }
    return change
  }

  #intervalCost(interval: number): number {
    const { levelFrom, levelStep, entrySubset, entryDemand, idlePrice, allDemand } =
      this.#problem.demand
    let cost = 0
    let short = 0
    for (let level = 0; level < levelStep.length; level++) {
      short = 0
      for (let e = levelFrom[level] as number; e < (levelFrom[level + 1] as number); e++) {
        const there = this.#reaching[
          interval * this.#subsetCount + (entrySubset[e] as number)
        ] as number
        short = Math.max(short, (entryDemand[interval * entrySubset.length + e] as number) - there)
      }
      cost += (levelStep[level] as number) * short
    }
    const idle = (this.#onDuty[interval] as number) - (allDemand[interval] as number) + short
    return cost + idlePrice * idle
  }
}
