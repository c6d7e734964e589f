import type { NrpTables } from './nrp-tables.ts'

/** Cells of rows that are kept, which with what it takes to find them is some 300 MB. */
const CELLS_MAX = 60e6
/** Share of the rows that are forgotten when there are too many, the oldest. */
const FORGOTTEN_SHARE = 0.75

/** The rows that were planned for each person, each kept once. */
export class RowPool {
  readonly #tables: NrpTables
  readonly #indexOf = new Map<string, number>()
  rows: Int8Array[] = []
  people: number[] = []
  /** What the row costs the person in wishes. */
  costs: number[] = []
  ofPerson: readonly number[][] = []

  constructor(tables: NrpTables) {
    this.#tables = tables
    this.#empty()
  }

  /** Forgets the oldest rows when there are too many; then no index given before holds any more. */
  makeRoom(): void {
    if (this.rows.length * this.#tables.days < CELLS_MAX) return
    const from = Math.floor(this.rows.length * FORGOTTEN_SHARE)
    const { rows, people } = this
    this.#empty()
    for (let index = from; index < rows.length; index++) {
      this.add(people[index] as number, rows[index] as Int8Array)
    }
  }

  #empty(): void {
    this.#indexOf.clear()
    this.rows = []
    this.people = []
    this.costs = []
    this.ofPerson = Array.from({ length: this.#tables.people }, () => [])
  }

  /** @returns the index of the row, which is new or was there */
  add(person: number, row: Int8Array): number {
    const key = String.fromCharCode(person, ...row.map(asLetter))
    const known = this.#indexOf.get(key)
    if (known !== undefined) return known
    const index = this.rows.length
    this.#indexOf.set(key, index)
    this.rows.push(row.slice())
    this.people.push(person)
    this.costs.push(wishCost(this.#tables, person, row))
    this.ofPerson[person]?.push(index)
    return index
  }
}

/** Shifts start at -1, a day off. */
function asLetter(choice: number): number {
  return choice + 1
}

function wishCost({ days, shifts, wishes }: NrpTables, person: number, row: Int8Array): number {
  let cost = 0
  for (let day = 0; day < days; day++) {
    cost += wishes[(person * days + day) * (shifts + 1) + (row[day] as number) + 1] as number
  }
  return cost
}
