import { DAYS_PER_WEEK } from '../instance.ts'
import type { Problem } from './problem.ts'
import { OFF, type Roster } from './roster.ts'
import { isNight } from './row-legality.ts'

/** What one person's row costs apart from coverage and fairness, and what fairness counts. */
export interface RowScan {
  cost: number
  nights: number
  weekends: number
}

const SATURDAY = 5

/**
 * Prices a row: pay, nights, overtime and shortfall, wishes, and jumps of the start time.
 *
 * @param into filled in place, so that millions of scans allocate nothing
 */
export function scanRow(problem: Problem, roster: Roster, o: number, into: RowScan): void {
  const { days, operators, shapes } = problem
  const row = o * days
  into.nights = 0
  into.weekends = 0
  let paid = 0
  let cost = 0
  for (let day = 0; day < days; day++) {
    const start = roster.start[row + day] as number
    if (start === OFF) continue
    paid += shapes.paidMinutes[roster.shape[row + day] as number] as number
    if (isNight(problem, roster, row + day)) into.nights++
    if (day % DAYS_PER_WEEK >= SATURDAY) into.weekends++
    cost += shiftCost(problem, roster, { o, day })
    const before = day === 0 ? OFF : (roster.start[row + day - 1] as number)
    if (before !== OFF) cost += jumpCost(problem, start - before)
  }
  const beyond = paid - (operators.targetMinutes[o] as number)
  into.cost =
    cost +
    paid * (operators.payPrice[o] as number) +
    (beyond > 0
      ? beyond * (operators.overtimePrice[o] as number)
      : -beyond * (operators.shortfallPrice[o] as number))
}

/** What a shift costs by its time alone: night premium and unfulfilled wishes. */
function shiftCost(
  { days, operators, shapes, grid }: Problem,
  roster: Roster,
  { o, day }: { readonly o: number; readonly day: number },
): number {
  const cell = o * days + day
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

function jumpCost({ jumpFreeMinutes, jumpPrice }: Problem, minutes: number): number {
  return jumpPrice * Math.max(0, Math.abs(minutes) - jumpFreeMinutes)
}
