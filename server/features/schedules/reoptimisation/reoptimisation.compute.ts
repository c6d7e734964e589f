import { changesBetween } from '#forecasting/scheduling/changes-between.ts'
import type { Scope } from '#forecasting/scheduling/engine/scope.ts'
import type { Instance, Schedule as Plan } from '#forecasting/scheduling/instance.ts'
import { SCHEDULING_ENGINE_VERSION, iterationsFor, solve } from '#forecasting/scheduling/solve.ts'
import type { Task } from '#server/platform/jobs/compute.ts'

import { planProposer, type ProposedPlan } from '../changes/proposed-plan.ts'
import type { PlanningQueue } from '../problem/planning-rows.ts'
import { figuresNowAndThen } from '../search-figures.ts'
import { type ReoptimisedPlan, reoptimisedPlan } from './reoptimised-plan.ts'

export interface ReoptimisationInput {
  readonly instance: Instance
  readonly plan: Plan
  readonly scope: Scope
  readonly queues: readonly PlanningQueue[]
  readonly seed: number
  readonly timeLimitSeconds: number
}

export interface ReoptimisationOutcome {
  readonly proposed: ProposedPlan
  readonly cost: ReoptimisedPlan['cost']
  readonly engineVersion: string
}

/** Makes a part of a plan anew in a worker thread; a cancel or the time limit keeps the best so far. */
export const computeReoptimisation: Task<ReoptimisationInput, ReoptimisationOutcome> = (
  { instance, plan, scope, queues, seed, timeLimitSeconds },
  context,
) => {
  const startedMs = performance.now()
  const timeShare = (): number => (performance.now() - startedMs) / (timeLimitSeconds * 1000)
  const soFar = figuresNowAndThen(instance)
  const { schedule } = solve(instance, {
    seed,
    scope,
    from: plan,
    iterations: iterationsFor(instance, timeLimitSeconds, 'normal'),
    shouldStop: () => context.shouldStop() || timeShare() > 1,
    onProgress: (share, now) => context.report(Math.max(share, timeShare()), 'search', soFar(now)),
  })
  const found = reoptimisedPlan(instance, { before: plan, found: schedule }, scope)
  return {
    proposed: planProposer(
      instance,
      plan,
      queues,
    )({
      kind: 'part',
      plan: found.plan,
      cost: found.cost.after,
      changes: changesBetween(plan, found.plan),
    }),
    cost: found.cost,
    engineVersion: SCHEDULING_ENGINE_VERSION,
  }
}
