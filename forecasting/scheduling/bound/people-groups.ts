import type { Problem } from '../engine/problem.ts'
import { DAYS_PER_WEEK } from '../instance.ts'

/** People whom the bound does not tell apart: the same contract, skills and night ban. */
export interface PeopleGroup {
  /** Index of the skill-set in `DemandTable.skillSets`. */
  readonly skillSet: number
  /** Indexes of the operators. */
  readonly members: readonly number[]
  /** Every shift that at least one of them may be given. */
  readonly choices: readonly ShiftChoice[]
  /** Members who may work at all, by day. */
  readonly presentByDay: readonly number[]
  /** Paid minutes that all of them together can reach at most, by week and in the period. */
  readonly maxMinutesByWeek: readonly number[]
  readonly maxMinutes: number
  readonly targetMinutes: number
}

export interface ShiftChoice {
  readonly day: number
  /** Minute of the day. */
  readonly start: number
  readonly shape: number
  /** Members who may be given it. */
  readonly people: number
}

/** Groups of interchangeable people; leave and history lower the numbers of those who may work. */
export function peopleGroups(problem: Problem): PeopleGroup[] {
  const { instance, operators } = problem
  const byKind = Map.groupBy(instance.operators.keys(), (o) => {
    const operator = instance.operators[o]
    return `${operator?.contract}|${operator?.nightBan}|${operators.skillSet[o]}`
  })
  return [...byKind.values()].map((members) => groupOf(problem, members))
}

function groupOf(problem: Problem, members: readonly number[]): PeopleGroup {
  const { operators, weeks, days } = problem
  const weekIndexes = Array.from({ length: weeks }, (_, week) => week)
  const reachable = members.map((o) =>
    weekIndexes.map((week) => reachableMinutes(problem, o, week)),
  )
  const inWeek = (week: number): number =>
    reachable.reduce((sum, byWeek) => sum + (byWeek[week] ?? 0), 0)
  return {
    skillSet: operators.skillSet[members[0] ?? 0] ?? 0,
    members,
    choices: choicesOf(problem, members),
    presentByDay: Array.from(
      { length: days },
      (_, day) => members.filter((o) => (menuOf(problem, o, day)?.shapes.length ?? 0) > 0).length,
    ),
    maxMinutesByWeek: weekIndexes.map(inWeek),
    maxMinutes: members.reduce((sum, o, index) => {
      const all = (reachable[index] ?? []).reduce((total, minutes) => total + minutes, 0)
      return sum + Math.min(all, operators.periodMaxMinutes[o] as number)
    }, 0),
    targetMinutes: members.reduce((sum, o) => sum + (operators.targetMinutes[o] as number), 0),
  }
}

function menuOf({ menus, days }: Problem, o: number, day: number) {
  return menus.list[menus.ofCell[o * days + day] as number]
}

/** Paid minutes that one person can have in a week: the longest shifts of its days, up to the maximum. */
function reachableMinutes(problem: Problem, o: number, week: number): number {
  const { shapes, operators, weeks, days } = problem
  const byDay: number[] = []
  for (let day = week * DAYS_PER_WEEK; day < Math.min(days, (week + 1) * DAYS_PER_WEEK); day++) {
    const offered = menuOf(problem, o, day)?.shapes ?? new Int32Array()
    byDay.push(offered.reduce((most, s) => Math.max(most, shapes.paidMinutes[s] as number), 0))
  }
  const mostDays = operators.weekMaxDays[o * weeks + week] as number
  const longest = byDay.toSorted((a, b) => b - a).slice(0, mostDays)
  const minutes = longest.reduce((sum, paid) => sum + paid, 0)
  return Math.min(minutes, operators.weekMaxMinutes[o * weeks + week] as number)
}

function choicesOf(problem: Problem, members: readonly number[]): ShiftChoice[] {
  const choices: ShiftChoice[] = []
  for (let day = 0; day < problem.days; day++) {
    const people = new Map<string, { start: number; shape: number; people: number }>()
    for (const [menu, sharers] of Map.groupBy(members, (o) => menuOf(problem, o, day))) {
      menu?.shapes.forEach((shape, index) => {
        for (const start of menu.starts[index] ?? []) {
          const key = `${shape} ${start}`
          const sofar = people.get(key)?.people ?? 0
          people.set(key, { start, shape, people: sofar + sharers.length })
        }
      })
    }
    for (const choice of people.values()) choices.push({ day, ...choice })
  }
  return choices
}
