import { ColumnList, type ColumnProgram, type ProgramSolution } from './column-program.ts'
import { servedBy } from './cover-rows.ts'
import { type FixedChoices, OPEN, isOpen, keepsTo } from './fixed-choices.ts'
import { OFF, type NrpRoster } from './nrp-instance.ts'
import type { RowSearch } from './row-search.ts'
import type { RowWindow } from './row-window.ts'
import { RULED_OUT } from './trace-row.ts'

/** Rows of the pool that each person brings along at first, the newest that fit, and how far they go back. */
const ROWS_AT_FIRST = 60
const ROWS_LOOKED_AT = 400
/** What leaving a person without any row costs: never chosen where a row is left. */
const NO_ROW_COST = 100_000
const EPSILON = 1e-6

/**
 * The choice of one row for each person of whom something is open, as a linear program over the rows
 * known so far, with the cover that the others leave. Rows are added while they pay
 * (`generate-rows.ts`), and days are fixed until one row each is left (`dive.ts`).
 *
 * Equations: one row for each person, then each want of the cover on a day on which anything is open,
 * with a column for people missing and one for people too many.
 */
export class RestrictedMaster {
  readonly fixed: FixedChoices
  readonly people: readonly number[]
  readonly #search: RowSearch
  readonly #program: ColumnProgram
  readonly #place: Int32Array
  /** Wants of the cover on days on which something is open, and where each is among those. */
  readonly #wants: readonly number[]
  readonly #placeOfWant: Int32Array
  /** What people who are fixed altogether leave of each of these wants. */
  readonly #needed: Float64Array
  /** Wishes of the people who are fixed altogether, and the cover of days on which everybody is. */
  readonly #settledCost: number
  /** Columns before those of rows, then the pool's index of each column. */
  readonly #firstRow: number
  readonly #rows: number[] = []
  readonly #known = new Set<number>()
  #entries = 0
  readonly #prices: Float64Array
  readonly #row: Int8Array
  #solution: ProgramSolution | undefined

  /** @param fixed is kept and changed */
  constructor(search: RowSearch, fixed: FixedChoices) {
    const { tables, instance, openProgram } = search
    this.#search = search
    this.fixed = fixed
    this.people = Array.from({ length: tables.people }, (_, person) => person).filter((person) =>
      isOpen(fixed, person, tables.days),
    )
    this.#place = new Int32Array(tables.people).fill(-1)
    this.people.forEach((person, place) => (this.#place[person] = place))
    this.#prices = new Float64Array(tables.days * (tables.shifts + 1))
    this.#row = new Int8Array(tables.days)
    const openDays = daysOpen(fixed, tables.days)
    this.#wants = [...instance.cover.keys()].filter((want) =>
      openDays.has(instance.cover[want]?.day ?? -1),
    )
    this.#placeOfWant = new Int32Array(instance.cover.length).fill(-1)
    this.#wants.forEach((want, place) => (this.#placeOfWant[want] = place))
    const { left, cost } = this.#settle()
    this.#needed = Float64Array.from(this.#wants, (want) => left[want] as number)
    this.#settledCost = cost
    const rightSides = new Float64Array(this.people.length + this.#wants.length).fill(1)
    rightSides.set(this.#needed, this.people.length)
    this.#program = openProgram(rightSides)
    this.#firstRow = this.#addSlack()
    this.#addRows(this.people.flatMap((person) => this.#rowsAtFirst(person)))
  }

  get objective(): number {
    return this.#settledCost + (this.#solution?.objective ?? Number.POSITIVE_INFINITY)
  }

  /** The price of one more person wanted, by want of the days on which something is open. */
  get coverDuals(): Float64Array {
    return (this.#solution?.duals ?? new Float64Array(0)).subarray(this.people.length)
  }

  solve(): void {
    this.#solution = this.#program.solve()
    const { pivots } = this.#solution
    const rows = this.people.length + this.#needed.length
    this.#search.work.addSolving({ pivots, rows, entries: this.#entries })
  }

  /**
   * Plans every open person's cheapest row under prices of the cover, and adds those that improve
   * the last solution.
   *
   * @returns a lower bound of every roster that keeps to what is fixed, and how many rows were added
   */
  price(coverPrices: Float64Array): { bound: number; added: number } {
    const { planner, pool, work, tables } = this.#search
    const { days } = tables
    const before = planner.steps
    const duals = this.#solution?.duals
    let bound = this.#settledCost
    this.#needed.forEach((needed, place) => (bound += needed * (coverPrices[place] as number)))
    const better: number[] = []
    for (const person of this.people) {
      this.#setPrices(person, coverPrices)
      this.#row.set(this.fixed.subarray(person * days, (person + 1) * days))
      const cost = planner.plan(person, this.#prices, this.#row, openWindow(this.#row))
      bound += cost
      // Then nothing at all keeps to what is fixed, and the bound says so.
      if (cost === Number.POSITIVE_INFINITY) continue
      const index = pool.add(person, this.#row)
      if (!this.#known.has(index) && this.#reducedCost(index, duals) < -EPSILON) better.push(index)
    }
    this.#addRows(better)
    work.addPlanning({ plans: this.people.length, steps: planner.steps - before })
    return { bound, added: better.length }
  }

  /** The rows that the last solution uses, with their shares. */
  chosen(): { readonly person: number; readonly row: Int8Array; readonly share: number }[] {
    const { pool } = this.#search
    const values = this.#solution?.values
    return this.#rows.flatMap((index, column) => {
      const share = values?.[this.#firstRow + column] ?? 0
      if (share < EPSILON) return []
      return [{ person: pool.people[index] as number, row: pool.rows[index] as Int8Array, share }]
    })
  }

  /** Closes every row that does not keep to what has been fixed since. */
  closeUnfit(): void {
    const { pool, tables } = this.#search
    const unfit = this.#rows.flatMap((index, column) => {
      const at = (pool.people[index] as number) * tables.days
      return keepsTo(this.fixed, at, pool.rows[index] as Int8Array) ? [] : [this.#firstRow + column]
    })
    this.#program.closeColumns(unfit)
  }

  /** The roster, when the last solution uses one row for each person; else undefined. */
  wholeRoster(): NrpRoster | undefined {
    const chosen = this.chosen().filter(({ share }) => share > 1 - EPSILON)
    if (chosen.length !== this.people.length) return undefined
    const roster = this.fixed.slice()
    for (const { person, row } of chosen) roster.set(row, person * this.#search.tables.days)
    return roster
  }

  dispose(): void {
    this.#program.dispose()
  }

  /** What people who are fixed altogether leave of each want, and what is decided costs. */
  #settle(): { left: Float64Array; cost: number } {
    const { tables, instance } = this.#search
    const { days, shifts, people, wishes } = tables
    const left = Float64Array.from(instance.cover, (want) => want.people)
    let cost = 0
    for (let person = 0; person < people; person++) {
      const isFixed = this.#place[person] === -1
      const row = this.fixed.subarray(person * days, (person + 1) * days)
      for (const want of this.#servedWhereFixed(row, isFixed)) {
        left[want] = (left[want] as number) - 1
      }
      if (!isFixed) continue
      row.forEach((shift, day) => {
        cost += wishes[(person * days + day) * (shifts + 1) + shift + 1] as number
      })
    }
    instance.cover.forEach(({ underWeight, overWeight }, want) => {
      if (this.#placeOfWant[want] !== -1) return
      const missing = left[want] as number
      cost += missing > 0 ? missing * underWeight : -missing * overWeight
    })
    return { left, cost }
  }

  /** What a person's fixed days serve; of somebody with open days, where no column will count it. */
  #servedWhereFixed(row: Int8Array, isFixed: boolean): number[] {
    const { cover, tables } = this.#search
    const decided = row.map((choice) => (choice === OPEN ? OFF : choice))
    const served = servedBy(cover, decided, tables.shifts)
    return isFixed ? served : served.filter((want) => this.#placeOfWant[want] === -1)
  }

  #addSlack(): number {
    const list = new ColumnList()
    const { cover } = this.#search.instance
    this.#wants.forEach((want, place) => {
      list.add(cover[want]?.underWeight ?? 0, [this.people.length + place])
      list.add(cover[want]?.overWeight ?? 0, [this.people.length + place], -1)
    })
    this.people.forEach((_, place) => list.add(NO_ROW_COST, [place]))
    this.#program.addColumns(list.columns())
    return list.count
  }

  #rowsAtFirst(person: number): number[] {
    const { pool, tables } = this.#search
    const known = pool.ofPerson[person] ?? []
    const fitting: number[] = []
    const oldest = Math.max(0, known.length - ROWS_LOOKED_AT)
    for (let at = known.length - 1; at >= oldest && fitting.length < ROWS_AT_FIRST; at--) {
      const index = known[at] as number
      const row = pool.rows[index] as Int8Array
      if (keepsTo(this.fixed, person * tables.days, row)) fitting.push(index)
    }
    return fitting.toReversed()
  }

  #addRows(indexes: readonly number[]): void {
    if (indexes.length === 0) return
    const { pool } = this.#search
    const list = new ColumnList()
    for (const index of indexes) {
      this.#rows.push(index)
      this.#known.add(index)
      const equations = this.#equationsOf(index)
      this.#entries += equations.length
      list.add(pool.costs[index] as number, equations)
    }
    this.#program.addColumns(list.columns())
  }

  #equationsOf(index: number): number[] {
    const { pool, cover, tables } = this.#search
    const served = servedBy(cover, pool.rows[index] as Int8Array, tables.shifts)
    const place = this.#place[pool.people[index] as number] as number
    const open = served.map((want) => this.#placeOfWant[want] as number).filter((one) => one !== -1)
    return [place, ...open.map((one) => this.people.length + one)]
  }

  #reducedCost(index: number, duals: Float64Array | undefined): number {
    if (duals === undefined) return Number.NEGATIVE_INFINITY
    return this.#equationsOf(index).reduce(
      (cost, equation) => cost - (duals[equation] as number),
      this.#search.pool.costs[index] as number,
    )
  }

  /** What one more person on a shift of a day is worth under prices of the cover. */
  #valueOf(shiftOfDay: number, coverPrices: Float64Array): number {
    let value = 0
    for (const want of this.#search.cover[shiftOfDay] ?? []) {
      const place = this.#placeOfWant[want] as number
      if (place !== -1) value += coverPrices[place] as number
    }
    return value
  }

  #setPrices(person: number, coverPrices: Float64Array): void {
    const { tables } = this.#search
    const { days, shifts, wishes } = tables
    const width = shifts + 1
    const price = (day: number, shift: number): number => {
      const wish = wishes[(person * days + day) * width + shift + 1] as number
      return shift === OFF ? wish : wish - this.#valueOf(day * shifts + shift, coverPrices)
    }
    this.#prices.fill(RULED_OUT * 2)
    for (let day = 0; day < days; day++) {
      const at = day * width + 1
      const choice = this.fixed[person * days + day] as number
      if (choice !== OPEN) this.#prices[at + choice] = price(day, choice)
      else
        for (let shift = OFF; shift < shifts; shift++) this.#prices[at + shift] = price(day, shift)
    }
  }
}

/** From the first open day of a row to its last; undefined where that is all of them. */
function openWindow(row: Int8Array): RowWindow | undefined {
  const from = row.indexOf(OPEN)
  const to = row.lastIndexOf(OPEN) + 1
  if (from === -1) return { from: row.length, to: row.length }
  return from === 0 && to === row.length ? undefined : { from, to }
}

/** Days on which somebody's choice is open. */
function daysOpen(fixed: FixedChoices, days: number): ReadonlySet<number> {
  const open = new Set<number>()
  fixed.forEach((choice, cell) => {
    if (choice === OPEN) open.add(cell % days)
  })
  return open
}
