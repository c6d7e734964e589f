import { type Finding, diagnose } from '#forecasting/scheduling/diagnose.ts'
import type { Instance, Schedule } from '#forecasting/scheduling/instance.ts'
import { SCHEDULING_ENGINE_VERSION, iterationsFor, solve } from '#forecasting/scheduling/solve.ts'
import type { Task } from '#server/platform/jobs/compute.ts'

import { figuresNowAndThen, shortAgentHours } from './search-figures.ts'

export interface ScheduleInput {
  readonly instance: Instance
  readonly seed: number
  readonly timeLimitSeconds: number
}

export type ScheduleOutcome =
  | { readonly kind: 'impossible'; readonly blockers: readonly Finding[] }
  | {
      readonly kind: 'solved'
      readonly plan: Schedule
      readonly engineVersion: string
      readonly summary: Record<string, unknown>
    }

/** Solves one problem in a worker thread; a cancel or the time limit keeps the best so far. */
export const computeSchedule: Task<ScheduleInput, ScheduleOutcome> = (input, context) => {
  const { instance, seed, timeLimitSeconds } = input
  const diagnosis = diagnose(instance)
  if (diagnosis.blockers.length > 0) {
    return { kind: 'impossible', blockers: diagnosis.blockers }
  }
  const startedMs = performance.now()
  const timeShare = (): number => (performance.now() - startedMs) / (timeLimitSeconds * 1000)
  const soFar = figuresNowAndThen(instance)
  const solution = solve(instance, {
    seed,
    iterations: iterationsFor(instance, timeLimitSeconds, 'normal'),
    shouldStop: () => context.shouldStop() || timeShare() > 1,
    // Whichever runs out first, moves or time, ends the search.
    onProgress: (share, plan) =>
      context.report(Math.max(share, timeShare()), 'search', soFar(plan)),
  })
  return {
    kind: 'solved',
    plan: solution.schedule,
    engineVersion: SCHEDULING_ENGINE_VERSION,
    summary: {
      objective: solution.objective,
      iterations: solution.iterations,
      stoppedEarly: solution.stoppedEarly,
      cancelled: context.shouldStop(),
      warnings: diagnosis.warnings.map((one) => one.message),
      shortAgentHours: shortAgentHours(instance, solution.schedule),
    },
  }
}
