import type { CoverageChange } from './coverage-change.ts'
import { dutyStretches, stretchesOfAShift } from './duty-stretches.ts'
import type { IntervalPrices } from './interval-prices.ts'
import { BreakPlacer } from './place-breaks.ts'
import type { Problem } from './problem.ts'
import type { Proposal } from './proposal.ts'
import { OFF, type Roster } from './roster.ts'

/**
 * For intervals of one slot. Old duty leaves every slot that it covers, new duty enters; a slot that has
 * both is unchanged. New breaks go where they release most, which is the best place given the rest of the
 * roster.
 */
export class SlotCoverage implements CoverageChange {
  readonly #problem: Problem
  readonly #roster: Roster
  readonly #prices: IntervalPrices
  /** Slots of the old duty carry the number of the proposal, so that nothing need be wiped. */
  readonly #marked: Int32Array
  #mark = 0
  /** What the person of the proposal costs in each slot of the new duty. */
  readonly #slotValue: Float64Array
  readonly #stretches: Int32Array
  readonly #placer: BreakPlacer
  readonly #placement = { shape: 0, first: 0, at: 0 }

  constructor(problem: Problem, roster: Roster, prices: IntervalPrices) {
    this.#problem = problem
    this.#roster = roster
    this.#prices = prices
    this.#marked = new Int32Array(problem.grid.slotsWithTail)
    this.#slotValue = new Float64Array(problem.grid.slotsWithTail)
    this.#stretches = stretchesOfAShift(problem)
    this.#placer = new BreakPlacer(problem.shapes, this)
  }

  priceOf(proposal: Proposal): number {
    const set = this.#problem.operators.skillSet[proposal.operator] as number
    this.#mark++
    let change = 0
    const row = proposal.operator * this.#problem.days
    for (let i = 0; i < proposal.count; i++)
      change += this.#leave(row + (proposal.days[i] as number), set)
    for (let i = 0; i < proposal.count; i++) {
      if (proposal.starts[i] !== OFF) change += this.#enter(proposal, i, set)
    }
    return change
  }

  release(base: number, first: number, length: number): number {
    let release = base
    for (let slot = first; slot < first + length; slot++) release += this.#slotValue[slot] as number
    return release
  }

  /** Marks the slots that a cell's shift covers now; returns what leaving them would cost. */
  #leave(cell: number, set: number): number {
    const { fewer, priced, version } = this.#prices
    const marked = this.#marked
    const stretches = this.#stretches
    const base = set * this.#problem.grid.slotsWithTail
    const count = dutyStretches(this.#problem, this.#roster, cell, stretches)
    let change = 0
    for (let k = 0; k < count; k++) {
      const end = stretches[2 * k + 1] as number
      for (let slot = stretches[2 * k] as number; slot < end; slot++) {
        if (priced[base + slot] !== version[slot]) this.#prices.refresh(set, slot)
        marked[slot] = this.#mark
        change += fewer[base + slot] as number
      }
    }
    return change
  }

  /** What entering the slots of the new shift `i` would cost, with its breaks in the best places. */
  #enter(proposal: Proposal, i: number, set: number): number {
    const { grid, shapes } = this.#problem
    const { more, fewer, priced, version } = this.#prices
    const shape = proposal.shapes[i] as number
    const first =
      (proposal.days[i] as number) * grid.slotsPerDay +
      (proposal.starts[i] as number) / grid.slotMinutes
    const end = first + (shapes.spanSlots[shape] as number)
    const base = set * grid.slotsWithTail
    const marked = this.#marked
    const slotValue = this.#slotValue
    const mark = this.#mark
    let change = 0
    for (let slot = first; slot < end; slot++) {
      const at = base + slot
      if (priced[at] !== version[slot]) this.#prices.refresh(set, slot)
      const value = marked[slot] === mark ? -(fewer[at] as number) : (more[at] as number)
      slotValue[slot] = value
      change += value
    }
    this.#placement.shape = shape
    this.#placement.first = first
    this.#placement.at = i * shapes.breaksMax
    return change - this.#placer.place(this.#placement, proposal.breaks)
  }
}
