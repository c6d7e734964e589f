import { DAYS_PER_WEEK } from '../instance.ts'
import { fairnessTotal } from './fairness.ts'
import { onDutyFromBefore } from './on-duty-from-before.ts'
import { BreakPlacer } from './place-breaks.ts'
import { PlannerPrices } from './planner-prices.ts'
import type { Problem } from './problem.ts'
import { Proposal } from './proposal.ts'
import { OFF, type Roster, emptyRoster } from './roster.ts'
import { RowChange, rowCost } from './row-cost.ts'
import { isCellLegal } from './row-legality.ts'
import { SlotPrices } from './slot-prices.ts'

/**
 * A roster under search, always legal. `propose` tells exactly what a change would cost, or that it
 * is illegal; `accept` carries out the change proposed last.
 */
export class SearchState {
  readonly problem: Problem
  readonly roster: Roster
  readonly #prices: SlotPrices
  readonly planners: PlannerPrices
  readonly #row: RowChange
  /** Slots of the old duty carry the number of the proposal, so that nothing need be wiped. */
  readonly #marked: Int32Array
  #mark = 0
  /** What the person of the proposal costs in each slot of the new duty. */
  readonly #slotValue: Float64Array
  /** Change of people by slot that an accepted move brings. */
  readonly #pending: Int8Array
  #pendingFrom = 0
  #pendingTo = 0
  readonly #placer: BreakPlacer
  readonly #placement = { shape: 0, first: 0, at: 0 }
  readonly #change: Proposal
  readonly #aside: Proposal
  /** The cells as they were before the change accepted last, and what the roster cost then. */
  readonly #undo: Proposal
  #undoCost = 0
  /** Versions of the slots before the change accepted last. */
  readonly #undoVersions: Int32Array
  /** Cost of the whole roster, kept up by adding changes; `recount` removes the rounding. */
  cost = 0

  constructor(problem: Problem) {
    this.problem = problem
    this.roster = emptyRoster(problem)
    this.#row = new RowChange(problem, this.roster)
    this.#prices = new SlotPrices(problem)
    this.planners = new PlannerPrices(problem, this.roster)
    this.#marked = new Int32Array(problem.grid.slotsWithTail)
    this.#slotValue = new Float64Array(problem.grid.slotsWithTail)
    this.#pending = new Int8Array(problem.grid.slotsWithTail)
    this.#pendingFrom = this.#pending.length
    this.#change = new Proposal(problem.shapes.breaksMax)
    this.#aside = new Proposal(problem.shapes.breaksMax)
    this.#undo = new Proposal(problem.shapes.breaksMax)
    this.#undoVersions = new Int32Array(problem.grid.slotsWithTail)
    this.#placer = new BreakPlacer(problem.shapes, this.#slotValue, this.#change.breaks)
    this.#countWhoIsStillOnDuty()
    this.recount()
  }

  /** Sums the cost anew from what is kept by slot, row and group. */
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
    return this.#row.total(o) + rules + this.#coverageChange()
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

  /**
   * Old duty leaves every slot that it covers, new duty enters; a slot that has both is unchanged.
   * New breaks go where they release most, which is the best place given the rest of the roster.
   */
  #coverageChange(): number {
    const set = this.problem.operators.skillSet[this.#change.operator] as number
    this.#mark++
    let change = 0
    for (let i = 0; i < this.#change.count; i++)
      change += this.#leave(this.#change.days[i] as number, set)
    for (let i = 0; i < this.#change.count; i++) {
      if (this.#change.starts[i] !== OFF) change += this.#enter(i, set)
    }
    return change
  }

  /** Marks the slots that a cell's shift covers now; returns what leaving them would cost. */
  #leave(day: number, set: number): number {
    const { grid, shapes, days } = this.problem
    const { fewer, priced, version } = this.#prices
    const cell = this.#change.operator * days + day
    const start = this.roster.start[cell] as number
    if (start === OFF) return 0
    const shape = this.roster.shape[cell] as number
    const marked = this.#marked
    const first = day * grid.slotsPerDay + start / grid.slotMinutes
    const end = first + (shapes.spanSlots[shape] as number)
    const base = set * grid.slotsWithTail
    let change = 0
    let slot = first
    for (let k = 0; k <= (shapes.breakCount[shape] as number); k++) {
      const pause = this.#breakStart(cell, shape, k, first)
      for (; slot < pause && slot < end; slot++) {
        if (priced[base + slot] !== version[slot]) this.#prices.refresh(set, slot)
        marked[slot] = this.#mark
        change += fewer[base + slot] as number
      }
      slot += this.#breakLength(shape, k)
    }
    return change
  }

  /** What entering the slots of the new shift `i` would cost, with its breaks in the best places. */
  #enter(i: number, set: number): number {
    const { grid, shapes } = this.problem
    const { more, fewer, priced, version } = this.#prices
    const shape = this.#change.shapes[i] as number
    const first =
      (this.#change.days[i] as number) * grid.slotsPerDay +
      (this.#change.starts[i] as number) / grid.slotMinutes
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
    return change - this.#placer.place(this.#placement)
  }

  /** Adds one cell's duty to the pending change of people by slot. */
  #countDuty(day: number, by: 1 | -1): void {
    const { grid, shapes, days } = this.problem
    const cell = this.#change.operator * days + day
    const start = this.roster.start[cell] as number
    if (start === OFF) return
    const shape = this.roster.shape[cell] as number
    const pending = this.#pending
    const first = day * grid.slotsPerDay + start / grid.slotMinutes
    const end = first + (shapes.spanSlots[shape] as number)
    this.#pendingFrom = Math.min(this.#pendingFrom, first)
    this.#pendingTo = Math.max(this.#pendingTo, end)
    let slot = first
    for (let k = 0; k <= (shapes.breakCount[shape] as number); k++) {
      const pause = this.#breakStart(cell, shape, k, first)
      for (; slot < pause && slot < end; slot++) pending[slot] = (pending[slot] as number) + by
      slot += this.#breakLength(shape, k)
    }
  }

  /** Tells the prices only of slots that really change, so that all the others stay remembered. */
  #applyPending(): void {
    const set = this.problem.operators.skillSet[this.#change.operator] as number
    for (let slot = this.#pendingFrom; slot < this.#pendingTo; slot++) {
      const by = this.#pending[slot] as number
      if (by === 0) continue
      this.#undoVersions[slot] = this.#prices.version[slot] as number
      this.#prices.change(slot, set, by)
      this.#pending[slot] = 0
    }
    this.#pendingFrom = this.#pending.length
    this.#pendingTo = 0
  }

  #takeBackPending(): void {
    const set = this.problem.operators.skillSet[this.#change.operator] as number
    for (let slot = this.#pendingFrom; slot < this.#pendingTo; slot++) {
      const by = this.#pending[slot] as number
      if (by === 0) continue
      this.#prices.changeBack(slot, set, by, this.#undoVersions[slot] as number)
      this.#pending[slot] = 0
    }
    this.#pendingFrom = this.#pending.length
    this.#pendingTo = 0
  }

  /** Slot at which break `k` of a cell's shift starts; past every slot after the last break. */
  #breakStart(cell: number, shape: number, k: number, first: number): number {
    const { breaksMax, breakCount } = this.problem.shapes
    if (k >= (breakCount[shape] as number)) return Number.MAX_SAFE_INTEGER
    return first + (this.roster.breakOffset[cell * breaksMax + k] as number)
  }

  #breakLength(shape: number, k: number): number {
    const { breaksMax, breakCount, breakSlots } = this.problem.shapes
    return k < (breakCount[shape] as number) ? (breakSlots[shape * breaksMax + k] as number) : 0
  }

  #countWhoIsStillOnDuty(): void {
    onDutyFromBefore(this.problem).forEach((people, set) => {
      people.forEach((present, slot) => {
        if (present > 0) this.#prices.change(slot, set, present)
      })
    })
  }
}
