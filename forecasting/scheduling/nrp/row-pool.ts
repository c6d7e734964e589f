import type { NrpTables } from './nrp-tables.ts'

/** Every row that was ever planned for a person, each kept once. */
export class RowPool {
  readonly #tables: NrpTables
  readonly #indexOf = new Map<string, number>()
  readonly rows: Int8Array[] = []
  readonly people: number[] = []
  /** What the row costs the person in wishes. */
  readonly costs: number[] = []
  readonly ofPerson: readonly number[][]

  constructor(tables: NrpTables) {
    this.#tables = tables
    this.ofPerson = Array.from({ length: tables.people }, () => [])
  }

  /** @returns the index of the row, which is new or was there */
  add(person: number, row: Int8Array): number {
    const key = `${person}:${row.join(',')}`
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

function wishCost({ days, shifts, wishes }: NrpTables, person: number, row: Int8Array): number {
  let cost = 0
  for (let day = 0; day < days; day++) {
    cost += wishes[(person * days + day) * (shifts + 1) + (row[day] as number) + 1] as number
  }
  return cost
}
