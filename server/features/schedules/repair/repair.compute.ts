import type { Instance, Schedule as Plan, Shift } from '#forecasting/scheduling/instance.ts'
import { repairOptions } from '#forecasting/scheduling/repair/repair-options.ts'
import type { Task } from '#server/platform/jobs/compute.ts'

import { planProposer, type ProposedPlan } from '../changes/proposed-plan.ts'
import type { PlanningQueue } from '../problem/planning-rows.ts'

export interface RepairInput {
  readonly instance: Instance
  readonly plan: Plan
  readonly queues: readonly PlanningQueue[]
  /** Days to mend, where it is not the lost shifts that say. */
  readonly days?: readonly number[]
  /** Minute of the horizon that it is now. */
  readonly nowMin: number
}

export interface RepairOutcome {
  readonly lost: readonly Shift[]
  readonly options: readonly ProposedPlan[]
}

/** Finds ways to mend a plan, in a worker thread: a thousand people take most of a second. */
export const computeRepair: Task<RepairInput, RepairOutcome> = (input) => {
  const { instance, plan, queues, days, nowMin } = input
  const { lost, options } = repairOptions(instance, plan, {
    nowMin,
    ...(days === undefined ? {} : { days }),
  })
  const propose = planProposer(instance, plan, queues)
  return {
    lost,
    options: options.map(({ kind, schedule, objective, changes }) =>
      propose({ kind, plan: schedule, cost: objective, changes }),
    ),
  }
}
