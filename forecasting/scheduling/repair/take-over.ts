import { bestOfCell, take } from '../engine/best-cell.ts'
import { OFF } from '../engine/roster.ts'
import { FREE } from '../engine/scope.ts'
import type { RepairPlace } from './repair-passes.ts'

/** So many people are named who could take over: more would be a list to search, not a choice. */
const TAKERS_MAX = 3

/**
 * People off on the first day to mend who could take a shift then, those first who bring the plan
 * most; the shift need not be the one that is lost.
 *
 * @param absent who does not come
 * @returns indexes of operators
 */
export function takersOf({ state, fixed, days }: RepairPlace, absent: string): number[] {
  const { operatorCount, days: horizon, instance } = state.problem
  const [day] = days
  if (day === undefined) return []
  return Array.from({ length: operatorCount }, (_, o) => o)
    .filter((o) => {
      const cell = o * horizon + day
      const isFree = fixed[cell] === FREE && state.roster.start[cell] === OFF
      return isFree && instance.operators[o]?.id !== absent
    })
    .map((o) => ({ o, delta: bestOfCell(state, o, day).delta }))
    .filter(({ delta }) => delta < Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a.delta - b.delta)
    .slice(0, TAKERS_MAX)
    .map(({ o }) => o)
}

/** Gives one person the shift that serves the first day to mend best. */
export function takeOver({ state, days }: RepairPlace, taker: number): void {
  const [day] = days
  if (day === undefined) return
  take(state, { o: taker, day }, bestOfCell(state, taker, day))
}
