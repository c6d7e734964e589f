import {
  explainInterval,
  type IntervalExplanation,
} from '#forecasting/scheduling/explain/explain-interval.ts'
import {
  explainSurplus,
  type SurplusExplanation,
} from '#forecasting/scheduling/explain/explain-surplus.ts'
import type { Instance, Schedule as Plan } from '#forecasting/scheduling/instance.ts'
import type { Task } from '#server/platform/jobs/compute.ts'

export interface IntervalInput {
  readonly instance: Instance
  readonly plan: Plan
  readonly interval: number
}

export interface ShortageInput extends IntervalInput {
  readonly skill: string
}

/** Why an interval is short, in a worker thread: a month of a thousand people is long. */
export const computeShortage: Task<ShortageInput, IntervalExplanation> = ({
  instance,
  plan,
  ...place
}) => explainInterval(instance, plan, place)

/** Why an interval is over. */
export const computeSurplus: Task<IntervalInput, SurplusExplanation> = ({
  instance,
  plan,
  interval,
}) => explainSurplus(instance, plan, interval)
