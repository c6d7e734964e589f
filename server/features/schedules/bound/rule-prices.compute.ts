import type { Instance, Schedule as Plan } from '#forecasting/scheduling/instance.ts'
import {
  priceRelaxations,
  type RelaxationPrices,
} from '#forecasting/scheduling/relaxations/price-relaxations.ts'
import { possibleRelaxations } from '#forecasting/scheduling/relaxations/relaxation.ts'
import { iterationsFor } from '#forecasting/scheduling/solve.ts'
import type { Task } from '#server/platform/jobs/compute.ts'

export interface RulePricesInput {
  readonly instance: Instance
  readonly plan: Plan
  /** Contracts as the centre has them; those that the law shortens for one person stay. */
  readonly contracts: readonly string[]
  readonly seed: number
}

/** Of one search; there are some dozens. */
const SEARCH_SECONDS = 0.75
const TIME_LIMIT_SECONDS = 240

/** Prices the rules of a plan in a worker thread; a cancel or the time limit keeps those that are known. */
export const computeRulePrices: Task<RulePricesInput, RelaxationPrices> = (
  { instance, plan, contracts, seed },
  context,
) => {
  const untilMs = performance.now() + TIME_LIMIT_SECONDS * 1000
  context.report(0, 'price')
  return priceRelaxations(instance, plan, possibleRelaxations(instance, new Set(contracts)), {
    seed,
    iterations: iterationsFor(instance, SEARCH_SECONDS, 'quick'),
    shouldStop: () => context.shouldStop() || performance.now() > untilMs,
    onProgress: (share) => context.report(share, 'price'),
  })
}
