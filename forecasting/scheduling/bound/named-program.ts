import { type Problem, fullWeeks } from '../engine/problem.ts'
import { DAYS_PER_WEEK, MINUTES_PER_DAY } from '../instance.ts'
import { addCoverage } from './coverage-rows.ts'
import { type Entry, type LinearProgram, LinearProgramBuilder } from './linear-program.ts'

/** A shift that a named person may be given. */
export interface NamedShift {
  readonly column: number
  readonly o: number
  readonly day: number
  /** Minute of the day. */
  readonly start: number
  readonly shape: number
}

export interface NamedProgram {
  readonly program: LinearProgram
  /** Variables that must be whole: the first so many. */
  readonly shifts: readonly NamedShift[]
}

/**
 * The plain integer program that a general solver would be given: a yes or no for each person, day, shape
 * and start on a coarse grid, with breaks spread over their windows. It keeps a shift a day, rest, days in
 * a row, and hours of week and period; wishes, fairness and the weekly rest are left out. It is here to
 * measure the search by (`kezek bench scheduling`).
 *
 * @param startGridMinutes starts off this grid are left out
 */
export function namedProgram(problem: Problem, startGridMinutes: number): NamedProgram {
  const builder = new LinearProgramBuilder()
  const shifts = namedShifts(builder, problem, startGridMinutes)
  for (let o = 0; o < problem.operatorCount; o++) {
    const own = shifts.filter((shift) => shift.o === o)
    addRest(builder, problem, own, o)
    addRuns(builder, problem, own, o)
    addHours(builder, problem, own, o)
  }
  const presence = addNamedPresence(builder, problem, shifts)
  // Breaks that are spread leave parts of people.
  addCoverage(builder, problem, presence, { areWhole: false })
  return { program: builder.build(), shifts }
}

function namedShifts(
  builder: LinearProgramBuilder,
  { operatorCount, days, menus, shapes, grid, operators }: Problem,
  gridMinutes: number,
): NamedShift[] {
  const shifts: NamedShift[] = []
  for (let cell = 0; cell < operatorCount * days; cell++) {
    const o = Math.floor(cell / days)
    const menu = menus.list[menus.ofCell[cell] as number]
    menu?.shapes.forEach((shape, index) => {
      for (const start of menu.starts[index] ?? []) {
        if (start % gridMinutes !== 0) continue
        const paid = shapes.paidMinutes[shape] as number
        const night = shapes.nightMinutes[shape * grid.slotsPerDay + start / grid.slotMinutes]
        const pay = paid * (operators.payPrice[o] as number)
        const column = builder.variable(pay + (night ?? 0) * (operators.nightPrice[o] as number), 1)
        shifts.push({ column, o, day: cell % days, start, shape })
      }
    })
  }
  return shifts
}

/** At any moment from which one may start again, either that or a shift that forbids it. */
function addRest(
  builder: LinearProgramBuilder,
  { shapes, operators, days }: Problem,
  own: readonly NamedShift[],
  o: number,
): void {
  const startOf = ({ day, start }: NamedShift): number => day * MINUTES_PER_DAY + start
  const readyOf = (shift: NamedShift): number =>
    startOf(shift) +
    (shapes.spanMinutes[shift.shape] as number) +
    (operators.minRestMinutes[o] as number)
  for (let day = 0; day < days; day++) {
    const today = own.filter((shift) => shift.day === day)
    const next = own.filter((shift) => shift.day === day + 1)
    if (today.length > 0)
      builder.row(
        today.map(({ column }): Entry => [column, 1]),
        0,
        1,
      )
    for (const ready of new Set(today.map((shift) => readyOf(shift)))) {
      const clash = [
        ...today.filter((shift) => readyOf(shift) >= ready),
        ...next.filter((shift) => startOf(shift) < ready),
      ]
      builder.row(
        clash.map(({ column }): Entry => [column, 1]),
        0,
        1,
      )
    }
  }
}

/** No more days in a row than allowed, and one day off in each full week. */
function addRuns(
  builder: LinearProgramBuilder,
  problem: Problem,
  own: readonly NamedShift[],
  o: number,
): void {
  const { days, operators } = problem
  const within = (from: number, to: number): Entry[] =>
    own.filter(({ day }) => day >= from && day < to).map(({ column }) => [column, 1])
  const most = operators.maxDays[o] as number
  for (let first = 0; first + most < days; first++) {
    builder.row(within(first, first + most + 1), 0, most)
  }
  const before = operators.historyDays[o] as number
  if (before > 0) builder.row(within(0, most - before + 1), 0, Math.max(0, most - before))
  for (let week = 0; week < fullWeeks(problem); week++) {
    const first = week * DAYS_PER_WEEK
    // The weekly rest leaves a day free in any case.
    const mostDays = Math.min(
      DAYS_PER_WEEK - 1,
      operators.weekMaxDays[o * problem.weeks + week] as number,
    )
    builder.row(within(first, first + DAYS_PER_WEEK), 0, mostDays)
  }
}

/** Hours of weeks and of the period, and what they are above the target and below it. */
function addHours(
  builder: LinearProgramBuilder,
  { weeks, operators, shapes }: Problem,
  own: readonly NamedShift[],
  o: number,
): void {
  const paid = (shift: NamedShift): Entry => [
    shift.column,
    shapes.paidMinutes[shift.shape] as number,
  ]
  for (let week = 0; week < weeks; week++) {
    const worked = own.filter(({ day }) => Math.floor(day / DAYS_PER_WEEK) === week)
    builder.row(worked.map(paid), 0, operators.weekMaxMinutes[o * weeks + week] as number)
  }
  builder.row(own.map(paid), 0, operators.periodMaxMinutes[o] as number)
  const beyond = builder.variable(operators.overtimePrice[o] as number)
  const missing = builder.variable(operators.shortfallPrice[o] as number)
  const target = operators.targetMinutes[o] as number
  builder.row([...own.map(paid), [beyond, -1], [missing, 1]], target, target)
}

/** Who is on duty: a shift less its breaks, each spread evenly over the span of its window. */
function addNamedPresence(
  builder: LinearProgramBuilder,
  { grid, demand, operators, shapes }: Problem,
  shifts: readonly NamedShift[],
): number[][] {
  const entries = [...demand.skillSets].map(() =>
    Array.from({ length: grid.slots }, (): Entry[] => []),
  )
  for (const { column, o, day, start, shape } of shifts) {
    const first = day * grid.slotsPerDay + start / grid.slotMinutes
    const worked = new Float64Array(shapes.spanSlots[shape] as number).fill(1)
    for (let k = 0; k < (shapes.breakCount[shape] as number); k++) {
      const index = shape * shapes.breaksMax + k
      const from = shapes.breakFrom[index] as number
      const end = (shapes.breakTo[index] as number) + (shapes.breakSlots[index] as number)
      const share = (shapes.breakSlots[index] as number) / (end - from)
      for (let slot = from; slot < end; slot++) worked[slot] = (worked[slot] as number) - share
    }
    const own = entries[operators.skillSet[o] as number]
    worked.forEach((share, slot) => own?.[first + slot]?.push([column, share]))
  }
  return entries.map((slots) =>
    slots.map((people) => {
      const there = builder.variable(0)
      builder.row([[there, -1], ...people], 0, 0)
      return there
    }),
  )
}
