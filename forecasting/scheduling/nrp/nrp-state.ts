import { type NrpRoster, OFF } from './nrp-instance.ts'
import type { NrpTables } from './nrp-tables.ts'
import { RowPricer } from './row-price.ts'

/** A roster under search with its cost, and the cells that a move is changing. */
export class NrpState {
  readonly tables: NrpTables
  readonly roster: NrpRoster
  /** The best roster so far that breaks no hard rule. */
  best: NrpRoster | undefined
  bestCost = Number.POSITIVE_INFINITY
  /** Weights not granted, and cover missing or too much; without breaches. */
  cost: number
  /** Price of one breach of a hard rule in what `propose` tells. */
  breachPrice = 250
  readonly #pricer: RowPricer
  readonly #rowCost: Float64Array
  readonly #rowBreaches: Float64Array
  /** By how much hard rules are broken in all. */
  breaches = 0
  readonly #there: Int32Array
  /** Cells of the proposal with what they held before, and the one or two people it touches. */
  readonly #cells: Int32Array
  readonly #held: Int8Array
  #count = 0
  #first = -1
  #second = -1
  #delta = 0
  readonly #newCost = new Float64Array(2)
  readonly #newBreaches = new Float64Array(2)

  constructor(tables: NrpTables) {
    const { days, people, shifts } = tables
    this.tables = tables
    this.roster = new Int8Array(people * days).fill(OFF)
    this.#pricer = new RowPricer(tables)
    this.#rowCost = new Float64Array(people)
    this.#rowBreaches = new Float64Array(people)
    this.#there = new Int32Array(days * shifts)
    this.#cells = new Int32Array(2 * days)
    this.#held = new Int8Array(2 * days)
    this.cost = 0
    this.recount()
  }

  begin(first: number, second: number): void {
    this.#count = 0
    this.#delta = 0
    this.#first = first
    this.#second = second
  }

  /** Puts a shift into a cell, or `OFF`; a cell may be changed once in a proposal. */
  set(person: number, day: number, shift: number): void {
    const cell = person * this.tables.days + day
    const held = this.roster[cell] as number
    if (held === shift) return
    this.#cells[this.#count] = cell
    this.#held[this.#count] = held
    this.#count++
    this.roster[cell] = shift
    if (held !== OFF) this.#delta += this.#addCover(day, held, -1)
    if (shift !== OFF) this.#delta += this.#addCover(day, shift, 1)
  }

  /** The change of cost and of priced breaches of what was set; `accept` or `reject` must follow. */
  propose(): number {
    let breaches = this.#reprice(0, this.#first)
    if (this.#second >= 0) breaches += this.#reprice(1, this.#second)
    return this.#delta + breaches * this.breachPrice
  }

  accept(): void {
    this.#keep(0, this.#first)
    if (this.#second >= 0) this.#keep(1, this.#second)
    this.cost += this.#delta
    if (this.breaches < 1e-9 && this.cost < this.bestCost - 1e-9) {
      this.bestCost = this.cost
      this.best = this.roster.slice()
    }
  }

  reject(): void {
    const { days, shifts } = this.tables
    for (let i = this.#count - 1; i >= 0; i--) {
      const cell = this.#cells[i] as number
      const at = (cell % days) * shifts
      const now = this.roster[cell] as number
      const held = this.#held[i] as number
      if (now !== OFF) this.#there[at + now] = (this.#there[at + now] as number) - 1
      if (held !== OFF) this.#there[at + held] = (this.#there[at + held] as number) + 1
      this.roster[cell] = held
    }
  }

  /** Goes back to the best legal roster, if there is one. */
  returnToBest(): void {
    if (this.best === undefined) return
    this.roster.set(this.best)
    this.recount()
  }

  #reprice(index: 0 | 1, person: number): number {
    const cost = this.#pricer.price(this.roster, person)
    this.#newCost[index] = cost
    this.#newBreaches[index] = this.#pricer.breaches
    this.#delta += cost - (this.#rowCost[person] as number)
    return this.#pricer.breaches - (this.#rowBreaches[person] as number)
  }

  #keep(index: 0 | 1, person: number): void {
    const breaches = this.#newBreaches[index] as number
    this.breaches += breaches - (this.#rowBreaches[person] as number)
    this.#rowCost[person] = this.#newCost[index] as number
    this.#rowBreaches[person] = breaches
  }

  #addCover(day: number, shift: number, by: 1 | -1): number {
    const { shifts, people, coverCost } = this.tables
    const at = day * shifts + shift
    const before = this.#there[at] as number
    this.#there[at] = before + by
    const row = at * (people + 1)
    return (coverCost[row + before + by] as number) - (coverCost[row + before] as number)
  }

  /** Counts the cost of the roster anew. */
  recount(): number {
    const { days, people, shifts, coverCost } = this.tables
    this.#there.fill(0)
    this.roster.forEach((shift, cell) => {
      const at = (cell % days) * shifts + shift
      if (shift !== OFF) this.#there[at] = (this.#there[at] as number) + 1
    })
    let cost = this.#there.reduce(
      (sum, there, at) => sum + (coverCost[at * (people + 1) + there] as number),
      0,
    )
    this.breaches = 0
    for (let person = 0; person < people; person++) {
      this.#rowCost[person] = this.#pricer.price(this.roster, person)
      this.#rowBreaches[person] = this.#pricer.breaches
      this.breaches += this.#pricer.breaches
      cost += this.#rowCost[person] as number
    }
    this.cost = cost
    return cost
  }
}
