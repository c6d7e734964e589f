import { OFF } from './nrp-instance.ts'
import type { NrpTables } from './nrp-tables.ts'
import { type PersonPlan, personPlan } from './person-plan.ts'

/** What each shift costs a person's row, by `day × (S + 1) + shift + 1`; a day off comes first. */
export type RowPrices = Float64Array

/** One way to go on from one day to the next. */
interface Step {
  readonly day: number
  readonly price: number
  readonly level: number
  readonly label: number
  /** Values of `used` that it can be taken from, and what it adds to them. */
  readonly used: Int32Array
  readonly usedStep: number
}

/** What beginning the innermost loop takes, in its steps. */
const LOOP_STEPS = 6
const UNREACHED = Number.POSITIVE_INFINITY
const SATURDAY = 5
const SUNDAY = 6

/**
 * Finds a person's cheapest row under given prices of every shift on every day, by dynamic
 * programming over the days. A state is what hard rules need to know of the days before: days off in
 * a row, or the last shift and the days worked in a row; weekends worked; minutes worked.
 *
 * Exact but for shifts of which a person may work only some: of the rows that lead to one state only
 * the cheapest is kept, with its counts, so that a dearer one with shifts left over may be missed.
 *
 * Source: the pricing problem of branch and price, E. Burke & T. Curtois, "New approaches to nurse
 * rostering benchmark instances", European Journal of Operational Research 237 (2014).
 */
export class RowPlanner {
  readonly #tables: NrpTables
  readonly #plans: readonly PersonPlan[]
  #cost: Float64Array
  #nextCost: Float64Array
  #label: Int32Array
  #nextLabel: Int32Array
  /** The mode before, by `(day × modes + mode) × block + place`. */
  readonly #before: Uint8Array | Uint16Array
  /** Steps of the innermost loop so far: the work done, the same on every machine. */
  steps = 0

  constructor(tables: NrpTables) {
    this.#tables = tables
    this.#plans = Array.from({ length: tables.people }, (_, person) => personPlan(tables, person))
    const states = Math.max(...this.#plans.map(({ modes, block }) => modes * block))
    this.#cost = new Float64Array(states)
    this.#nextCost = new Float64Array(states)
    this.#label = new Int32Array(states)
    this.#nextLabel = new Int32Array(states)
    const modes = Math.max(...this.#plans.map((plan) => plan.modes))
    const BeforeArray = modes > 256 ? Uint16Array : Uint8Array
    this.#before = new BeforeArray(states * tables.days)
  }

  /**
   * @param row receives the shift of each day, or `OFF`
   * @returns what the row costs under the prices, or Infinity when no row keeps every rule
   */
  plan(person: number, prices: RowPrices, row: Int8Array): number {
    const plan = this.#plans[person] as PersonPlan
    const { days } = this.#tables
    this.#begin(plan, person, prices)
    for (let day = 1; day < days; day++) {
      this.#advance(plan, { person, day, prices })
    }
    return this.#traceBack(plan, row)
  }

  #begin(plan: PersonPlan, person: number, prices: RowPrices): void {
    const { mustBeOff, days } = this.#tables
    this.#cost.fill(UNREACHED, 0, plan.modes * plan.block)
    this.#cost[0] = prices[0] as number
    this.#label[0] = plan.labelStart
    if (mustBeOff[person * days] === 1) return
    plan.shifts.forEach((shift, a) => {
      const level = plan.levels[a] as number
      const mode = plan.offModes + a
      const place = mode * plan.block + (plan.usedStep[a] as number) * plan.width + level
      if (level > (plan.highest[0] as number)) return
      this.#cost[place] = prices[shift + 1] as number
      this.#label[place] = plan.labelStart + (plan.labelStep[a] as number)
    })
  }

  #advance(plan: PersonPlan, at: { person: number; day: number; prices: RowPrices }): void {
    const { mustBeOff, days } = this.#tables
    this.#nextCost.fill(UNREACHED, 0, plan.modes * plan.block)
    this.#takeOff(plan, at.day, at.prices)
    if (mustBeOff[at.person * days + at.day] === 0) this.#takeShifts(plan, at.day, at.prices)
    const cost = this.#cost
    const label = this.#label
    this.#cost = this.#nextCost
    this.#label = this.#nextLabel
    this.#nextCost = cost
    this.#nextLabel = label
  }

  #takeOff(plan: PersonPlan, day: number, prices: RowPrices): void {
    const { offModes, modes, minRun, shifts, usedAny } = plan
    const price = prices[day * (this.#tables.shifts + 1)] as number
    const step = { day, price, level: 0, label: 0, used: usedAny, usedStep: 0 }
    for (let mode = 0; mode < offModes; mode++) {
      this.#relax(plan, step, mode, Math.min(mode + 1, offModes - 1))
    }
    for (let mode = offModes; mode < modes; mode++) {
      const run = 1 + Math.floor((mode - offModes) / shifts.length)
      // A run of as many days as there were touches the first day, and may be short.
      if (run === day || (run >= minRun && run < day)) this.#relax(plan, step, mode, 0)
    }
  }

  #takeShifts(plan: PersonPlan, day: number, prices: RowPrices): void {
    const { offModes, shifts } = plan
    for (let a = 0; a < shifts.length; a++) {
      const price = prices[day * (this.#tables.shifts + 1) + (shifts[a] as number) + 1] as number
      const fromOff = this.#stepOf(plan, { a, day, price, isNewWeekend: day % 7 >= SATURDAY })
      for (let off = 0; off < offModes; off++) {
        const isRested = off + 1 === offModes || off + 1 === day
        if (isRested) this.#relax(plan, fromOff, off, offModes + a)
      }
      const onward = this.#stepOf(plan, { a, day, price, isNewWeekend: day % 7 === SATURDAY })
      this.#goOn(plan, onward, a)
    }
  }

  /** A shift on the day after another that it may follow. */
  #goOn(plan: PersonPlan, step: Step, a: number): void {
    const { offModes, maxRun, shifts, follows } = plan
    const count = shifts.length
    for (let b = 0; b < count; b++) {
      if (follows[b * count + a] === 0) continue
      for (let run = 1; run < maxRun && run <= step.day; run++) {
        this.#relax(plan, step, offModes + (run - 1) * count + b, offModes + run * count + a)
      }
    }
  }

  #stepOf(
    plan: PersonPlan,
    of: {
      readonly a: number
      readonly day: number
      readonly price: number
      readonly isNewWeekend: boolean
    },
  ): Step {
    const { a, day, price, isNewWeekend } = of
    const before = plan.usedBefore[a] as PersonPlan['usedBefore'][number]
    return {
      day,
      price,
      level: plan.levels[a] as number,
      label: plan.labelStep[a] as number,
      used: isNewWeekend ? before.weekend : before.same,
      usedStep: (plan.usedStep[a] as number) + (isNewWeekend ? plan.weekendStep : 0),
    }
  }

  /** Tries to come from every place of one mode to a mode on the next day. */
  #relax(plan: PersonPlan, step: Step, from: number, to: number): void {
    const { day, price, level, label, used, usedStep } = step
    const { block, width, labelFull, modes, lowest, highest } = plan
    const least = Math.max(lowest[day - 1] as number, (lowest[day] as number) - level)
    const most = Math.min(highest[day - 1] as number, (highest[day] as number) - level)
    if (least > most) return
    const cost = this.#cost
    const nextCost = this.#nextCost
    const labels = this.#label
    const nextLabel = this.#nextLabel
    const ahead = (to - from) * block + usedStep * width + level
    const history = day * modes * block + ahead
    for (let i = 0; i < used.length; i++) {
      const first = from * block + (used[i] as number) * width
      for (let place = first + least; place <= first + most; place++) {
        const total = (cost[place] as number) + price
        const target = place + ahead
        if (total >= (nextCost[target] as number)) continue
        const taken = (labels[place] as number) + label
        if ((taken & labelFull) !== 0) continue
        nextCost[target] = total
        nextLabel[target] = taken
        this.#before[history + place] = from
      }
    }
    this.steps += used.length * (most - least + LOOP_STEPS)
  }

  /** Place of the cheapest row that works enough minutes, or -1. */
  #cheapestPlace({ modes, block, width, minLevel }: PersonPlan): number {
    let best = UNREACHED
    let cheapest = -1
    for (let place = 0; place < modes * block; place++) {
      const level = (place % block) % width
      if (level < minLevel || (this.#cost[place] as number) >= best) continue
      best = this.#cost[place] as number
      cheapest = place
    }
    return cheapest
  }

  #traceBack(plan: PersonPlan, row: Int8Array): number {
    const { modes, block, offModes, shifts } = plan
    let place = this.#cheapestPlace(plan)
    if (place < 0) return UNREACHED
    const cost = this.#cost[place] as number
    for (let day = this.#tables.days - 1; day >= 0; day--) {
      const mode = Math.floor(place / block)
      row[day] = mode < offModes ? OFF : (shifts[(mode - offModes) % shifts.length] as number)
      const from = this.#before[day * modes * block + place] as number
      if (day > 0) place -= stepBetween(plan, { day, from, mode })
    }
    return cost
  }
}

/** By how much places differ between two modes on a day and the one before. */
function stepBetween(
  { block, width, offModes, shifts, levels, usedStep, weekendStep }: PersonPlan,
  { day, from, mode }: { readonly day: number; readonly from: number; readonly mode: number },
): number {
  const modes = (mode - from) * block
  if (mode < offModes) return modes
  const a = (mode - offModes) % shifts.length
  const isNewWeekend = day % 7 === SATURDAY || (day % 7 === SUNDAY && from < offModes)
  const used = (usedStep[a] as number) + (isNewWeekend ? weekendStep : 0)
  return modes + used * width + (levels[a] as number)
}
