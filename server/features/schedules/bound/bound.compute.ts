import { boundModel } from '#forecasting/scheduling/bound/bound-model.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import type { Task } from '#server/platform/jobs/compute.ts'
import { type LinearSolution, solveLinearProgram } from '#server/platform/linear-solver.ts'

const TIME_LIMIT_SECONDS = 600
/** An interior point method needs some dozens of iterations, seldom more; so many make half of the bar. */
const USUAL_ITERATIONS = 25

/** Proves what no schedule of an instance can cost less than, in a worker thread. */
export const computeBound: Task<{ readonly instance: Instance }, LinearSolution> = async (
  { instance },
  context,
) => {
  context.report(0, 'prove')
  return solveLinearProgram(boundModel(instance), {
    timeLimitSeconds: TIME_LIMIT_SECONDS,
    shouldStop: () => context.shouldStop(),
    onIteration: (count) => context.report(count / (count + USUAL_ITERATIONS), 'prove'),
  })
}
