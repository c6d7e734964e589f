import { randomStream } from '../kernel/random-stream.ts'
import { anneal } from './engine/anneal.ts'
import { fixCells } from './engine/fixed-cells.ts'
import { type GreedyOptions, greedy } from './engine/greedy.ts'
import { type Effort, iterationBudget, iterationsWithin } from './engine/iteration-budget.ts'
import { KEPT_RULE_PRICE } from './engine/planner-prices.ts'
import { polish } from './engine/polish.ts'
import { type Problem, compileProblem } from './engine/problem.ts'
import { putIn } from './engine/put-in.ts'
import { type Scope, fixOutside } from './engine/scope.ts'
import { type Round, searchRounds } from './engine/search-rounds.ts'
import { SearchState } from './engine/search-state.ts'
import { toSchedule } from './engine/to-schedule.ts'
import type { Instance, Schedule } from './instance.ts'

/** Part of every stored schedule: the same version, seed and budget give the same schedule. */
export const SCHEDULING_ENGINE_VERSION = 'kezek-scheduling/5'

/** Less than this is rounding. */
const GAIN_MIN = 1e-9

/** Why a caller ends a search. */
export type StopReason = 'time' | 'cancel'
export type SearchEnd = 'budget' | StopReason

export interface SolveOptions {
  /** Any whole number; its lowest 32 bits count. */
  readonly seed: number
  /** Moves to try in all; the default grows with people and days (`iteration-budget.ts`). */
  readonly iterations?: number
  /** With `from`: the part of the plan that may change, breaks included; all of it by default. */
  readonly scope?: Scope
  /** A plan to go on from, found earlier or published; the search stays in its neighbourhood. */
  readonly from?: Schedule
  /** With `from`: true where it is what an earlier search left, so that this one may leave it far behind. */
  readonly isResumed?: boolean
  /**
   * Tells once the caller wants what there is, and why; `true` means that it was cancelled. Time is the
   * caller's: the engine knows no clock.
   */
  readonly shouldStop?: () => boolean | StopReason
  /** Receives the share of the work done, 0..1, and a way to read the legal plan that there is now. */
  readonly onProgress?: (share: number, plan: () => Schedule) => void
}

export interface Solution {
  readonly schedule: Schedule
  /**
   * The engine's own total, which `score` recomputes from the schedule alone.
   * A planners' rule that must be kept and is not counts 300 for each unit (`planner-prices.ts`).
   */
  readonly objective: number
  readonly iterations: number
  /** True when it was told to stop before its budget was used. */
  readonly stoppedEarly: boolean
  /** Whether the budget was used, or what ended the search before. */
  readonly end: SearchEnd
}

/**
 * Builds a legal schedule by a greedy start, or from a given plan, annealing and a local search.
 *
 * Feasible at every step: no move that breaks a hard rule is ever taken, so stopping early gives a
 * legal schedule too. Call `diagnose` first: contradictory locks are refused there, by name.
 *
 * @throws {RangeError} if the instance is not one that `readInstance` accepts, or its locks clash
 */
export function solve(instance: Instance, options: SolveOptions): Solution {
  const problem = compileProblem(instance)
  const { operatorCount, days } = problem
  const iterations = options.iterations ?? iterationBudget(operatorCount, days, 'normal')
  const { from } = options
  const watch = new StopWatch(options.shouldStop)
  const { shouldStop } = watch
  const given = { ...options, shouldStop }
  const [first, ...others] = searchRounds({
    iterations,
    operatorCount,
    days,
    begins: from === undefined ? 'empty' : options.isResumed === true ? 'resumed' : 'near',
  })
  if (first === undefined) throw new RangeError('a search must have at least one round')
  const share = { iterations, done: 0 }
  let best = runRound(problem, given, { round: first, index: 0, plan: from, ...share })
  let done = best.iterations
  for (const [index, round] of others.entries()) {
    if (shouldStop()) break
    const plan = round.start === 'best' ? best.schedule : undefined
    const next = runRound(problem, given, { round, index: index + 1, plan, iterations, done })
    done += next.iterations
    if (next.objective < best.objective) best = next
  }
  const { schedule, objective } = best
  const stoppedEarly = done < iterations
  return {
    schedule,
    objective,
    iterations: done,
    stoppedEarly,
    end: stoppedEarly ? watch.end : 'budget',
  }
}

/** Asks whether to stop, and keeps the reason. */
class StopWatch {
  end: SearchEnd = 'budget'
  readonly shouldStop: () => boolean

  constructor(ask: SolveOptions['shouldStop']) {
    this.shouldStop = () => {
      const reason = ask?.() ?? false
      if (reason === false) return false
      this.end = reason === true ? 'cancel' : reason
      return true
    }
  }
}

/**
 * Moves for `iterations` that a core does within some seconds, if it is not slower than most, and no
 * more than an effort is worth. A number of moves and not a time, so that the plan is the same on
 * every machine.
 */
export function iterationsFor(
  { operators, days }: Instance,
  seconds: number,
  effort: Effort = 'quality',
): number {
  return Math.min(
    iterationsWithin(seconds, operators.length, days),
    iterationBudget(operators.length, days, effort),
  )
}

interface RoundPlace {
  readonly round: Round
  readonly index: number
  /** The plan to start with, if not greedily. */
  readonly plan: Schedule | undefined
  /** Moves of all rounds, and of those before this one. */
  readonly iterations: number
  readonly done: number
}

/** A start, annealing and polishing. */
function runRound(
  problem: Problem,
  { seed, scope, shouldStop, onProgress }: SolveOptions & { readonly shouldStop: () => boolean },
  { round, index, plan, iterations, done }: RoundPlace,
): { schedule: Schedule; objective: number; iterations: number } {
  const random = randomStream(seed, `round ${index}`)
  const state = new SearchState(problem)
  const fixed = fixCells(state, problem.instance.locks)
  if (plan === undefined) greedyWithoutRules(state, { fixed, random, shouldStop })
  else putIn(state, plan, fixed)
  if (scope !== undefined) fixOutside(state, fixed, scope)
  const begun = { schedule: toSchedule(state), objective: state.recount() }
  const moves = anneal(state, {
    iterations: round.iterations,
    random,
    fixed,
    hottest: round.hottest,
    shouldStop,
    onProgress: (share) =>
      onProgress?.((done + share * round.iterations) / iterations, () => toSchedule(state)),
  })
  state.planners.keptPrice = KEPT_RULE_PRICE
  polish(state, fixed, shouldStop)
  state.recount()
  const end = { schedule: toSchedule(state), objective: state.cost }
  // A walk through worse plans may end in one: nobody wants less than what there was, nor other breaks for nothing.
  const isBetter = end.objective < begun.objective - GAIN_MIN
  return { ...(isBetter ? end : begun), iterations: moves }
}

/** Shifts are added one by one, which rules such as two days in a row would not let begin. */
function greedyWithoutRules(state: SearchState, options: GreedyOptions): void {
  state.planners.keptPrice = 0
  greedy(state, options)
  state.planners.keptPrice = KEPT_RULE_PRICE
}
