import { OFF, type NrpRoster } from './nrp-instance.ts'
import type { RowSearch } from './row-search.ts'

const PASSES = 4

/**
 * A first roster: each person in turn gets the cheapest row given everybody else's, a few times over.
 *
 * @returns the roster, or undefined when some person has no row that keeps every rule
 */
export function firstRows(search: RowSearch): NrpRoster | undefined {
  const { tables, planner, pool, work } = search
  const { days, people } = tables
  const roster = new Int8Array(people * days).fill(OFF)
  const there = new Int32Array(days * tables.shifts)
  const row = new Int8Array(days)
  const prices = new Float64Array(days * (tables.shifts + 1))
  for (let pass = 0; pass < PASSES; pass++) {
    const before = roster.slice()
    for (let person = 0; person < people; person++) {
      const own = roster.subarray(person * days, (person + 1) * days)
      count(there, own, tables.shifts, -1)
      setPrices(search, { person, there, prices })
      const steps = planner.steps
      const cost = planner.plan(person, prices, row)
      work.addPlanning(planner.steps - steps)
      if (cost === Number.POSITIVE_INFINITY) return undefined
      pool.add(person, row)
      own.set(row)
      count(there, own, tables.shifts, 1)
    }
    if (roster.every((shift, cell) => shift === before[cell])) break
  }
  return roster
}

function count(there: Int32Array, row: Int8Array, shifts: number, by: 1 | -1): void {
  row.forEach((shift, day) => {
    const at = day * shifts + shift
    if (shift !== OFF) there[at] = (there[at] as number) + by
  })
}

/** What one more person on each shift costs or saves, with the person's wishes. */
function setPrices(
  { tables }: RowSearch,
  of: { readonly person: number; readonly there: Int32Array; readonly prices: Float64Array },
): void {
  const { days, shifts, people, wishes, coverCost } = tables
  const { person, there, prices } = of
  for (let day = 0; day < days; day++) {
    for (let shift = -1; shift < shifts; shift++) {
      const at = day * (shifts + 1) + shift + 1
      prices[at] = wishes[person * days * (shifts + 1) + at] as number
      if (shift < 0) continue
      const want = day * shifts + shift
      const cost = want * (people + 1) + (there[want] as number)
      prices[at] =
        (prices[at] as number) + (coverCost[cost + 1] as number) - (coverCost[cost] as number)
    }
  }
}
