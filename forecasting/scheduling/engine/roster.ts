import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '../instance.ts'
import { fullWeeks, type Problem } from './problem.ts'

/** A cell without a shift. */
export const OFF = -1

/** Who works when, by `cell = operator × days + day`, and what each person's row costs. */
export interface Roster {
  /** Minute of the day at which the cell's shift starts, or `OFF`. */
  readonly start: Int32Array
  readonly shape: Int32Array
  /** Offset in slots of break `k` of the cell's shift, by `cell × breaksMax + k`. */
  readonly breakOffset: Int32Array
  readonly rowCost: Float64Array
  readonly nights: Int32Array
  readonly weekends: Int32Array
  /** Sums of nights and of weekends of a fairness group, at `group × 2` and after it. */
  readonly groupSums: Float64Array
}

export function emptyRoster(problem: Problem): Roster {
  const cells = problem.operatorCount * problem.days
  return {
    start: new Int32Array(cells).fill(OFF),
    shape: new Int32Array(cells),
    breakOffset: new Int32Array(cells * problem.shapes.breaksMax),
    rowCost: new Float64Array(problem.operatorCount),
    nights: new Int32Array(problem.operatorCount),
    weekends: new Int32Array(problem.operatorCount),
    groupSums: new Float64Array(problem.operators.fairGroupSizes.length * 2),
  }
}

/** What a scan of one person's row finds. */
export interface RowScan {
  legal: boolean
  cost: number
  nights: number
  weekends: number
}

/**
 * Looks through one person's row: is it legal, and what does it cost apart from coverage?
 *
 * What a single cell decides (leave, night ban, meal law, maxima of a day) is in the menus already;
 * here is what depends on several cells: rest, runs of days and nights, weekly rest, hours.
 *
 * @param into filled in place, so that millions of scans allocate nothing
 */
export function scanRow(problem: Problem, roster: Roster, o: number, into: RowScan): void {
  const { days, operators, shapes, instance, grid } = problem
  const { weights, rules } = instance
  const row = o * days
  into.legal = false
  let previousEnd = operators.historyEnd[o] as number
  let lastDay = -1
  let lastStart = 0
  let run = operators.historyDays[o] as number
  let nightRun = operators.historyNights[o] as number
  let paid = 0
  let weekPaid = 0
  let week = 0
  let cost = 0
  let nights = 0
  let weekends = 0
  for (let day = 0; day < days; day++) {
    const start = roster.start[row + day] as number
    if (start === OFF) continue
    const shape = roster.shape[row + day] as number
    const at = day * MINUTES_PER_DAY + start
    if (at - previousEnd < (operators.minRestMinutes[o] as number)) return
    run = day === lastDay + 1 ? run + 1 : 1
    if (run > (operators.maxDays[o] as number)) return
    const shiftPaid = shapes.paidMinutes[shape] as number
    const thisWeek = Math.floor(day / 7)
    weekPaid = thisWeek === week ? weekPaid + shiftPaid : shiftPaid
    week = thisWeek
    if (weekPaid > (operators.weekMaxMinutes[o] as number)) return
    paid += shiftPaid
    const slotOfDay = start / grid.slotMinutes
    const night = shapes.nightMinutes[shape * grid.slotsPerDay + slotOfDay] as number
    const isNight = night >= rules.nightShiftMinOverlapMin
    nightRun = isNight ? (day === lastDay + 1 ? nightRun + 1 : 1) : 0
    if (nightRun > (operators.maxNights[o] as number)) return
    if (isNight) nights++
    if (day % 7 >= 5) weekends++
    cost += night * (operators.nightPrice[o] as number)
    cost += operators.dayOffWeight[row + day] as number
    if (start < (operators.wishFrom[o] as number) || start > (operators.wishTo[o] as number)) {
      cost += operators.wishWeight[o] as number
    }
    if (lastDay >= 0 && day === lastDay + 1) {
      const jump = Math.abs(start - lastStart) - weights.startVarFreeMin
      if (jump > 0) cost += (weights.startVarPerHour * jump) / 60
    }
    previousEnd = at + (shapes.spanMinutes[shape] as number)
    lastDay = day
    lastStart = start
  }
  if (paid > (operators.periodMaxMinutes[o] as number)) return
  if (!hasWeeklyRest(problem, roster, o)) return
  const beyond = paid - (operators.targetMinutes[o] as number)
  into.legal = true
  into.nights = nights
  into.weekends = weekends
  into.cost =
    cost +
    paid * (operators.payPrice[o] as number) +
    (beyond > 0
      ? beyond * (operators.overtimePrice[o] as number)
      : -beyond * (operators.shortfallPrice[o] as number))
}

/** Every full calendar week must hold one free stretch of the contract's length inside it. */
function hasWeeklyRest(problem: Problem, roster: Roster, o: number): boolean {
  const { days, operators, shapes } = problem
  const needed = operators.weeklyRestMinutes[o] as number
  const row = o * days
  const weeks = fullWeeks(problem)
  for (let week = 0; week < weeks; week++) {
    const from = week * MINUTES_PER_WEEK
    const to = from + MINUTES_PER_WEEK
    let free = Math.max(from, Math.min(to, operators.historyEnd[o] as number))
    let best = 0
    // A shift of the Sunday before may reach into the week.
    for (let day = Math.max(0, week * 7 - 1); day < week * 7 + 7; day++) {
      const start = roster.start[row + day] as number
      if (start === OFF) continue
      const at = day * MINUTES_PER_DAY + start
      const end = at + (shapes.spanMinutes[roster.shape[row + day] as number] as number)
      if (end <= from) continue
      best = Math.max(best, Math.min(to, at) - free)
      free = Math.max(free, Math.min(to, end))
    }
    if (Math.max(best, to - free) < needed) return false
  }
  return true
}

/**
 * Cost of unfairness that a person's new counts would add: the sum of squared deviations from the
 * group's mean is `Σx² − (Σx)² / n`, so a change needs no look at the rest of the group.
 */
export function fairnessChange(problem: Problem, roster: Roster, o: number, scan: RowScan): number {
  const group = problem.operators.fairGroup[o] as number
  if (group < 0) return 0
  const size = problem.operators.fairGroupSizes[group] as number
  const { fairNight, fairWeekend } = problem.instance.weights
  const change = (sum: number, before: number, after: number): number =>
    after * after - before * before - ((sum + after - before) ** 2 - sum ** 2) / size
  return (
    fairNight *
      change(roster.groupSums[group * 2] as number, roster.nights[o] as number, scan.nights) +
    fairWeekend *
      change(roster.groupSums[group * 2 + 1] as number, roster.weekends[o] as number, scan.weekends)
  )
}

/** Cost of unfairness over all groups. */
export function fairnessTotal(problem: Problem, roster: Roster): number {
  const { fairGroup, fairGroupSizes } = problem.operators
  const { fairNight, fairWeekend } = problem.instance.weights
  let total = 0
  fairGroup.forEach((group, o) => {
    if (group < 0) return
    total += fairNight * (roster.nights[o] as number) ** 2
    total += fairWeekend * (roster.weekends[o] as number) ** 2
  })
  fairGroupSizes.forEach((size, group) => {
    total -= (fairNight * (roster.groupSums[group * 2] as number) ** 2) / size
    total -= (fairWeekend * (roster.groupSums[group * 2 + 1] as number) ** 2) / size
  })
  return total
}

/** Writes down what a scan of an accepted row found. */
export function keepScan(problem: Problem, roster: Roster, o: number, scan: RowScan): void {
  const group = problem.operators.fairGroup[o] as number
  if (group >= 0) {
    const sums = roster.groupSums
    sums[group * 2] = (sums[group * 2] as number) + scan.nights - (roster.nights[o] as number)
    sums[group * 2 + 1] =
      (sums[group * 2 + 1] as number) + scan.weekends - (roster.weekends[o] as number)
  }
  roster.nights[o] = scan.nights
  roster.weekends[o] = scan.weekends
  roster.rowCost[o] = scan.cost
}
