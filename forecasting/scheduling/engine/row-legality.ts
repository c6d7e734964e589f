import { DAYS_PER_WEEK, MINUTES_PER_DAY, MINUTES_PER_WEEK } from '../instance.ts'
import { type Problem, fullWeeks } from './problem.ts'
import { OFF, type Roster } from './roster.ts'

/** A cell of the roster by person and day. */
interface Place {
  readonly o: number
  readonly day: number
}

/**
 * True when the shift of one cell keeps the rules that depend on other cells: rest, runs of days and
 * nights, hours of the week and of the period, days off, weekly rest. What a single cell decides (leave, night
 * ban, meal law, maxima of a day, rest after the last shift before the horizon) is in the menus.
 *
 * A row that was legal stays so if every cell that changed passes: taking a shift away breaks none
 * of these rules, and a shift put in can break them only around itself.
 */
export function isCellLegal(problem: Problem, roster: Roster, place: Place): boolean {
  return (
    roster.start[place.o * problem.days + place.day] === OFF ||
    (hasHours(problem, roster, place) &&
      hasDaysOff(problem, roster, place) &&
      hasRest(problem, roster, place) &&
      hasShortRuns(problem, roster, place) &&
      hasWeeklyRests(problem, roster, place))
  )
}

/** Paid time of the week, of the period, and of weeks that count together. */
function hasHours(problem: Problem, roster: Roster, { o, day }: Place): boolean {
  const { operators, weeks } = problem
  const week = o * weeks + Math.floor(day / DAYS_PER_WEEK)
  return (
    (roster.weekPaid[week] as number) <= (operators.weekMaxMinutes[week] as number) &&
    (roster.paid[o] as number) <= (operators.periodMaxMinutes[o] as number) &&
    hasHoursOfWeeks(problem, roster, { o, day })
  )
}

function hasHoursOfWeeks({ operators, weeks }: Problem, roster: Roster, place: Place): boolean {
  const { o, day } = place
  for (const { fromWeek, toWeek, maxPaidMin } of operators.weeksMaxima[o] ?? []) {
    if (day < fromWeek * DAYS_PER_WEEK || day >= toWeek * DAYS_PER_WEEK) continue
    let paid = 0
    for (let week = fromWeek; week < toWeek; week++) {
      paid += roster.weekPaid[o * weeks + week] as number
    }
    if (paid > maxPaidMin) return false
  }
  return true
}

/** Days worked in the week; most contracts set no limit, and are not counted. */
function hasDaysOff(
  { days, weeks, operators }: Problem,
  { start }: Roster,
  { o, day }: Place,
): boolean {
  const most = operators.weekMaxDays[o * weeks + Math.floor(day / DAYS_PER_WEEK)] as number
  if (most >= DAYS_PER_WEEK) return true
  const first = day - (day % DAYS_PER_WEEK)
  let worked = 0
  for (let other = first; other < Math.min(days, first + DAYS_PER_WEEK); other++) {
    if (start[o * days + other] !== OFF) worked++
  }
  return worked <= most
}

/** Rest since the shift before and until the shift after. */
function hasRest(problem: Problem, roster: Roster, { o, day }: Place): boolean {
  const { days, operators, restReachDays } = problem
  const row = o * days
  const needed = operators.minRestMinutes[o] as number
  const start = day * MINUTES_PER_DAY + (roster.start[row + day] as number)
  for (let before = day - 1; before >= 0 && before >= day - restReachDays; before--) {
    if (roster.start[row + before] === OFF) continue
    if (start - endOf(problem, roster, { o, day: before }) < needed) return false
    break
  }
  const end = endOf(problem, roster, { o, day })
  for (let after = day + 1; after < days && after <= day + restReachDays; after++) {
    const minute = roster.start[row + after] as number
    if (minute === OFF) continue
    return after * MINUTES_PER_DAY + minute - end >= needed
  }
  return true
}

/** Minute of the horizon at which the shift of a working cell ends. */
function endOf({ days, shapes }: Problem, roster: Roster, { o, day }: Place): number {
  const cell = o * days + day
  const span = shapes.spanMinutes[roster.shape[cell] as number] as number
  return day * MINUTES_PER_DAY + (roster.start[cell] as number) + span
}

/** Days in a row and nights in a row around a cell, those before the horizon included. */
function hasShortRuns(problem: Problem, roster: Roster, place: Place): boolean {
  return hasShortRunOfDays(problem, roster, place) && hasShortRunOfNights(problem, roster, place)
}

function hasShortRunOfDays({ days, operators }: Problem, { start }: Roster, place: Place): boolean {
  const { o, day } = place
  const row = o * days
  let first = day
  while (first > 0 && start[row + first - 1] !== OFF) first--
  let last = day
  while (last + 1 < days && start[row + last + 1] !== OFF) last++
  const earlier = first === 0 ? (operators.historyDays[o] as number) : 0
  return earlier + last - first + 1 <= (operators.maxDays[o] as number)
}

function hasShortRunOfNights(problem: Problem, roster: Roster, { o, day }: Place): boolean {
  const { days, operators } = problem
  const row = o * days
  if (!isNight(problem, roster, row + day)) return true
  let first = day
  while (first > 0 && isNightCell(problem, roster, row + first - 1)) first--
  let last = day
  while (last + 1 < days && isNightCell(problem, roster, row + last + 1)) last++
  const earlier = first === 0 ? (operators.historyNights[o] as number) : 0
  return earlier + last - first + 1 <= (operators.maxNights[o] as number)
}

function isNightCell(problem: Problem, roster: Roster, cell: number): boolean {
  return roster.start[cell] !== OFF && isNight(problem, roster, cell)
}

/** True when the shift of a working cell counts as a night shift. */
export function isNight(problem: Problem, roster: Roster, cell: number): boolean {
  const { shapes, grid, nightShiftMinutes } = problem
  const shape = roster.shape[cell] as number
  const slotOfDay = (roster.start[cell] as number) / grid.slotMinutes
  return (shapes.nightMinutes[shape * grid.slotsPerDay + slotOfDay] as number) >= nightShiftMinutes
}

/** Every full calendar week that a shift touches must hold one free stretch of the contract's length. */
function hasWeeklyRests(problem: Problem, roster: Roster, { o, day }: Place): boolean {
  const weeks = fullWeeks(problem)
  const week = Math.floor(day / DAYS_PER_WEEK)
  if (week < weeks && !hasWeeklyRest(problem, roster, { o, week })) return false
  const reachesNext =
    endOf(problem, roster, { o, day }) > (week + 1) * MINUTES_PER_WEEK && week + 1 < weeks
  return !reachesNext || hasWeeklyRest(problem, roster, { o, week: week + 1 })
}

function hasWeeklyRest(
  { days, operators, shapes }: Problem,
  { start, shape }: Roster,
  { o, week }: { readonly o: number; readonly week: number },
): boolean {
  const row = o * days
  const needed = operators.weeklyRestMinutes[o] as number
  const from = week * MINUTES_PER_WEEK
  const to = from + MINUTES_PER_WEEK
  let free = Math.max(from, Math.min(to, operators.historyEnd[o] as number))
  // A shift of the Sunday before may reach into the week.
  const firstDay = week * DAYS_PER_WEEK
  for (let day = Math.max(0, firstDay - 1); day < firstDay + DAYS_PER_WEEK; day++) {
    const minute = start[row + day] as number
    if (minute === OFF) continue
    const at = day * MINUTES_PER_DAY + minute
    const end = at + (shapes.spanMinutes[shape[row + day] as number] as number)
    if (end <= from) continue
    if (at - free >= needed) return true
    free = end
  }
  return to - free >= needed
}
