import type { Random } from '../../kernel/random.ts'
import { checkNrp } from './check-nrp.ts'
import { OFF, type NrpRoster } from './nrp-instance.ts'
import type { RowSearch } from './row-search.ts'

const PASSES = { least: 4, most: 40 } as const
/** Share of the budget after which no further pass begins. */
const SHARE = 0.1
/** Noise on every price, in the unit of the weights: less with each pass, and none in the last tenth. */
const NOISE = { hottest: 4, coldest: 0.4, until: 0.9 } as const

/**
 * A first roster: each person in turn gets the cheapest row given everybody else's, a few times over,
 * under prices with a noise that fades. So people exchange what costs them the same, and whom a missing
 * shift suits finds it.
 *
 * Source of the noise: I. Charon & O. Hudry, "The noising method", Operations Research Letters 14
 * (1993), here drawn as G. Papandreou & A. Yuille, "Perturb-and-MAP random fields" (2011).
 *
 * @returns the roster, or undefined when some person has no row that keeps every rule
 */
export function firstRows(search: RowSearch): NrpRoster | undefined {
  const { tables, work, instance } = search
  const sweep = new Sweep(search)
  let best: { readonly roster: NrpRoster; readonly penalty: number } | undefined
  for (let pass = 0; pass < PASSES.most; pass++) {
    if (pass >= PASSES.least && work.share() > SHARE) break
    const done = Math.max(pass / PASSES.most, work.share() / SHARE)
    const noise = done > NOISE.until ? 0 : NOISE.hottest * (NOISE.coldest / NOISE.hottest) ** done
    for (let person = 0; person < tables.people; person++) {
      if (!sweep.replan(person, noise)) return undefined
    }
    const { penalty } = checkNrp(instance, sweep.roster)
    if (best === undefined || penalty < best.penalty) {
      best = { roster: sweep.roster.slice(), penalty }
    }
  }
  return best?.roster
}

/** A roster in which one person after the other gets a new row. */
class Sweep {
  readonly roster: NrpRoster
  readonly #search: RowSearch
  readonly #there: Int32Array
  readonly #row: Int8Array
  readonly #prices: Float64Array

  constructor(search: RowSearch) {
    const { people, days, shifts } = search.tables
    this.#search = search
    this.roster = new Int8Array(people * days).fill(OFF)
    this.#there = new Int32Array(days * shifts)
    this.#row = new Int8Array(days)
    this.#prices = new Float64Array(days * (shifts + 1))
  }

  /** False when the person has no row that keeps every rule. */
  replan(person: number, noise: number): boolean {
    const { tables, planner, pool, work, random } = this.#search
    const { days, shifts } = tables
    const own = this.roster.subarray(person * days, (person + 1) * days)
    count(this.#there, own, shifts, -1)
    setPrices(this.#search, { person, there: this.#there, prices: this.#prices })
    if (noise > 0)
      this.#prices.forEach((price, at) => (this.#prices[at] = price - noise * gumbel(random)))
    const steps = planner.steps
    const cost = planner.plan(person, this.#prices, this.#row)
    work.addPlanning(planner.steps - steps)
    if (cost === Number.POSITIVE_INFINITY) return false
    pool.add(person, this.#row)
    own.set(this.#row)
    count(this.#there, own, shifts, 1)
    return true
  }
}

/** A draw of Gumbel's distribution: the cheapest choice under it is drawn as from Boltzmann's. */
function gumbel(random: Random): number {
  return -Math.log(-Math.log(Math.max(1e-12, random())) + 1e-12)
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
