import { placeBreaks } from './place-breaks.ts'
import type { Problem } from './problem.ts'
import {
  emptyRoster,
  fairnessChange,
  keepScan,
  OFF,
  type Roster,
  type RowScan,
  scanRow,
} from './roster.ts'
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
  readonly prices: SlotPrices
  readonly #old = { legal: true, cost: 0, nights: 0, weekends: 0 } satisfies RowScan
  readonly #marked: Uint8Array
  readonly #slotChange: Float64Array
  readonly #newBreaks: Int32Array
  #operator = 0
  #count = 0
  readonly #days = new Int32Array(CHANGES_MAX)
  readonly #starts = new Int32Array(CHANGES_MAX)
  readonly #shapes = new Int32Array(CHANGES_MAX)
  /** Cost of the whole roster: coverage, rows and fairness. */
  cost = 0

  constructor(problem: Problem) {
    this.problem = problem
    this.roster = emptyRoster(problem)
    this.prices = new SlotPrices(problem)
    this.#marked = new Uint8Array(problem.grid.slotsWithTail)
    this.#slotChange = new Float64Array(problem.grid.slotsWithTail)
    this.#newBreaks = new Int32Array(CHANGES_MAX * problem.shapes.breaksMax)
    this.#countWhoIsStillOnDuty()
    const scan: RowScan = { legal: false, cost: 0, nights: 0, weekends: 0 }
    for (let o = 0; o < problem.operatorCount; o++) {
      scanRow(problem, this.roster, o, scan)
      keepScan(problem, this.roster, o, scan)
      this.cost += scan.cost
    }
    this.cost += this.prices.total()
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
    this.#swapRow()
    scanRow(this.problem, this.roster, this.#operator, this.#old)
    this.#swapRow()
    if (!this.#old.legal) return Number.POSITIVE_INFINITY
    const rows = this.#old.cost - (this.roster.rowCost[this.#operator] as number)
    const fairness = fairnessChange(this.problem, this.roster, this.#operator, this.#old)
    return rows + fairness + this.#coverageChange()
  }

  /** Carries out the last proposal, whose change of cost was `delta`. */
  accept(delta: number): void {
    const { shapes, days } = this.problem
    const o = this.#operator
    for (let i = 0; i < this.#count; i++) this.#duty(o, this.#days[i] as number, -1)
    for (let i = 0; i < this.#count; i++) {
      const cell = o * days + (this.#days[i] as number)
      this.roster.start[cell] = this.#starts[i] as number
      this.roster.shape[cell] = this.#shapes[i] as number
      for (let k = 0; k < shapes.breaksMax; k++) {
        this.roster.breakOffset[cell * shapes.breaksMax + k] = this.#newBreaks[
          i * shapes.breaksMax + k
        ] as number
      }
      this.#duty(o, this.#days[i] as number, 1)
    }
    keepScan(this.problem, this.roster, o, this.#old)
    this.cost += delta
  }

  /** Exchanges the proposed cells with those of the roster. Doing it twice changes nothing. */
  #swapRow(): void {
    const { start, shape } = this.roster
    for (let i = 0; i < this.#count; i++) {
      const cell = this.#operator * this.problem.days + (this.#days[i] as number)
      const [oldStart, oldShape] = [start[cell] as number, shape[cell] as number]
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
    const { grid, operators, shapes } = this.problem
    const set = operators.skillSet[this.#operator] as number
    let change = 0
    for (let i = 0; i < this.#count; i++) change += this.#markOld(this.#days[i] as number, set, 1)
    for (let i = 0; i < this.#count; i++) {
      const start = this.#starts[i] as number
      if (start === OFF) continue
      const shape = this.#shapes[i] as number
      const first = (this.#days[i] as number) * grid.slotsPerDay + start / grid.slotMinutes
      const last = first + (shapes.spanSlots[shape] as number)
      for (let slot = first; slot < last; slot++) {
        const value =
          this.#marked[slot] === 1 ? -this.prices.minus(slot, set) : this.prices.plus(slot, set)
        this.#slotChange[slot] = value
        change += value
      }
      change -= placeBreaks(shapes, {
        shape,
        first,
        value: this.#slotChange,
        offsets: this.#newBreaks,
        at: i * shapes.breaksMax,
      })
    }
    for (let i = 0; i < this.#count; i++) this.#markOld(this.#days[i] as number, set, 0)
    return change
  }

  /** Marks the slots that a cell's shift covers now; returns what leaving them would cost. */
  #markOld(day: number, set: number, mark: 0 | 1): number {
    let change = 0
    this.#eachDutySlot(this.#operator, day, (slot) => {
      this.#marked[slot] = mark
      if (mark === 1) change += this.prices.minus(slot, set)
    })
    return change
  }

  #duty(o: number, day: number, by: 1 | -1): void {
    const set = this.problem.operators.skillSet[o] as number
    this.#eachDutySlot(o, day, (slot) => this.prices.change(slot, set, by))
  }

  #eachDutySlot(o: number, day: number, visit: (slot: number) => void): void {
    const { grid, shapes, days } = this.problem
    const cell = o * days + day
    const start = this.roster.start[cell] as number
    if (start === OFF) return
    const shape = this.roster.shape[cell] as number
    const first = day * grid.slotsPerDay + start / grid.slotMinutes
    const last = first + (shapes.spanSlots[shape] as number)
    let slot = first
    for (let k = 0; k < (shapes.breakCount[shape] as number); k++) {
      const pause = first + (this.roster.breakOffset[cell * shapes.breaksMax + k] as number)
      while (slot < pause) visit(slot++)
      slot = pause + (shapes.breakSlots[shape * shapes.breaksMax + k] as number)
    }
    while (slot < last) visit(slot++)
  }

  #countWhoIsStillOnDuty(): void {
    const { operators, operatorCount, grid } = this.problem
    for (let o = 0; o < operatorCount; o++) {
      const until = (operators.historyEnd[o] as number) / grid.slotMinutes
      for (let slot = 0; slot < until; slot++) {
        this.prices.change(slot, operators.skillSet[o] as number, 1)
      }
    }
  }
}
