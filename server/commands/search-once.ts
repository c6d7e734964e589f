import type { Instance, Schedule } from '#forecasting/scheduling/instance.ts'
import { type SearchEnd, type SolveOptions, solve } from '#forecasting/scheduling/solve.ts'
import { solveForWait, solveForWaitPrice } from '#forecasting/scheduling/wait/solve-for-wait.ts'

import { solverClock } from './solver-clock.ts'
import type { WaitInput } from './wait-input.ts'

/** One search, as it is handed to a thread. */
export interface SearchRequest {
  readonly instance: Instance
  /** Contacts whose waiting makes the demand, instead of the instance's own. */
  readonly wait: WaitInput | undefined
  /** A legal schedule to go on from; a search of the whole begins without one. */
  readonly from?: Schedule | undefined
  readonly seed: number
  /** Moves to try; undefined for what the size of the problem asks for. */
  readonly iterations: number | undefined
  /** Seconds of one core after which the search ends early. */
  readonly limitSeconds: number | undefined
  /** Holds 1 once the search is to end with what it has. */
  readonly cancelled: Int32Array
}

export interface SearchAnswer {
  readonly schedule: Schedule
  /** The problem with the demand that was planned for. */
  readonly instance: Instance
  readonly iterations: number
  readonly end: SearchEnd
  readonly cpuSeconds: number
  readonly seed: number
  /** What else is to be told of the schedule. */
  readonly told: object
  /** Lower is better: whether a goal was missed, then the cost. */
  readonly rank: readonly [missed: number, cost: number]
}

/** Solves a problem by its own demand, or by what callers wait. */
export function searchOnce(request: SearchRequest): SearchAnswer {
  const { instance, wait, from, seed, iterations, limitSeconds, cancelled } = request
  const clock = solverClock(limitSeconds)
  const options: SolveOptions = {
    seed,
    ...(from === undefined ? {} : { from, isResumed: true }),
    ...(iterations === undefined ? {} : { iterations }),
    shouldStop: () => {
      if (Atomics.load(cancelled, 0) === 1) return 'cancel'
      return clock.isUp() ? 'time' : false
    },
  }
  if (wait !== undefined)
    return { ...searchByWait(instance, wait, options), cpuSeconds: clock.seconds(), seed }
  const solution = solve(instance, options)
  return {
    schedule: solution.schedule,
    instance,
    iterations: solution.iterations,
    end: solution.end,
    cpuSeconds: clock.seconds(),
    seed,
    told: {},
    rank: [0, solution.objective],
  }
}

function searchByWait(
  problem: Instance,
  { loads, goal, waitHour, lost }: WaitInput,
  options: SolveOptions,
): Omit<SearchAnswer, 'cpuSeconds' | 'seed'> {
  const solution =
    goal === undefined
      ? solveForWaitPrice(problem, loads, { ...options, prices: { waitHour, lost } })
      : solveForWait(problem, loads, { ...options, goal, lost })
  const { schedule, instance, iterations, end, wait, payHours, isMet, objective } = solution
  const told = {
    asaSeconds: wait.asaSeconds,
    lostShare: wait.lostShare,
    waitHours: wait.waitHours,
    waitHourPrice: solution.waitHour,
    payHours,
    ...(goal === undefined ? {} : { goalMet: isMet }),
  }
  const cost = isMet ? payHours : wait.waitHours
  const rank = goal === undefined ? ([0, objective] as const) : ([isMet ? 0 : 1, cost] as const)
  return { schedule, instance, iterations, end, told, rank }
}
