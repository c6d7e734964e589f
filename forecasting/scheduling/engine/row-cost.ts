import { DAYS_PER_WEEK } from '../instance.ts'
import { fairnessChange, keepShare } from './fairness.ts'
import type { Problem } from './problem.ts'
import { OFF, type Roster } from './roster.ts'
import { isNight } from './row-legality.ts'

const SATURDAY = 5

/**
 * Adds up what a change of one person's row changes, apart from coverage.
 *
 * Each changed cell is added as it will be and subtracted as it is, one cell after the other while
 * the cells are exchanged in the roster: so the sum is exact even for adjacent days.
 */
export class RowChange {
  readonly #problem: Problem
  readonly #roster: Roster
  #cost = 0
  #paid = 0
  #nights = 0
  #weekends = 0

  constructor(problem: Problem, roster: Roster) {
    this.#problem = problem
    this.#roster = roster
  }

  reset(): void {
    this.#cost = 0
    this.#paid = 0
    this.#nights = 0
    this.#weekends = 0
  }

  /** Adds one cell as the roster has it now, or subtracts it. */
  addCell(o: number, day: number, sign: 1 | -1): void {
    const { days, shapes } = this.#problem
    const cell = o * days + day
    if (this.#roster.start[cell] === OFF) return
    this.#paid += sign * (shapes.paidMinutes[this.#roster.shape[cell] as number] as number)
    if (isNight(this.#problem, this.#roster, cell)) this.#nights += sign
    if (day % DAYS_PER_WEEK >= SATURDAY) this.#weekends += sign
    const jumps =
      (day > 0 ? jumpCost(this.#problem, this.#roster, cell) : 0) +
      (day + 1 < days ? jumpCost(this.#problem, this.#roster, cell + 1) : 0)
    this.#cost += sign * (shiftCost(this.#problem, this.#roster, { o, cell }) + jumps)
  }

  /** Change of the cost of the row and of fairness, for a person whose cells are as before again. */
  total(o: number): number {
    const before = this.#roster.paid[o] as number
    return (
      this.#cost +
      payCost(this.#problem, o, before + this.#paid) -
      payCost(this.#problem, o, before) +
      fairnessChange(this.#problem, this.#roster, {
        o,
        nights: this.#nights,
        weekends: this.#weekends,
      })
    )
  }

  /** Writes down the new shares of nights and weekends of a change that is carried out. */
  keep(o: number): void {
    keepShare(this.#problem, this.#roster, { o, nights: this.#nights, weekends: this.#weekends })
  }
}

/** Cost of one person's row, apart from coverage and fairness. */
export function rowCost(problem: Problem, roster: Roster, o: number): number {
  const { days } = problem
  let cost = payCost(problem, o, roster.paid[o] as number)
  for (let day = 0; day < days; day++) {
    const cell = o * days + day
    if (roster.start[cell] === OFF) continue
    cost += shiftCost(problem, roster, { o, cell })
    if (day > 0) cost += jumpCost(problem, roster, cell)
  }
  return cost
}

/** Pay for the period, with overtime above the target and the price of hours below it. */
function payCost({ operators }: Problem, o: number, paid: number): number {
  const beyond = paid - (operators.targetMinutes[o] as number)
  return (
    paid * (operators.payPrice[o] as number) +
    (beyond > 0
      ? beyond * (operators.overtimePrice[o] as number)
      : -beyond * (operators.shortfallPrice[o] as number))
  )
}

/** What a shift costs by its time alone: night premium and unfulfilled wishes. */
function shiftCost(
  { operators, shapes, grid }: Problem,
  roster: Roster,
  { o, cell }: { readonly o: number; readonly cell: number },
): number {
  const start = roster.start[cell] as number
  const at = (roster.shape[cell] as number) * grid.slotsPerDay + start / grid.slotMinutes
  const isWished =
    start >= (operators.wishFrom[o] as number) && start <= (operators.wishTo[o] as number)
  return (
    (shapes.nightMinutes[at] as number) * (operators.nightPrice[o] as number) +
    (operators.dayOffWeight[cell] as number) +
    (isWished ? 0 : (operators.wishWeight[o] as number))
  )
}

/** Price of the jump of the start time from the day before to a cell, if both work. */
function jumpCost({ jumpFreeMinutes, jumpPrice }: Problem, roster: Roster, cell: number): number {
  const start = roster.start[cell] as number
  const before = roster.start[cell - 1] as number
  if (start === OFF || before === OFF) return 0
  const beyond = Math.abs(start - before) - jumpFreeMinutes
  return beyond > 0 ? jumpPrice * beyond : 0
}
