import { portableLog } from '../../kernel/portable-log.ts'
import type { Random } from '../../kernel/random.ts'
import { temperatureAt } from '../engine/acceptance.ts'
import { checkNrp } from './check-nrp.ts'
import { OFF, type NrpRoster } from './nrp-instance.ts'
import type { RowSearch } from './row-search.ts'
import type { RowWindow } from './row-window.ts'
import { RULED_OUT } from './trace-row.ts'

const PASSES = { least: 4, most: 40 } as const
/** Share of the budget after which no further pass begins. */
const SHARE = 0.1
/** Noise on every price, in the unit of the weights: less with each pass, and none in the last tenth. */
const NOISE = { hottest: 4, coldest: 0.4, until: 0.9 } as const
/**
 * How many shifts a row may be from its even share of minutes while later days are still to be planned,
 * and how near to the least of them is sought.
 */
const SPARE_SHIFTS = { most: 9, nearest: 0.1 } as const
/** Days that are planned anew with the next ones, where they leave no way on. */
const BACK_DAYS = { step: 7, most: 42 } as const

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
  if (!sweep.fill()) return undefined
  let best: { readonly roster: NrpRoster; readonly penalty: number } | undefined
  const stretches = Math.ceil(tables.days / search.windowDays)
  for (let pass = 0; pass < PASSES.most; pass++) {
    if (pass >= PASSES.least && work.share() > SHARE) break
    const done = Math.max(pass / PASSES.most, work.share() / SHARE)
    const noise = done > NOISE.until ? 0 : temperatureAt(NOISE, done)
    for (let turn = 0; turn < tables.people * stretches; turn++) {
      if (!sweep.replan(turn % tables.people, drawWindow(search), noise)) return undefined
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

  /**
   * Plans stretch after stretch of days where whole rows are too long to plan, each person keeping to
   * about an even share of minutes and weekends.
   *
   * @returns false when for some person no row that keeps every rule was found
   */
  fill(): boolean {
    const { people, days } = this.#search.tables
    if (this.#search.windowDays >= days) return true
    for (let person = 0; person < people; person++) {
      // The whole row at once takes long, but finds what there is near the share.
      const whole = { from: 0, to: days, spareShifts: 0 }
      if (!this.#fillRow(person) && !this.replan(person, whole, 0)) return false
    }
    return true
  }

  #fillRow(person: number): boolean {
    const { tables, windowDays } = this.#search
    for (let from = 0; from < tables.days; from += windowDays) {
      const window = { from, to: Math.min(tables.days, from + windowDays) }
      if (!this.#fillWindow(person, window)) return false
    }
    return true
  }

  /** Where days that are planned already leave no way on, more and more of them are planned anew. */
  #fillWindow(person: number, { from, to }: RowWindow): boolean {
    for (let back = 0; back <= BACK_DAYS.most; back += BACK_DAYS.step) {
      const window = { from: Math.max(0, from - back), to }
      if (this.#fillNearShare(person, window)) return true
    }
    return false
  }

  /** As near to the share as can be: who falls behind might not catch up. */
  #fillNearShare(person: number, window: RowWindow): boolean {
    const isWithin = (spareShifts: number): boolean =>
      this.replan(person, { ...window, spareShifts }, 0)
    // At the last day of all nothing is spared.
    const most = window.to === this.#search.tables.days ? 1 : SPARE_SHIFTS.most
    let spare = 1
    while (!isWithin(spare)) {
      if (spare >= most) return false
      spare++
    }
    if (spare === 1) return true
    for (let step = 0.5; step >= SPARE_SHIFTS.nearest; step /= 2) {
      if (isWithin(spare - step)) spare -= step
    }
    return true
  }

  /** False when the person has no row that keeps every rule; then theirs stays. */
  replan(person: number, window: RowWindow | undefined, noise: number): boolean {
    const { tables, planner, pool, work, random } = this.#search
    const { days, shifts } = tables
    const own = this.roster.subarray(person * days, (person + 1) * days)
    count(this.#there, own, shifts, -1)
    const steps = planner.steps
    this.#row.set(own)
    setPrices(this.#search, { person, there: this.#there, prices: this.#prices })
    if (window !== undefined) keepOutside(this.#prices, this.#row, window)
    const { from, to } = window ?? { from: 0, to: days }
    const open = this.#prices.subarray(from * (shifts + 1), to * (shifts + 1))
    if (noise > 0) open.forEach((price, at) => (open[at] = price - noise * gumbel(random)))
    const cost = planner.plan(person, this.#prices, this.#row, window)
    work.addPlanning({ plans: 1, steps: planner.steps - steps })
    const isFound = cost < Number.POSITIVE_INFINITY
    if (isFound) own.set(this.#row)
    if (isFound && window?.spareShifts === undefined) pool.add(person, this.#row)
    count(this.#there, own, shifts, 1)
    return isFound
  }
}

/** Days to plan anew, where whole rows are too long to plan; else undefined. */
function drawWindow({ tables, windowDays, random }: RowSearch): RowWindow | undefined {
  if (windowDays >= tables.days) return undefined
  const from = Math.floor(random() * (tables.days - windowDays + 1))
  return { from, to: from + windowDays }
}

/** Rules out every choice on days outside of the window but the one that is kept. */
function keepOutside(prices: Float64Array, row: Int8Array, { from, to }: RowWindow): void {
  const width = prices.length / row.length
  row.forEach((choice, day) => {
    if (day >= from && day < to) return
    const kept = prices[day * width + choice + 1] as number
    prices.fill(RULED_OUT * 2, day * width, (day + 1) * width)
    prices[day * width + choice + 1] = kept
  })
}

/** A draw of Gumbel's distribution: the cheapest choice under it is drawn as from Boltzmann's. */
function gumbel(random: Random): number {
  return -portableLog(-portableLog(Math.max(1e-12, random())) + 1e-12)
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
