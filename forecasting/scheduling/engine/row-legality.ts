import { DAYS_PER_WEEK, MINUTES_PER_DAY, MINUTES_PER_WEEK } from '../instance.ts'
import { type Problem, fullWeeks } from './problem.ts'
import { OFF, type Roster } from './roster.ts'

/**
 * True when one person's row keeps the rules that depend on several cells: rest, runs of days and
 * nights, hours of weeks and of the period, weekly rest. What a single cell decides (leave, night
 * ban, meal law, maxima of a day) is in the menus already.
 */
export function isRowLegal(problem: Problem, roster: Roster, o: number): boolean {
  return (
    hasRest(problem, roster, o) &&
    hasHours(problem, roster, o) &&
    hasShortRuns(problem, roster, o) &&
    hasWeeklyRest(problem, roster, o)
  )
}

/** Rest between shifts, the last one before the horizon included. */
function hasRest({ days, operators, shapes }: Problem, roster: Roster, o: number): boolean {
  const { start, shape } = roster
  const row = o * days
  const needed = operators.minRestMinutes[o] as number
  let earliest = (operators.historyEnd[o] as number) + needed
  for (let day = 0; day < days; day++) {
    const minute = start[row + day] as number
    if (minute === OFF) continue
    const at = day * MINUTES_PER_DAY + minute
    if (at < earliest) return false
    earliest = at + (shapes.spanMinutes[shape[row + day] as number] as number) + needed
  }
  return true
}

/** Paid time of every week and of the period. */
function hasHours({ days, operators, shapes }: Problem, roster: Roster, o: number): boolean {
  const { start, shape } = roster
  const row = o * days
  const weekMost = operators.weekMaxMinutes[o] as number
  let period = 0
  for (let week = 0; week < days; week += DAYS_PER_WEEK) {
    let paid = 0
    for (let day = week; day < week + DAYS_PER_WEEK; day++) {
      if (start[row + day] === OFF) continue
      paid += shapes.paidMinutes[shape[row + day] as number] as number
    }
    if (paid > weekMost) return false
    period += paid
  }
  return period <= (operators.periodMaxMinutes[o] as number)
}

/** Days in a row and nights in a row, those before the horizon included. */
function hasShortRuns(problem: Problem, roster: Roster, o: number): boolean {
  const { days, operators } = problem
  const row = o * days
  const maxDays = operators.maxDays[o] as number
  const maxNights = operators.maxNights[o] as number
  let dayRun = operators.historyDays[o] as number
  let nightRun = operators.historyNights[o] as number
  for (let day = 0; day < days; day++) {
    if (roster.start[row + day] === OFF) {
      dayRun = 0
      nightRun = 0
      continue
    }
    dayRun++
    nightRun = isNight(problem, roster, row + day) ? nightRun + 1 : 0
    if (dayRun > maxDays || nightRun > maxNights) return false
  }
  return true
}

/** True when the shift of a working cell counts as a night shift. */
export function isNight(problem: Problem, roster: Roster, cell: number): boolean {
  const { shapes, grid, nightShiftMinutes } = problem
  const shape = roster.shape[cell] as number
  const slotOfDay = (roster.start[cell] as number) / grid.slotMinutes
  return (shapes.nightMinutes[shape * grid.slotsPerDay + slotOfDay] as number) >= nightShiftMinutes
}

/** Every full calendar week must hold one free stretch of the contract's length inside it. */
function hasWeeklyRest(problem: Problem, roster: Roster, o: number): boolean {
  const weeks = fullWeeks(problem)
  const needed = problem.operators.weeklyRestMinutes[o] as number
  for (let week = 0; week < weeks; week++) {
    if (longestRest(problem, roster, { o, week }) < needed) return false
  }
  return true
}

function longestRest(
  { days, operators, shapes }: Problem,
  roster: Roster,
  { o, week }: { readonly o: number; readonly week: number },
): number {
  const { start, shape } = roster
  const row = o * days
  const from = week * MINUTES_PER_WEEK
  const to = from + MINUTES_PER_WEEK
  let free = Math.max(from, Math.min(to, operators.historyEnd[o] as number))
  let longest = 0
  // A shift of the Sunday before may reach into the week.
  for (let day = Math.max(0, week * 7 - 1); day < week * 7 + 7; day++) {
    const minute = start[row + day] as number
    if (minute === OFF) continue
    const at = day * MINUTES_PER_DAY + minute
    const end = at + (shapes.spanMinutes[shape[row + day] as number] as number)
    if (end <= from) continue
    longest = Math.max(longest, at - free)
    free = Math.min(to, end)
  }
  return Math.max(longest, to - free)
}
