import { MINUTES_PER_DAY } from '../instance.ts'
import type { Problem } from './problem.ts'

/** The part of a plan that may change; what is left out is not limited. */
export interface Scope {
  readonly days?: readonly number[]
  /** Ids of operators: a team, or one person. */
  readonly operators?: readonly string[]
  /** Half-open span of minutes of the horizon: the days whose shifts can touch it. */
  readonly window?: readonly [fromMin: number, toMin: number]
  /** Every shift stays, and only its breaks may move. */
  readonly breaksOnly?: boolean
}

/** How free a cell is: may change, keeps its shift but not its breaks, or stays as it is. */
export const FREE = 0
export const SHIFT_FIXED = 1
export const ALL_FIXED = 2

/** Narrows what the search may change, after the plan to go on from is in the roster. */
export function fixOutside(problem: Problem, fixed: Uint8Array, scope: Scope): void {
  const { instance, days, operatorCount } = problem
  const operators = new Set(scope.operators ?? instance.operators.map(({ id }) => id))
  for (let o = 0; o < operatorCount; o++) {
    const isOneOf = operators.has(instance.operators[o]?.id ?? '')
    for (let day = 0; day < days; day++) {
      const cell = o * days + day
      if (!isOneOf || !isDayOf(problem, scope, day)) fixed[cell] = ALL_FIXED
      else if (scope.breaksOnly === true) fixed[cell] = SHIFT_FIXED
    }
  }
}

function isDayOf({ shapes }: Problem, { days, window }: Scope, day: number): boolean {
  if (days !== undefined && !days.includes(day)) return false
  if (window === undefined) return true
  const longest = shapes.spanMinutes.reduce((most, span) => Math.max(most, span), 0)
  const [fromMin, toMin] = window
  return day * MINUTES_PER_DAY < toMin && (day + 1) * MINUTES_PER_DAY - 1 + longest > fromMin
}
