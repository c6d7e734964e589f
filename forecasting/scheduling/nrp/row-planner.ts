import { beginsWeekend } from './begins-weekend.ts'
import { firstSteps } from './first-steps.ts'
import { MergedClasses } from './merged-classes.ts'
import type { NrpTables } from './nrp-tables.ts'
import { type PersonPlan, type ShiftLimit, personPlan } from './person-plan.ts'
import { type CountedPlan, type RowArc, countedPlan, placesOf } from './row-arcs.ts'
import { RowPlaces, UNREACHED } from './row-places.ts'
import { type RowWindow, planWithin } from './row-window.ts'
import { type RowPrices, RULED_OUT, arcPrice, traceRow } from './trace-row.ts'

/** Places that may be kept, 8 bytes each: beyond that a limit is kept in another way. */
export const PLACES_MAX = 8e6
/** Beyond this not even a plan without limits is made. */
const PLACES_UNCOUNTED_MAX = 6 * PLACES_MAX

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
  /** The limited shifts of which each person's last row had as many as it may. */
  readonly #binding: (readonly number[])[]
  /** Plans of whole rows with limits counted, by person and limited shifts. */
  readonly #counted: readonly Map<string, CountedPlan>[]
  readonly #places = new RowPlaces()
  readonly #merged = new MergedClasses(this.#places)

  /** @param placesMax how many places counting limits may take */
  constructor(tables: NrpTables, placesMax = PLACES_MAX) {
    this.#tables = tables
    this.#placesMax = placesMax
    this.#plans = Array.from({ length: tables.people }, (_, person) => personPlan(tables, person))
    this.#binding = this.#plans.map(() => [])
    this.#counted = this.#plans.map(() => new Map())
  }

  /** Steps of the innermost loops so far: the work done, the same on every machine. */
  get steps(): number {
    return this.#places.steps + this.#merged.steps
  }

  /**
   * @param row receives the shift of each day, or `OFF`
   * @param window days that are planned; outside of it `row` is kept, and prices must rule out all else
   * @returns a bound of what any row costs under the prices, which is mostly what this one costs; or
   *   Infinity when no row keeps every rule, or the days are too many to plan at once
   */
  plan(person: number, prices: RowPrices, row: Int8Array, window?: RowWindow): number {
    const whole = this.#plans[person] as PersonPlan
    const plan = window === undefined ? whole : planWithin(whole, window, row)
    if (plan === undefined || placesOf(plan, []) > PLACES_UNCOUNTED_MAX) return UNREACHED
    if (plan.lowest.length === 0) return keptCost(plan, prices, row)
    const outside = keptCost(plan, prices, row)
    let counted = this.#likelyBinding(person, plan)
    for (;;) {
      const within = this.#countedPlan(person, plan, counted)
      const cost = this.#planCounting(person, within, prices, row)
      if (cost === UNREACHED) return UNREACHED
      const passed = plan.limits.filter((limit) => countIn(row, plan, limit) > limit.most)
      if (passed.length === 0) {
        this.#binding[person] = counted
          .filter((limit) => countIn(row, plan, limit) === limit.most)
          .map(({ shift }) => shift)
        return outside + cost
      }
      const more = [...new Set([...counted, ...passed])]
      if (placesOf(plan, more) > this.#placesMax) {
        const isFound = this.#planWithout(person, plan, { passed, prices: prices.slice(), row })
        return isFound ? outside + cost : UNREACHED
      }
      counted = more
    }
  }

  /** Limits that held the last row back, where there is room to count them. */
  #likelyBinding(person: number, plan: PersonPlan): readonly ShiftLimit[] {
    const limits = plan.limits.filter(
      ({ shift }) => this.#binding[person]?.includes(shift) === true,
    )
    return placesOf(plan, limits) > this.#placesMax ? [] : limits
  }

  /** Keeps limits by leaving each limited shift on the days of the row that can least do without. */
  #planWithout(
    person: number,
    plan: PersonPlan,
    given: {
      readonly passed: readonly ShiftLimit[]
      /** Is changed. */
      readonly prices: RowPrices
      readonly row: Int8Array
    },
  ): boolean {
    const { passed, prices, row } = given
    const uncounted = this.#countedPlan(person, plan, [])
    let left = passed
    while (left.length > 0) {
      for (const limit of left) this.#ruleOutBeyond(plan, limit, { prices, row })
      if (this.#planCounting(person, uncounted, prices, row) === UNREACHED) return false
      left = plan.limits.filter((limit) => countIn(row, plan, limit) > limit.most)
    }
    return true
  }

  #ruleOutBeyond(
    plan: PersonPlan,
    { shift, most }: ShiftLimit,
    { prices, row }: { readonly prices: RowPrices; readonly row: Int8Array },
  ): void {
    const days = plannedDays(plan)
    const kind = plan.shifts[shift] as number
    const width = this.#tables.shifts + 1
    const kept = days
      .filter((day) => row[day] === kind)
      .toSorted((a, b) => lossAt(prices, a, kind, width) - lossAt(prices, b, kind, width))
      .slice(-most)
    for (const day of days) {
      if (most === 0 || !kept.includes(day)) prices[day * width + kind + 1] = RULED_OUT
    }
  }

  /** Plans of whole rows are asked for again and again, and kept. */
  #countedPlan(person: number, plan: PersonPlan, limits: readonly ShiftLimit[]): CountedPlan {
    const sorted = limits.toSorted((a, b) => a.shift - b.shift)
    if (plan !== this.#plans[person]) return countedPlan(plan, sorted)
    const plans = this.#counted[person] as Map<string, CountedPlan>
    const key = sorted.map(({ shift }) => shift).join()
    const known = plans.get(key) ?? countedPlan(plan, sorted)
    plans.set(key, known)
    return known
  }

  #planCounting(person: number, counted: CountedPlan, prices: RowPrices, row: Int8Array): number {
    const { days, shifts, mustBeOff } = this.#tables
    const { firstDay } = counted.plan
    const width = shifts + 1
    this.#places.begin(counted)
    this.#begin(counted, prices, mustBeOff[person * days + firstDay] === 1)
    for (const day of plannedDays(counted.plan)) {
      if (day === firstDay) continue
      const arcs = mustBeOff[person * days + day] === 1 ? [] : counted.arcs
      const open = arcs
        .map((arc) => ({ arc, price: arcPrice(counted.plan, arc, prices, day * width) }))
        .filter(({ price }) => price < RULED_OUT)
      this.#advance(counted, { day, off: prices[day * width] as number, open })
    }
    return traceRow(this.#places, counted, { prices, width, row })
  }

  #begin(counted: CountedPlan, prices: RowPrices, mustBeOff: boolean): void {
    const at = counted.plan.firstDay * (this.#tables.shifts + 1)
    for (const { arc, ...place } of firstSteps(counted)) {
      if (arc !== undefined && mustBeOff) continue
      const price = arc === undefined ? prices[at] : arcPrice(counted.plan, arc, prices, at)
      if (price !== undefined && price < RULED_OUT) this.#places.put(place, price)
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

function plannedDays({ firstDay, lowest }: PersonPlan): number[] {
  return Array.from(lowest, (_, day) => firstDay + day)
}

/** How many of a limited shift there are on the days that are planned. */
function countIn(
  row: Int8Array,
  { shifts, firstDay, lowest }: PersonPlan,
  limit: ShiftLimit,
): number {
  const kind = shifts[limit.shift] as number
  let count = 0
  for (let day = firstDay; day < firstDay + lowest.length; day++) if (row[day] === kind) count++
  return count
}

/** What the days outside of the planned ones cost. */
function keptCost({ firstDay, lowest }: PersonPlan, prices: RowPrices, row: Int8Array): number {
  const width = prices.length / row.length
  let cost = 0
  row.forEach((choice, day) => {
    const isPlanned = day >= firstDay && day < firstDay + lowest.length
    if (!isPlanned) cost += prices[day * width + choice + 1] as number
  })
  return cost
}
