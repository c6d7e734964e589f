import { randomStream } from '../kernel/random-stream.ts'
import { HOTTEST, anneal } from './engine/anneal.ts'
import { fixCells } from './engine/fixed-cells.ts'
import { greedy } from './engine/greedy.ts'
import { iterationBudget, restartsFor } from './engine/iteration-budget.ts'
import { polish } from './engine/polish.ts'
import { type Problem, compileProblem } from './engine/problem.ts'
import { SearchState } from './engine/search-state.ts'
import { toSchedule } from './engine/to-schedule.ts'
import type { Instance, Lock, Schedule } from './instance.ts'

/** Part of every stored schedule: the same version, seed and budget give the same schedule. */
export const SCHEDULING_ENGINE_VERSION = 'kezek-scheduling/2'

export interface SolveOptions {
  /** Any whole number; its lowest 32 bits count. */
  readonly seed: number
  /** Moves to try in all; the default grows with people and days (`iteration-budget.ts`). */
  readonly iterations?: number
  /** Cells that are decided besides the instance's own locks, for planning again in part. */
  readonly fixed?: readonly Lock[]
  /** True once the caller wants what there is. Time is the caller's: the engine knows no clock. */
  readonly shouldStop?: () => boolean
  /** Receives the share of the work done, 0..1. */
  readonly onProgress?: (share: number) => void
}

export interface Solution {
  readonly schedule: Schedule
  /**
   * The engine's own total, on slots of 15 minutes or less. `score` recomputes it from the schedule
   * alone; for longer intervals it may find less, because there a break and its neighbour even out.
   */
  readonly objective: number
  readonly iterations: number
  /** True when it was told to stop before its budget was used. */
  readonly stoppedEarly: boolean
}

/**
 * Builds a legal schedule by a greedy start, annealing and a local search.
 *
 * Feasible at every step: no move that breaks a hard rule is ever taken, so stopping early gives a
 * legal schedule too. Call `diagnose` first: contradictory locks are refused there, by name.
 *
 * @throws {RangeError} if the instance is not one that `readInstance` accepts, or its locks clash
 */
export function solve(instance: Instance, options: SolveOptions): Solution {
  const problem = compileProblem(instance)
  const { operatorCount, days } = problem
  const restarts = restartsFor(operatorCount)
  const budget = options.iterations ?? iterationBudget(operatorCount, days, 'normal')
  const each = Math.ceil(budget / restarts)
  let best = run(problem, options, { restart: 0, restarts, iterations: each })
  let iterations = best.iterations
  for (let restart = 1; restart < restarts && options.shouldStop?.() !== true; restart++) {
    const next = run(problem, options, { restart, restarts, iterations: each })
    iterations += next.iterations
    if (next.state.cost < best.state.cost) best = next
  }
  return {
    schedule: toSchedule(best.state),
    objective: best.state.cost,
    iterations,
    stoppedEarly: iterations < each * restarts,
  }
}

function run(
  problem: Problem,
  { seed, fixed: decided = [], shouldStop = () => false, onProgress }: SolveOptions,
  part: { readonly restart: number; readonly restarts: number; readonly iterations: number },
): { state: SearchState; iterations: number } {
  const { restart, restarts } = part
  const random = randomStream(seed, `restart ${restart}`)
  const state = new SearchState(problem)
  const fixed = fixCells(state, [...problem.instance.locks, ...decided])
  greedy(state, { fixed, random, shouldStop })
  const iterations = anneal(state, {
    iterations: part.iterations,
    random,
    fixed,
    hottest: HOTTEST,
    shouldStop,
    onProgress: (share) => onProgress?.((restart + share) / restarts),
  })
  polish(state, fixed, shouldStop)
  state.recount()
  return { state, iterations }
}
