import type { Problem } from '../engine/problem.ts'
import { DAYS_PER_WEEK } from '../instance.ts'
import type { Entry, LinearProgramBuilder } from './linear-program.ts'
import type { PeopleGroup, ShiftChoice } from './people-groups.ts'

/** Shifts of one skill-set with one start and shape, whoever works them. */
export interface SharedShift {
  readonly skillSet: number
  readonly shape: number
  /** Slot of the horizon at which it starts. */
  readonly first: number
  readonly column: number
}

export type ShiftVariables = readonly SharedShift[]

/**
 * Adds how many people of each group work each shift, with the hours that they may work and what
 * their pay costs.
 *
 * @returns the numbers of shifts by skill-set, start and shape: all that coverage needs to know
 */
export function addShifts(
  builder: LinearProgramBuilder,
  problem: Problem,
  groups: readonly PeopleGroup[],
): ShiftVariables {
  const terms = new Map<string, { shift: Omit<SharedShift, 'column'>; columns: number[] }>()
  for (const group of groups) {
    const columns = group.choices.map((choice) => {
      const column = builder.variable(nightCost(problem, group, choice), choice.people)
      const first = firstSlot(problem, choice)
      const { skillSet } = group
      const key = `${skillSet} ${first} ${choice.shape}`
      const term = terms.get(key)
      if (term !== undefined) term.columns.push(column)
      else {
        terms.set(key, { shift: { skillSet, first, shape: choice.shape }, columns: [column] })
      }
      return column
    })
    addDays(builder, group, columns)
    addHours(builder, problem, { group, columns })
  }
  return [...terms.values()].map(({ shift, columns: [only, ...others] }) => {
    if (only === undefined) throw new RangeError('a shift that nobody works')
    if (others.length === 0) return { ...shift, column: only }
    const column = builder.variable(0)
    builder.row([[column, -1], [only, 1], ...others.map((other): Entry => [other, 1])], 0, 0)
    return { ...shift, column }
  })
}

function firstSlot({ grid }: Problem, { day, start }: ShiftChoice): number {
  return day * grid.slotsPerDay + start / grid.slotMinutes
}

function nightCost({ operators, shapes, grid }: Problem, group: PeopleGroup, choice: ShiftChoice) {
  const at = choice.shape * grid.slotsPerDay + choice.start / grid.slotMinutes
  const price = operators.nightPrice[group.members[0] ?? 0] as number
  return (shapes.nightMinutes[at] as number) * price
}

/** No more shifts in a day than people who may work, and in a run no more than its days allow. */
function addDays(
  builder: LinearProgramBuilder,
  { choices, presentByDay }: PeopleGroup,
  columns: readonly number[],
): void {
  const byDay = Map.groupBy(columns.keys(), (index) => choices[index]?.day ?? 0)
  for (const [day, indexes] of byDay) {
    const entries = indexes.map((index): Entry => [columns[index] ?? 0, 1])
    builder.row(entries, Number.NEGATIVE_INFINITY, presentByDay[day] ?? 0)
  }
}

/** Paid minutes by week, their maxima, pay, and hours above and below what the group is owed. */
function addHours(
  builder: LinearProgramBuilder,
  { operators, shapes, weeks }: Problem,
  { group, columns }: { readonly group: PeopleGroup; readonly columns: readonly number[] },
): void {
  const { choices, members, maxMinutesByWeek, maxMinutes, targetMinutes } = group
  const one = members[0] ?? 0
  const hours = Array.from({ length: weeks }, (_, week) =>
    builder.variable((operators.payPrice[one] as number) * 60, (maxMinutesByWeek[week] ?? 0) / 60),
  )
  const byWeek = Map.groupBy(columns.keys(), (index) =>
    Math.floor((choices[index]?.day ?? 0) / DAYS_PER_WEEK),
  )
  for (const [week, indexes] of byWeek) {
    const paid = indexes.map((index): Entry => {
      const minutes = shapes.paidMinutes[choices[index]?.shape ?? 0] as number
      return [columns[index] ?? 0, minutes / 60]
    })
    builder.row([[hours[week] ?? 0, -1], ...paid], 0, 0)
  }
  const worked = hours.map((column): Entry => [column, 1])
  builder.row(worked, Number.NEGATIVE_INFINITY, maxMinutes / 60)
  const above = builder.variable((operators.overtimePrice[one] as number) * 60)
  const below = builder.variable((operators.shortfallPrice[one] as number) * 60)
  builder.row([...worked, [above, -1], [below, 1]], targetMinutes / 60, targetMinutes / 60)
}
