import type { CoverageChange } from './coverage-change.ts'
import { dutyStretches, stretchesOfAShift } from './duty-stretches.ts'
import type { IntervalPrices } from './interval-prices.ts'
import { BreakPlacer } from './place-breaks.ts'
import type { Problem } from './problem.ts'
import type { Proposal } from './proposal.ts'
import { OFF, type Roster } from './roster.ts'

/**
 * For intervals of several slots, in which people are there for a part: two halves are not priced like twice
 * one half, since cost bends at the demand. So what a proposal brings is counted by interval, and priced once
 * all of it is known. New breaks go where they release most, which is the best place given the rest of the
 * roster unless two of them share an interval.
 */
export class IntervalCoverage implements CoverageChange {
  readonly #problem: Problem
  readonly #roster: Roster
  readonly #prices: IntervalPrices
  /** Slots that the proposal brings to an interval, or takes; of the current proposal where stamped so. */
  readonly #net: Int32Array
  readonly #stamp: Int32Array
  #proposals = 0
  readonly #touched: Int32Array
  #touchedCount = 0
  /** Prices by skill-set, interval and slots that come, from all slots fewer to all more. */
  readonly #known: Float64Array
  /** Version of the interval that they are of, by skill-set and interval. */
  readonly #knownVersion: Int32Array
  /** What the first slot that a break takes of an interval releases, then the second, and so on. */
  readonly #drops: Float64Array
  readonly #stretches: Int32Array
  readonly #placer: BreakPlacer
  readonly #placement = { shape: 0, first: 0, at: 0 }
  #set = 0

  constructor(problem: Problem, roster: Roster, prices: IntervalPrices) {
    const { intervals, slotsPerInterval } = problem.grid
    const places = intervals * problem.demand.skillSets.length
    this.#problem = problem
    this.#roster = roster
    this.#prices = prices
    this.#net = new Int32Array(intervals)
    this.#stamp = new Int32Array(intervals)
    this.#touched = new Int32Array(intervals)
    this.#known = new Float64Array(places * (2 * slotsPerInterval + 1))
    this.#knownVersion = new Int32Array(places)
    this.#drops = new Float64Array(problem.grid.intervalsWithTail * slotsPerInterval)
    this.#stretches = stretchesOfAShift(problem)
    this.#placer = new BreakPlacer(problem.shapes, this)
  }

  priceOf(proposal: Proposal): number {
    const { operators, days } = this.#problem
    this.#set = operators.skillSet[proposal.operator] as number
    this.#proposals++
    this.#touchedCount = 0
    for (let i = 0; i < proposal.count; i++)
      this.#leave(proposal.operator * days + (proposal.days[i] as number))
    for (let i = 0; i < proposal.count; i++) {
      if (proposal.starts[i] !== OFF) this.#enter(proposal, i)
    }
    let change = 0
    for (let k = 0; k < this.#touchedCount; k++) {
      const interval = this.#touched[k] as number
      const at = this.#unchanged(interval) + (this.#net[interval] as number)
      change += this.#known[at] as number
    }
    return change
  }

  release(base: number, first: number, length: number): number {
    const drops = this.#drops
    const into = first % this.#problem.grid.slotsPerInterval
    const boundary = first - into + this.#problem.grid.slotsPerInterval
    let release = base
    for (let slot = first; slot < first + length; slot++)
      release += drops[slot < boundary ? slot - into : slot] as number
    return release
  }

  #leave(cell: number): void {
    const count = dutyStretches(this.#problem, this.#roster, cell, this.#stretches)
    for (let k = 0; k < count; k++)
      this.#count(this.#stretches[2 * k] as number, this.#stretches[2 * k + 1] as number, -1)
  }

  #enter(proposal: Proposal, i: number): void {
    const { grid, shapes } = this.#problem
    const { breaksMax, breakCount, breakSlots, spanSlots } = shapes
    const shape = proposal.shapes[i] as number
    const first =
      (proposal.days[i] as number) * grid.slotsPerDay +
      (proposal.starts[i] as number) / grid.slotMinutes
    const end = first + (spanSlots[shape] as number)
    this.#count(first, end, 1)
    this.#drop(first, end)
    this.#placement.shape = shape
    this.#placement.first = first
    this.#placement.at = i * breaksMax
    this.#placer.place(this.#placement, proposal.breaks)
    for (let k = 0; k < (breakCount[shape] as number); k++) {
      const pause = first + (proposal.breaks[i * breaksMax + k] as number)
      this.#count(pause, pause + (breakSlots[shape * breaksMax + k] as number), -1)
    }
  }

  /** Slots of the tail belong to no interval. */
  #count(first: number, end: number, by: 1 | -1): void {
    const { slotsPerInterval, slots } = this.#problem.grid
    const last = Math.min(end, slots)
    let interval = Math.floor(first / slotsPerInterval)
    for (let slot = first; slot < last; interval++) {
      const next = Math.min(last, (interval + 1) * slotsPerInterval)
      if (this.#stamp[interval] !== this.#proposals) {
        this.#stamp[interval] = this.#proposals
        this.#net[interval] = 0
        this.#touched[this.#touchedCount++] = interval
      }
      this.#net[interval] = (this.#net[interval] as number) + by * (next - slot)
      slot = next
    }
  }

  /** Writes down what the slots of a new shift would release, one after the other, to a break. */
  #drop(first: number, end: number): void {
    const { slotsPerInterval, slots } = this.#problem.grid
    const known = this.#known
    const drops = this.#drops
    drops.fill(0, Math.max(first, slots), Math.max(end, slots))
    const last = Math.min(end, slots)
    let interval = Math.floor(first / slotsPerInterval)
    for (let slot = first; slot < last; interval++) {
      const next = Math.min(last, (interval + 1) * slotsPerInterval)
      let at = this.#unchanged(interval) + (this.#net[interval] as number)
      const to = interval * slotsPerInterval + next - slot
      for (let drop = interval * slotsPerInterval; drop < to; drop++, at--)
        drops[drop] = (known[at] as number) - (known[at - 1] as number)
      slot = next
    }
  }

  /** Where in `known` no change of an interval is priced; what comes is after it, what goes before. */
  #unchanged(interval: number): number {
    const { slotsPerInterval, intervals } = this.#problem.grid
    const place = this.#set * intervals + interval
    const at = place * (2 * slotsPerInterval + 1) + slotsPerInterval
    const version = this.#prices.version[interval] as number
    if (this.#knownVersion[place] !== version) {
      for (let by = 1; by <= slotsPerInterval; by++) {
        this.#known[at + by] = this.#prices.changeBy(this.#set, interval, by)
        this.#known[at - by] = this.#prices.changeBy(this.#set, interval, -by)
      }
      this.#knownVersion[place] = version
    }
    return at
  }
}
