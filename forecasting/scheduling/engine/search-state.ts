import { fairnessChange, fairnessTotal, keepScan } from './fairness.ts'
import { BreakPlacer } from './place-breaks.ts'
import type { Problem } from './problem.ts'
import { OFF, type Roster, emptyRoster } from './roster.ts'
import { type RowScan, scanRow } from './row-cost.ts'
import { isRowLegal } from './row-legality.ts'
import { SlotPrices } from './slot-prices.ts'

/** Up to two days of one person that a move changes at once. */
const CHANGES_MAX = 2

/**
 * A roster under search, always legal. `propose` tells exactly what a change would cost, or that it
 * is illegal; `accept` carries out the change proposed last.
 */
export class SearchState {
  readonly problem: Problem
  readonly roster: Roster
  readonly #prices: SlotPrices
  readonly #scan: RowScan = { cost: 0, nights: 0, weekends: 0 }
  /** Slots of the old duty carry the number of the proposal, so that nothing need be wiped. */
  readonly #marked: Int32Array
  #proposal = 0
  /** What the person of the proposal costs in each slot of the new duty. */
  readonly #slotValue: Float64Array
  /** Change of people by slot that an accepted move brings. */
  readonly #pending: Int8Array
  #pendingFrom = 0
  #pendingTo = 0
  readonly #newBreaks: Int32Array
  readonly #placer: BreakPlacer
  readonly #placement = { shape: 0, first: 0, at: 0 }
  #operator = 0
  #count = 0
  readonly #days = new Int32Array(CHANGES_MAX)
  readonly #starts = new Int32Array(CHANGES_MAX)
  readonly #shapes = new Int32Array(CHANGES_MAX)
  #undoOperator = 0
  #undoCount = 0
  #undoCost = 0
  readonly #undoDays = new Int32Array(CHANGES_MAX)
  readonly #undoStarts = new Int32Array(CHANGES_MAX)
  readonly #undoShapes = new Int32Array(CHANGES_MAX)
  readonly #undoBreaks: Int32Array
  /** Cost of the whole roster, kept up by adding changes; `recount` removes the rounding. */
  cost = 0

  constructor(problem: Problem) {
    this.problem = problem
    this.roster = emptyRoster(problem)
    this.#prices = new SlotPrices(problem)
    this.#marked = new Int32Array(problem.grid.slotsWithTail)
    this.#slotValue = new Float64Array(problem.grid.slotsWithTail)
    this.#pending = new Int8Array(problem.grid.slotsWithTail)
    this.#pendingFrom = this.#pending.length
    this.#newBreaks = new Int32Array(CHANGES_MAX * problem.shapes.breaksMax)
    this.#undoBreaks = new Int32Array(CHANGES_MAX * problem.shapes.breaksMax)
    this.#placer = new BreakPlacer(problem.shapes, this.#slotValue, this.#newBreaks)
    this.#countWhoIsStillOnDuty()
    for (let o = 0; o < problem.operatorCount; o++) {
      scanRow(problem, this.roster, o, this.#scan)
      keepScan(problem, this.roster, o, this.#scan)
    }
    this.recount()
  }

  /** Sums the cost anew from what is kept by slot, row and group. */
  recount(): number {
    const rows = this.roster.rowCost.reduce((sum, cost) => sum + cost, 0)
    this.cost = this.#prices.total() + rows + fairnessTotal(this.problem, this.roster)
    return this.cost
  }

  /** Starts a proposal for one person. */
  begin(o: number): void {
    this.#operator = o
    this.#count = 0
  }

  /** Adds one day to the proposal; `start` is a minute of the day, or `OFF`. */
  set(day: number, start: number, shape: number): void {
    this.#days[this.#count] = day
    this.#starts[this.#count] = start
    this.#shapes[this.#count] = shape
    this.#count++
  }

  /** The exact change of cost, or Infinity when the row would break a rule. */
  propose(): number {
    const { problem, roster } = this
    this.#swapRow()
    const isLegal = isRowLegal(problem, roster, this.#operator)
    if (isLegal) scanRow(problem, roster, this.#operator, this.#scan)
    this.#swapRow()
    if (!isLegal) return Number.POSITIVE_INFINITY
    const row = this.#scan.cost - (roster.rowCost[this.#operator] as number)
    const fairness = fairnessChange(problem, roster, this.#operator, this.#scan)
    return row + fairness + this.#coverageChange()
  }

  /** Carries out the last proposal, whose change of cost was `delta`. */
  accept(delta: number): void {
    this.#undoCost = this.cost
    this.#carryOut()
    keepScan(this.problem, this.roster, this.#operator, this.#scan)
    this.cost += delta
  }

  /** Takes back the change accepted last; only once, and before anything else is proposed for it. */
  undo(): void {
    const { problem, roster } = this
    this.#operator = this.#undoOperator
    this.#count = this.#undoCount
    this.#days.set(this.#undoDays)
    this.#starts.set(this.#undoStarts)
    this.#shapes.set(this.#undoShapes)
    this.#newBreaks.set(this.#undoBreaks)
    const cost = this.#undoCost
    this.#carryOut()
    scanRow(problem, roster, this.#operator, this.#scan)
    keepScan(problem, roster, this.#operator, this.#scan)
    this.cost = cost
  }

  /** Puts the proposed cells into the roster, and notes the old ones for `undo`. */
  #carryOut(): void {
    const { shapes, days } = this.problem
    const { start, shape, breakOffset } = this.roster
    const o = this.#operator
    this.#undoOperator = o
    this.#undoCount = this.#count
    for (let i = 0; i < this.#count; i++) this.#countDuty(this.#days[i] as number, -1)
    for (let i = 0; i < this.#count; i++) {
      const cell = o * days + (this.#days[i] as number)
      this.#undoDays[i] = this.#days[i] as number
      this.#undoStarts[i] = start[cell] as number
      this.#undoShapes[i] = shape[cell] as number
      start[cell] = this.#starts[i] as number
      shape[cell] = this.#shapes[i] as number
      for (let k = 0; k < shapes.breaksMax; k++) {
        const at = i * shapes.breaksMax + k
        this.#undoBreaks[at] = breakOffset[cell * shapes.breaksMax + k] as number
        breakOffset[cell * shapes.breaksMax + k] = this.#newBreaks[at] as number
      }
      this.#countDuty(this.#days[i] as number, 1)
    }
    this.#applyPending()
  }

  /** Exchanges the proposed cells with those of the roster. Doing it twice changes nothing. */
  #swapRow(): void {
    const { start, shape } = this.roster
    for (let i = 0; i < this.#count; i++) {
      const cell = this.#operator * this.problem.days + (this.#days[i] as number)
      const oldStart = start[cell] as number
      const oldShape = shape[cell] as number
      start[cell] = this.#starts[i] as number
      shape[cell] = this.#shapes[i] as number
      this.#starts[i] = oldStart
      this.#shapes[i] = oldShape
    }
  }

  /**
   * Old duty leaves every slot that it covers, new duty enters; a slot that has both is unchanged.
   * New breaks go where they release most, which is the best place given the rest of the roster.
   */
  #coverageChange(): number {
    const set = this.problem.operators.skillSet[this.#operator] as number
    this.#proposal++
    let change = 0
    for (let i = 0; i < this.#count; i++) change += this.#leave(this.#days[i] as number, set)
    for (let i = 0; i < this.#count; i++) {
      if (this.#starts[i] !== OFF) change += this.#enter(i, set)
    }
    return change
  }

  /** Marks the slots that a cell's shift covers now; returns what leaving them would cost. */
  #leave(day: number, set: number): number {
    const { grid, shapes, days } = this.problem
    const { fewer, priced, version } = this.#prices
    const cell = this.#operator * days + day
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
        marked[slot] = this.#proposal
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
    const shape = this.#shapes[i] as number
    const first =
      (this.#days[i] as number) * grid.slotsPerDay + (this.#starts[i] as number) / grid.slotMinutes
    const end = first + (shapes.spanSlots[shape] as number)
    const base = set * grid.slotsWithTail
    const marked = this.#marked
    const slotValue = this.#slotValue
    const proposal = this.#proposal
    let change = 0
    for (let slot = first; slot < end; slot++) {
      const at = base + slot
      if (priced[at] !== version[slot]) this.#prices.refresh(set, slot)
      const value = marked[slot] === proposal ? -(fewer[at] as number) : (more[at] as number)
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
    const cell = this.#operator * days + day
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
    const set = this.problem.operators.skillSet[this.#operator] as number
    for (let slot = this.#pendingFrom; slot < this.#pendingTo; slot++) {
      const by = this.#pending[slot] as number
      if (by === 0) continue
      this.#prices.change(slot, set, by)
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
    const { operators, operatorCount, grid } = this.problem
    for (let o = 0; o < operatorCount; o++) {
      const until = (operators.historyEnd[o] as number) / grid.slotMinutes
      for (let slot = 0; slot < until; slot++) {
        const present = Math.min(1, until - slot)
        this.#prices.change(slot, operators.skillSet[o] as number, present)
      }
    }
  }
}
