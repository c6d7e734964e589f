import { bestOfCell } from '../engine/best-cell.ts'
import type { Candidate, RepairPlace } from './repair-passes.ts'

/** So many people are named who could take over: more would be a list to search, not a choice. */
const TAKERS_MAX = 3

/**
 * People off on the first day to mend who could take a shift then, those first who bring the plan
 * most; the shift need not be the one that is lost.
 *
 * @param possible shifts that may be added, those first that bring most
 * @param absent who does not come
 * @returns indexes of operators
 */
export function takersOf(
  { state, days }: RepairPlace,
  possible: readonly Candidate[],
  absent: string,
): number[] {
  return possible
    .filter(({ o, day }) => day === days[0] && state.problem.instance.operators[o]?.id !== absent)
    .slice(0, TAKERS_MAX)
    .map(({ o }) => o)
}

/** Gives one person the shift that serves the first day to mend best. */
export function takeOver({ state, days, taken }: RepairPlace, taker: number): void {
  const [day] = days
  if (day === undefined) return
  taken.take({ o: taker, day }, bestOfCell(state, taker, day))
}
