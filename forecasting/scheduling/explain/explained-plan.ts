import { type BestChoice, take } from '../engine/best-cell.ts'
import { compileProblem } from '../engine/problem.ts'
import { putIn } from '../engine/put-in.ts'
import { SearchState } from '../engine/search-state.ts'
import { toSchedule } from '../engine/to-schedule.ts'
import type { Instance, Schedule } from '../instance.ts'
import { type ScoreTerms, score } from '../score.ts'

/** A plan under the search's prices. Locked shifts are a part of it; what breaks a rule is left out. */
export function explainedPlan(instance: Instance, schedule: Schedule): SearchState {
  const state = new SearchState(compileProblem(instance))
  putIn(state, schedule, new Uint8Array(state.problem.operatorCount * state.problem.days))
  return state
}

const NEGLIGIBLE = 1e-9

/** Terms of the price that differ, as the second less the first. */
export function changedTerms(first: ScoreTerms, second: ScoreTerms): Partial<ScoreTerms> {
  const names = Object.keys(first) as (keyof ScoreTerms)[]
  return Object.fromEntries(
    names
      .map((name) => [name, second[name] - first[name]] as const)
      .filter(([, change]) => Math.abs(change) > NEGLIGIBLE),
  )
}

/** What a change would cost the whole plan, less when negative, and of what terms that is the sum. */
export interface ToldCost {
  readonly delta: number
  readonly terms: Partial<ScoreTerms>
}

/**
 * Tells what one choice in one cell would change of the price, by a reckoning of the whole plan; the plan
 * stays as it is. The search prices quarters of an hour one by one, the score whole intervals, so that
 * where intervals are longer this may be a little less than what the search says.
 */
export function costTeller(
  state: SearchState,
): (place: { readonly o: number; readonly day: number }, choice: BestChoice) => ToldCost {
  const { instance } = state.problem
  const before = score(instance, toSchedule(state)).terms
  return (place, choice) => {
    take(state, place, choice)
    const after = score(instance, toSchedule(state)).terms
    state.undo()
    const terms = changedTerms(before, after)
    return { delta: Object.values(terms).reduce((sum, change) => sum + change, 0), terms }
  }
}
