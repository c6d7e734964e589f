import { randomStream } from '../kernel/random-stream.ts'
import { inOrder } from './break-windows.ts'
import { anneal } from './engine/anneal.ts'
import { fixCells } from './engine/fixed-cells.ts'
import { greedy } from './engine/greedy.ts'
import { polish } from './engine/polish.ts'
import { compileProblem, type Problem } from './engine/problem.ts'
import { OFF } from './engine/roster.ts'
import { SearchState } from './engine/search-state.ts'
import { type Instance, type Schedule, type Shift, MINUTES_PER_DAY } from './instance.ts'

/** Part of every stored schedule: the same version, seed and budget give the same schedule. */
export const SCHEDULING_ENGINE_VERSION = 'kezek-scheduling/1'

export interface SolveOptions {
  /** Any whole number; its lowest 32 bits count. */
  readonly seed: number
  /** Moves to try in all; the default grows with people and days. */
  readonly iterations?: number
  /** True once the caller wants what there is. Time is the caller's: the engine knows no clock. */
  readonly shouldStop?: () => boolean
  /** Receives the share of the work done, 0..1. */
  readonly onProgress?: (share: number) => void
}

export interface Solution {
  readonly schedule: Schedule
  /** The engine's own total; `score` recomputes it from the schedule alone. */
  readonly objective: number
  readonly iterations: number
  /** True when it was told to stop before its budget was used. */
  readonly stoppedEarly: boolean
}

const ITERATIONS_PER_CELL = 15_000
const ITERATIONS_MIN = 1_500_000
/** Small instances have deep valleys: several starts are worth more than one long walk. */
const SMALL_OPERATORS = 20
const SMALL_RESTARTS = 4

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
  const { seed, shouldStop = () => false, onProgress = () => undefined } = options
  const cells = problem.operatorCount * problem.days
  const budget = options.iterations ?? Math.max(ITERATIONS_MIN, ITERATIONS_PER_CELL * cells)
  const restarts = problem.operatorCount <= SMALL_OPERATORS ? SMALL_RESTARTS : 1
  let best: SearchState | undefined
  let done = 0
  for (let restart = 0; restart < restarts; restart++) {
    if (restart > 0 && shouldStop()) break
    const random = randomStream(seed, `restart ${restart}`)
    const state = new SearchState(problem)
    const fixed = fixCells(state, instance.locks)
    greedy(state, fixed, random)
    done += anneal(state, {
      iterations: budget,
      random,
      fixed,
      shouldStop,
      onProgress: (share) => onProgress((restart + share) / restarts),
    })
    polish(state, fixed, shouldStop)
    if (best === undefined || state.recount() < best.cost) best = state
  }
  return {
    schedule: toSchedule(problem, best ?? new SearchState(problem)),
    objective: best?.cost ?? 0,
    iterations: done,
    stoppedEarly: done < budget * restarts,
  }
}

function toSchedule(problem: Problem, { roster }: SearchState): Schedule {
  const { instance, days, grid, shapes } = problem
  const shifts: Shift[] = []
  instance.operators.forEach(({ id }, o) => {
    for (let day = 0; day < days; day++) {
      const cell = o * days + day
      const minute = roster.start[cell] as number
      const shape = instance.shapes[roster.shape[cell] as number]
      if (minute === OFF || shape === undefined) continue
      const start = day * MINUTES_PER_DAY + minute
      shifts.push({
        op: id,
        start,
        shape: shape.id,
        breaks: inOrder(shape).map(({ kind, lenMin }, k) => ({
          kind,
          start:
            start + (roster.breakOffset[cell * shapes.breaksMax + k] as number) * grid.slotMinutes,
          len: lenMin,
        })),
      })
    }
  })
  return { format: 'wfm-schedule/1', instance: instance.name, shifts }
}
