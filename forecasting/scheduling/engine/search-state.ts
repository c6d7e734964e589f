import { DAYS_PER_WEEK } from '../instance.ts'
import { type BreakMove, isBreakLegal } from './break-move.ts'
import type { CoverageChange } from './coverage-change.ts'
import { dutyStretches, stretchesOfAShift } from './duty-stretches.ts'
import { fairnessTotal } from './fairness.ts'
import { IntervalCoverage } from './interval-coverage.ts'
import { IntervalPrices } from './interval-prices.ts'
import { onDutyFromBefore } from './on-duty-from-before.ts'
import { PlannerPrices } from './planner-prices.ts'
import type { Problem } from './problem.ts'
import { Proposal } from './proposal.ts'
import { OFF, type Roster, emptyRoster } from './roster.ts'
import { RowChange, rowCost } from './row-cost.ts'
import { isCellLegal } from './row-legality.ts'
import { SlotCoverage } from './slot-coverage.ts'

/**
 * A roster under search, always legal. `propose` tells exactly what a change would cost, or that it
 * is illegal; `accept` carries out the change proposed last.
 */
export class SearchState {
  readonly problem: Problem
  readonly roster: Roster
  readonly #prices: IntervalPrices
  readonly planners: PlannerPrices
  readonly #row: RowChange
  readonly #coverage: CoverageChange
  readonly #stretches: Int32Array
  /** Change of people, in slots, by interval that an accepted move brings. */
  readonly #pending: Int8Array
  #pendingFrom = 0
  #pendingTo = 0
  readonly #change: Proposal
  readonly #aside: Proposal
  /** The cells as they were before the change accepted last, and what the roster cost then. */
  readonly #undo: Proposal
  #undoCost = 0
  /** Versions of the intervals before the change accepted last. */
  readonly #undoVersions: Int32Array
  /** Cost of the whole roster, kept up by adding changes; `recount` removes the rounding. */
  cost = 0

  constructor(problem: Problem) {
    this.problem = problem
    this.roster = emptyRoster(problem)
    this.#row = new RowChange(problem, this.roster)
    this.#prices = new IntervalPrices(problem)
    this.planners = new PlannerPrices(problem, this.roster)
    const Coverage = problem.grid.slotsPerInterval === 1 ? SlotCoverage : IntervalCoverage
    this.#coverage = new Coverage(problem, this.roster, this.#prices)
    this.#stretches = stretchesOfAShift(problem)
    this.#pending = new Int8Array(problem.grid.intervalsWithTail)
    this.#pendingFrom = this.#pending.length
    this.#change = new Proposal(problem.shapes.breaksMax)
    this.#aside = new Proposal(problem.shapes.breaksMax)
    this.#undo = new Proposal(problem.shapes.breaksMax)
    this.#undoVersions = new Int32Array(problem.grid.intervalsWithTail)
    this.#countWhoIsStillOnDuty()
    this.recount()
  }

  /** Sums the cost anew from what is kept by interval, row and group. */
  recount(): number {
    this.cost = this.#prices.total() + fairnessTotal(this.problem, this.roster)
    this.cost += this.planners.total()
    for (let o = 0; o < this.problem.operatorCount; o++) {
      this.cost += rowCost(this.problem, this.roster, o)
    }
    return this.cost
  }

  /** Starts a proposal for one person. */
  begin(o: number): void {
    this.#change.begin(o)
  }

  /** Adds one day to the proposal; `start` is a minute of the day, or `OFF`. */
  set(day: number, start: number, shape: number): void {
    this.#change.add(day, start, shape)
  }

  /** Keeps the proposal, so that another may be made before it; once. */
  setAside(): void {
    this.#aside.copyFrom(this.#change)
  }

  /** Makes the proposal that was set aside the current one again. */
  takeUp(): void {
    this.#change.copyFrom(this.#aside)
  }

  /** True when the proposal breaks no rule. */
  isLegal(): boolean {
    for (let i = 0; i < this.#change.count; i++) this.#swapCell(i)
    const isLegal = this.#areCellsLegal()
    for (let i = 0; i < this.#change.count; i++) this.#swapCell(i)
    return isLegal
  }

  /** The exact change of cost, or Infinity when the row would break a rule. */
  propose(): number {
    const o = this.#change.operator
    for (let i = 0; i < this.#change.count; i++) this.#swapCell(i)
    const isLegal = this.#areCellsLegal()
    const rules = isLegal ? this.planners.change(o) : 0
    this.#row.reset()
    for (let i = this.#change.count - 1; i >= 0; i--) {
      const day = this.#change.days[i] as number
      if (isLegal) this.#row.addCell(o, day, 1)
      this.#swapCell(i)
      if (isLegal) this.#row.addCell(o, day, -1)
    }
    if (!isLegal) return Number.POSITIVE_INFINITY
    return this.#row.total(o) + rules + this.#coverage.priceOf(this.#change)
  }

  /** Carries out the last proposal, whose change of cost was `delta`. */
  accept(delta: number): void {
    this.#undoCost = this.cost
    this.#carryOut()
    this.#applyPending()
    this.#undo.copyFrom(this.#change)
    this.cost += delta
  }

  /**
   * Carries out the last proposal with these breaks instead of the best ones, as when a given plan is
   * put in. `recount` must follow: the cost is not kept up.
   *
   * @param offsets slots from the start of the shift to each of its breaks, for a proposal of one day
   */
  acceptWithBreaks(offsets: readonly number[]): void {
    offsets.forEach((offset, k) => {
      this.#change.breaks[k] = offset
    })
    this.#carryOut()
    this.#applyPending()
  }

  /**
   * The exact change of cost if a break began elsewhere; Infinity where the work between breaks would be too
   * short.
   */
  proposeBreak(move: BreakMove): number {
    if (!isBreakLegal(this.problem.shapes, this.roster, move)) return Number.POSITIVE_INFINITY
    const { cell, k, offset } = move
    const { days, grid, shapes, operators } = this.problem
    const { slotsPerInterval } = grid
    const at = cell * shapes.breaksMax + k
    const length = this.problem.shapes.breakSlots[
      (this.roster.shape[cell] as number) * shapes.breaksMax + k
    ] as number
    const set = operators.skillSet[Math.floor(cell / days)] as number
    const first =
      (cell % days) * grid.slotsPerDay + (this.roster.start[cell] as number) / grid.slotMinutes
    const old = first + (this.roster.breakOffset[at] as number)
    const next = first + offset
    const end = Math.min(grid.slots, Math.max(old, next) + length)
    let change = 0
    for (let slot = Math.min(old, next); slot < end;) {
      const interval = Math.floor(slot / slotsPerInterval)
      const intervalEnd = Math.min(end, (interval + 1) * slotsPerInterval)
      const back = overlap(slot, intervalEnd, old, old + length)
      const by = back - overlap(slot, intervalEnd, next, next + length)
      if (by !== 0) change += this.#prices.changeBy(set, interval, by)
      slot = intervalEnd
    }
    return change
  }

  /** Carries out a move whose change of cost `proposeBreak` said to be `delta`. */
  acceptBreak({ cell, k, offset }: BreakMove, delta: number): void {
    const { days, shapes } = this.problem
    this.#change.operator = Math.floor(cell / days)
    this.#countDuty(cell % days, -1)
    this.roster.breakOffset[cell * shapes.breaksMax + k] = offset
    this.#countDuty(cell % days, 1)
    this.#applyPending()
    this.cost += delta
  }

  /** Takes back the change accepted last; only once, and before anything else is proposed for it. */
  undo(): void {
    this.#change.copyFrom(this.#undo)
    this.#carryOut()
    this.#takeBackPending()
    this.cost = this.#undoCost
  }

  /** Puts the proposed cells into the roster, and leaves the old ones in the proposal. */
  #carryOut(): void {
    const { breaksMax } = this.problem.shapes
    const { breakOffset } = this.roster
    const o = this.#change.operator
    this.#row.reset()
    for (let i = 0; i < this.#change.count; i++) {
      const day = this.#change.days[i] as number
      const cell = o * this.problem.days + day
      this.#countDuty(day, -1)
      this.#row.addCell(o, day, -1)
      this.#swapCell(i)
      for (let k = 0; k < breaksMax; k++) {
        const at = i * breaksMax + k
        const old = breakOffset[cell * breaksMax + k] as number
        breakOffset[cell * breaksMax + k] = this.#change.breaks[at] as number
        this.#change.breaks[at] = old
      }
      this.#row.addCell(o, day, 1)
      this.#countDuty(day, 1)
    }
    this.#row.keep(o)
    this.planners.keep(o)
  }

  #areCellsLegal(): boolean {
    for (let i = 0; i < this.#change.count; i++) {
      const day = this.#change.days[i] as number
      if (!isCellLegal(this.problem, this.roster, { o: this.#change.operator, day })) return false
    }
    return true
  }

  /** Exchanges a proposed cell with that of the roster. Doing it twice changes nothing. */
  #swapCell(i: number): void {
    const { start, shape, paid, weekPaid } = this.roster
    const { days, weeks, shapes } = this.problem
    const o = this.#change.operator
    const day = this.#change.days[i] as number
    const cell = o * days + day
    const oldStart = start[cell] as number
    const oldShape = shape[cell] as number
    const newStart = this.#change.starts[i] as number
    const newShape = this.#change.shapes[i] as number
    const more =
      (newStart === OFF ? 0 : (shapes.paidMinutes[newShape] as number)) -
      (oldStart === OFF ? 0 : (shapes.paidMinutes[oldShape] as number))
    const week = o * weeks + Math.floor(day / DAYS_PER_WEEK)
    paid[o] = (paid[o] as number) + more
    weekPaid[week] = (weekPaid[week] as number) + more
    start[cell] = newStart
    shape[cell] = newShape
    this.#change.starts[i] = oldStart
    this.#change.shapes[i] = oldShape
  }

  /** Adds one cell's duty to the pending change of people by interval. */
  #countDuty(day: number, by: 1 | -1): void {
    const { slotsPerInterval } = this.problem.grid
    const pending = this.#pending
    const stretches = this.#stretches
    const cell = this.#change.operator * this.problem.days + day
    const count = dutyStretches(this.problem, this.roster, cell, stretches)
    for (let k = 0; k < count; k++) {
      const end = stretches[2 * k + 1] as number
      for (let slot = stretches[2 * k] as number; slot < end; slot++) {
        const interval = Math.floor(slot / slotsPerInterval)
        pending[interval] = (pending[interval] as number) + by
        this.#pendingFrom = Math.min(this.#pendingFrom, interval)
        this.#pendingTo = Math.max(this.#pendingTo, interval + 1)
      }
    }
  }

  /** Tells the prices only of intervals that really change, so that all the others stay remembered. */
  #applyPending(): void {
    const set = this.problem.operators.skillSet[this.#change.operator] as number
    for (let interval = this.#pendingFrom; interval < this.#pendingTo; interval++) {
      const by = this.#pending[interval] as number
      if (by === 0) continue
      this.#undoVersions[interval] = this.#prices.version[interval] as number
      this.#prices.change(interval, set, by)
      this.#pending[interval] = 0
    }
    this.#pendingFrom = this.#pending.length
    this.#pendingTo = 0
  }

  #takeBackPending(): void {
    const set = this.problem.operators.skillSet[this.#change.operator] as number
    for (let interval = this.#pendingFrom; interval < this.#pendingTo; interval++) {
      const by = this.#pending[interval] as number
      if (by === 0) continue
      this.#prices.changeBack(interval, set, by, this.#undoVersions[interval] as number)
      this.#pending[interval] = 0
    }
    this.#pendingFrom = this.#pending.length
    this.#pendingTo = 0
  }

  #countWhoIsStillOnDuty(): void {
    onDutyFromBefore(this.problem).forEach((people, set) => {
      people.forEach((present, slot) => {
        const interval = Math.floor(slot / this.problem.grid.slotsPerInterval)
        if (present > 0) this.#prices.change(interval, set, present)
      })
    })
  }
}

/** Slots that two spans share. */
function overlap(first: number, end: number, otherFirst: number, otherEnd: number): number {
  return Math.max(0, Math.min(end, otherEnd) - Math.max(first, otherFirst))
}
