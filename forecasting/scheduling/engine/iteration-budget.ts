/** How much work a caller wants done. */
export type Effort = 'quick' | 'normal' | 'quality'

const ITERATIONS_PER_CELL: Readonly<Record<Effort, number>> = {
  quick: 5_000,
  normal: 15_000,
  quality: 40_000,
}
const ITERATIONS_MIN = 1_500_000
/** Beyond this a plan gains little and the planner waits long. */
const ITERATIONS_MAX = 100_000_000
/** Small instances have deep valleys: several starts are worth more than one long walk. */
const SMALL_OPERATORS = 20
const SMALL_RESTARTS = 4

/** How many times to start anew, each with its share of the iterations. */
export function restartsFor(operators: number): number {
  return operators <= SMALL_OPERATORS ? SMALL_RESTARTS : 1
}

/** Iterations over all restarts, by the number of people and days alone. */
export function iterationBudget(operators: number, days: number, effort: Effort): number {
  const each = Math.max(ITERATIONS_MIN, ITERATIONS_PER_CELL[effort] * operators * days)
  return Math.min(ITERATIONS_MAX, each * restartsFor(operators))
}
