import {
  type SizedGroups,
  sizeGroups,
  type SizingProblem,
} from '#forecasting/simulation/size-groups.ts'
import type { Task } from '#server/platform/jobs/compute.ts'

export interface GroupSizingInput {
  readonly problem: SizingProblem
  readonly seed: number
  /** What every queue needs by itself, together: where the search begins. */
  readonly dedicated: number
}

/** Contacts of the two simulations: with dozens of groups there are hundreds of swaps to rank. */
const EFFORT = { rankCalls: 15_000, decideCalls: 250_000 }
/** Pooled people are seldom fewer than this share of dedicated ones: the end of the progress bar. */
const LEAST_SHARE = 0.75

/** Sizes competence groups in a worker thread; stopped early it keeps the best so far. */
export const computeGroupSizing: Task<GroupSizingInput, SizedGroups> = (input, context) => {
  const { problem, seed, dedicated } = input
  context.report(0, 'size_groups')
  return sizeGroups(problem, {
    ...EFFORT,
    seed,
    shouldStop: (best) => {
      const people = best.reduce((a, b) => a + b, 0)
      const saved = (dedicated - people) / (dedicated * (1 - LEAST_SHARE))
      context.report(Math.min(0.95, Math.max(0, saved)), 'size_groups', { agents: people })
      return context.shouldStop()
    },
  })
}
