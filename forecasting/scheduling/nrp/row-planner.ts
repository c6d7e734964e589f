import { MergedClasses } from './merged-classes.ts'
import type { NrpTables } from './nrp-tables.ts'
import { type PersonPlan, type ShiftLimit, personPlan } from './person-plan.ts'
import { type CountedPlan, type RowArc, countedPlan, placesOf } from './row-arcs.ts'
import { RowPlaces, UNREACHED } from './row-places.ts'
import { type RowPrices, RULED_OUT, arcPrice, beginsWeekend, traceRow } from './trace-row.ts'

/** Places that may be kept, 8 bytes each: beyond that a limit is kept in another way. */
export const PLACES_MAX = 8e6

/**
 * Finds a person's cheapest row under given prices of every shift on every day, by dynamic
 * programming over the days. A state is what hard rules need to know of the days before: days off in
 * a row, or the class of the last shift and the days worked in a row; weekends worked; minutes worked.
 *
 * How many of a shift there are is counted only once a row passes the limit: most limits never bind.
 *
 * Source: the pricing problem of branch and price, E. Burke & T. Curtois, "New approaches to nurse
 * rostering benchmark instances", European Journal of Operational Research 237 (2014); counting what
 * is passed: G. Righini & M. Salani, "New dynamic programming algorithms for the resource constrained
 * elementary shortest path problem", Networks 51 (2008).
 */
export class RowPlanner {
  readonly #tables: NrpTables
  readonly #placesMax: number
  readonly #plans: readonly PersonPlan[]
  /** The limits that each person's last row came up to, and the plans with such limits counted. */
  readonly #binding: (readonly ShiftLimit[])[]
  readonly #counted: readonly Map<string, CountedPlan>[]
  readonly #places: RowPlaces
  readonly #merged: MergedClasses

  /** @param placesMax how many places counting limits may take */
  constructor(tables: NrpTables, placesMax = PLACES_MAX) {
    this.#tables = tables
    this.#placesMax = placesMax
    this.#plans = Array.from({ length: tables.people }, (_, person) => personPlan(tables, person))
    this.#binding = this.#plans.map(() => [])
    this.#counted = this.#plans.map(() => new Map())
    const simplest = this.#plans.map((plan) => countedPlan(plan, []))
    const modes = Math.max(...simplest.map((plan) => plan.modes))
    const room = Math.max(placesMax, ...simplest.map(placesOf))
    this.#places = new RowPlaces(tables.days, modes, room)
    this.#merged = new MergedClasses(this.#places, Math.ceil(room / tables.days))
  }

  /** Steps of the innermost loops so far: the work done, the same on every machine. */
  get steps(): number {
    return this.#places.steps + this.#merged.steps
  }

  /**
   * @param row receives the shift of each day, or `OFF`
   * @returns a bound of what any row costs under the prices, which is mostly what this one costs; or
   *   Infinity when no row keeps every rule
   */
  plan(person: number, prices: RowPrices, row: Int8Array): number {
    const plan = this.#plans[person] as PersonPlan
    let counted = this.#binding[person] as readonly ShiftLimit[]
    for (;;) {
      const cost = this.#planCounting(person, counted, prices, row)
      if (cost === UNREACHED) return UNREACHED
      const passed = plan.limits.filter((limit) => countIn(row, plan, limit) > limit.most)
      if (passed.length === 0) {
        this.#binding[person] = counted.filter((limit) => countIn(row, plan, limit) === limit.most)
        return cost
      }
      const more = [...new Set([...counted, ...passed])]
      if (placesOf(this.#countedPlan(person, more)) > this.#placesMax) {
        const isFound = this.#planWithout(person, passed, prices.slice(), row)
        return isFound ? cost : UNREACHED
      }
      counted = more
    }
  }

  /** Keeps limits by leaving each limited shift on the days of the row that can least do without. */
  #planWithout(
    person: number,
    passed: readonly ShiftLimit[],
    prices: RowPrices,
    row: Int8Array,
  ): boolean {
    const plan = this.#plans[person] as PersonPlan
    let left = passed
    while (left.length > 0) {
      for (const { shift, most } of left) {
        const kind = plan.shifts[shift] as number
        const width = this.#tables.shifts + 1
        const kept = [...row.keys()]
          .filter((day) => row[day] === kind)
          .toSorted((a, b) => lossAt(prices, a, kind, width) - lossAt(prices, b, kind, width))
          .slice(-most)
        row.forEach((_, day) => {
          if (most === 0 || !kept.includes(day)) prices[day * width + kind + 1] = RULED_OUT
        })
      }
      if (this.#planCounting(person, [], prices, row) === UNREACHED) return false
      left = plan.limits.filter((limit) => countIn(row, plan, limit) > limit.most)
    }
    return true
  }

  #countedPlan(person: number, limits: readonly ShiftLimit[]): CountedPlan {
    const plans = this.#counted[person] as Map<string, CountedPlan>
    const sorted = limits.toSorted((a, b) => a.shift - b.shift)
    const key = sorted.map(({ shift }) => shift).join()
    const plan = plans.get(key) ?? countedPlan(this.#plans[person] as PersonPlan, sorted)
    plans.set(key, plan)
    return plan
  }

  #planCounting(
    person: number,
    limits: readonly ShiftLimit[],
    prices: RowPrices,
    row: Int8Array,
  ): number {
    const counted = this.#countedPlan(person, limits)
    const { days, shifts, mustBeOff } = this.#tables
    const width = shifts + 1
    this.#places.begin(counted)
    for (let day = 0; day < days; day++) {
      const priceOf = (arc: RowArc): number => arcPrice(counted.plan, arc, prices, day * width)
      const arcs = mustBeOff[person * days + day] === 1 ? [] : counted.arcs
      const open = arcs
        .map((arc) => ({ arc, price: priceOf(arc) }))
        .filter(({ price }) => price < RULED_OUT)
      const off = prices[day * width] as number
      if (day === 0) this.#begin(counted, off, open)
      else this.#advance(counted, { day, off, open })
    }
    return traceRow(this.#places, counted, { prices, width, row })
  }

  #begin({ plan }: CountedPlan, off: number, open: readonly PricedArc[]): void {
    if (off < RULED_OUT) this.#places.put(0, { used: 0, level: 0 }, off)
    for (const { arc, price } of open) {
      const place = { used: arc.usedStep, level: arc.level }
      if (arc.usedSame.includes(0)) this.#places.put(plan.offModes + arc.toClass, place, price)
    }
  }

  #advance(counted: CountedPlan, today: Today): void {
    const { plan } = counted
    this.#fromOff(counted, today)
    for (let run = 1; run <= plan.maxRun && run <= today.day; run++) {
      if (!this.#merged.begin(counted, today.day - 1, run)) continue
      // A run of as many days as there were touches the first day, and may be short.
      if (run === today.day || run >= plan.minRun) this.#intoOff(counted, today)
      if (run < plan.maxRun) this.#goOn(counted, today, run)
    }
  }

  #fromOff({ plan, usedAny, weekendStep }: CountedPlan, { day, off, open }: Today): void {
    const places = this.#places
    const isNewWeekend = beginsWeekend(day, true)
    for (let mode = 0; mode < plan.offModes; mode++) {
      if (!places.isReached(day - 1, mode)) continue
      const source = places.ofMode(day - 1, mode)
      const next = Math.min(mode + 1, plan.offModes - 1)
      if (off < RULED_OUT) {
        places.relax(source, { price: off, level: 0, used: usedAny, usedStep: 0 }, day, next)
      }
      const isRested = mode + 1 === plan.offModes || mode + 1 === day
      if (!isRested) continue
      for (const { arc, price } of open) {
        const step = stepOf(arc, price, isNewWeekend, weekendStep)
        places.relax(source, step, day, plan.offModes + arc.toClass)
      }
    }
  }

  #intoOff(counted: CountedPlan, { day, off }: Today): void {
    if (off >= RULED_OUT) return
    const { plan, usedAny } = counted
    const source = this.#merged.ofSet(counted, plan.before.length - 1)
    this.#places.relax(source, { price: off, level: 0, used: usedAny, usedStep: 0 }, day, 0)
  }

  /** A shift on the day after another that it may follow. */
  #goOn(counted: CountedPlan, { day, open }: Today, run: number): void {
    const { plan, weekendStep } = counted
    const isNewWeekend = beginsWeekend(day, false)
    for (const { arc, price } of open) {
      const step = stepOf(arc, price, isNewWeekend, weekendStep)
      const mode = plan.offModes + run * plan.classes + arc.toClass
      this.#places.relax(this.#merged.ofSet(counted, arc.before), step, day, mode)
    }
  }
}

interface PricedArc {
  readonly arc: RowArc
  readonly price: number
}

interface Today {
  readonly day: number
  /** Price of a day off. */
  readonly off: number
  readonly open: readonly PricedArc[]
}

function stepOf(
  { level, usedStep, usedSame, usedWeekend }: RowArc,
  price: number,
  isNewWeekend: boolean,
  weekendStep: number,
) {
  return {
    price,
    level,
    used: isNewWeekend ? usedWeekend : usedSame,
    usedStep: usedStep + (isNewWeekend ? weekendStep : 0),
  }
}

/** By how much the cheapest other choice of a day is dearer than a shift. */
function lossAt(prices: RowPrices, day: number, kind: number, width: number): number {
  let other = UNREACHED
  for (let choice = 0; choice < width; choice++) {
    if (choice !== kind + 1) other = Math.min(other, prices[day * width + choice] as number)
  }
  return other - (prices[day * width + kind + 1] as number)
}

/** How many of a limited shift there are in a row. */
function countIn(row: Int8Array, plan: PersonPlan, { shift }: ShiftLimit): number {
  const kind = plan.shifts[shift] as number
  let count = 0
  for (const one of row) if (one === kind) count++
  return count
}
