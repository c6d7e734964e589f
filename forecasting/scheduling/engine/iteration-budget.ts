/** How much work a caller wants done; `patient`: many starts of a small team too. */
export type Effort = 'quick' | 'normal' | 'quality' | 'patient'

const ITERATIONS_PER_CELL: Readonly<Record<Effort, number>> = {
  quick: 5_000,
  normal: 15_000,
  quality: 40_000,
  patient: 40_000,
}
/** Small teams need many starts, and they are cheap. */
const ITERATIONS_MIN: Readonly<Record<Effort, number>> = {
  quick: 1_500_000,
  normal: 5_000_000,
  quality: 10_000_000,
  patient: 40_000_000,
}
/** Beyond this a plan gains little and the planner waits long. */
const ITERATIONS_MAX = 180_000_000

/**
 * Moves per second of a core that has other work beside it, by the number of cells above which more
 * memory is touched than the core keeps near. A budget from it is a number of moves, the same on every
 * machine; a core that is too slow for it is stopped by the clock and cools down at once, which costs
 * little.
 */
const MOVES_PER_SECOND: readonly { readonly cells: number; readonly moves: number }[] = [
  { cells: 0, moves: 900_000 },
  { cells: 200, moves: 450_000 },
  { cells: 5_000, moves: 350_000 },
]
/** What is left for the start and the polishing. */
const SHARE_OF_TIME = 0.9

/** Moves of a search, by the number of people and days alone. */
export function iterationBudget(operators: number, days: number, effort: Effort): number {
  const wanted = ITERATIONS_PER_CELL[effort] * operators * days
  return Math.min(ITERATIONS_MAX, Math.max(ITERATIONS_MIN[effort], wanted))
}

/** Moves of a search that fit into some seconds of one core. */
export function iterationsWithin(seconds: number, operators: number, days: number): number {
  const cells = operators * days
  const speed = MOVES_PER_SECOND.findLast((step) => cells >= step.cells)?.moves ?? 0
  return Math.ceil(seconds * SHARE_OF_TIME * speed)
}
