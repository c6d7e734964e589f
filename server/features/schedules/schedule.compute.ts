import { type Finding, diagnose } from '#forecasting/scheduling/diagnose.ts'
import {
  type DemandStep,
  type Instance,
  periodTargetOf,
  type Schedule,
} from '#forecasting/scheduling/instance.ts'
import { score } from '#forecasting/scheduling/score.ts'
import {
  SCHEDULING_ENGINE_VERSION,
  iterationsFor,
  type Solution,
  solve,
  type SolveOptions,
} from '#forecasting/scheduling/solve.ts'
import { type SimulatedWait, simulatedWait } from '#forecasting/scheduling/wait/simulated-wait.ts'
import { solveForWait, type WaitSolution } from '#forecasting/scheduling/wait/solve-for-wait.ts'
import type { Task } from '#server/platform/jobs/compute.ts'

import { withDemandSteps } from './problem/demand-steps.ts'
import { withoutLonelyTrainees } from './problem/trainee-plans.ts'
import type { WaitOrder } from './problem/wait-order.ts'
import type { MeasuredWait } from './schedules.schema.ts'
import { figuresNowAndThen, shortAgentHours } from './search-figures.ts'

export interface ScheduleInput {
  /** By the requirement, and the sessions of training laid over it. */
  readonly instance: Instance
  readonly seed: number
  readonly timeLimitSeconds: number
  /** Given where the promise counts over the weeks together. */
  readonly wait?: WaitOrder
}

export type ScheduleOutcome =
  | { readonly kind: 'impossible'; readonly blockers: readonly Finding[] }
  | {
      readonly kind: 'solved'
      readonly plan: Schedule
      readonly engineVersion: string
      readonly summary: Record<string, unknown>
      /** What the plan was made for, where that is not the requirement. */
      readonly demandSteps: readonly DemandStep[]
    }

/** Solves one problem in a worker thread; a cancel or the time limit keeps the best so far. */
export const computeSchedule: Task<ScheduleInput, ScheduleOutcome> = (input, context) => {
  const { instance, seed, timeLimitSeconds, wait } = input
  const diagnosis = diagnose(instance)
  if (diagnosis.blockers.length > 0) {
    return { kind: 'impossible', blockers: diagnosis.blockers }
  }
  const startedMs = performance.now()
  const timeShare = (): number => (performance.now() - startedMs) / (timeLimitSeconds * 1000)
  const soFar = wait === undefined ? figuresNowAndThen(instance) : (): undefined => undefined
  const options = {
    seed,
    iterations: iterationsFor(instance, timeLimitSeconds, 'normal'),
    shouldStop: () => context.shouldStop() || timeShare() > 1,
    // Whichever runs out first, moves or time, ends the search.
    onProgress: (share: number, plan: () => Schedule) =>
      context.report(Math.max(share, timeShare()), 'search', soFar(plan)),
  }
  const found =
    wait === undefined
      ? { solution: solve(instance, options), asked: instance, summary: {}, demandSteps: [] }
      : foundByWait(instance, wait, options)
  const { solution, asked } = found
  const plan = withoutLonelyTrainees(instance, solution.schedule)
  const isWhole = plan === solution.schedule
  return {
    kind: 'solved',
    plan,
    engineVersion: SCHEDULING_ENGINE_VERSION,
    summary: {
      objective: isWhole ? solution.objective : score(asked, plan).objective,
      iterations: solution.iterations,
      stoppedEarly: solution.stoppedEarly,
      cancelled: context.shouldStop(),
      warnings: diagnosis.warnings.map((one) => one.message),
      shortAgentHours: shortAgentHours(asked, plan),
      ...found.summary,
    },
    demandSteps: found.demandSteps,
  }
}

interface Found {
  readonly solution: Solution
  /** The problem with the demand that counts as missing. */
  readonly asked: Instance
  readonly summary: object
  readonly demandSteps: readonly DemandStep[]
}

function foundByWait(instance: Instance, wait: WaitOrder, options: SolveOptions): Found {
  const { goal, loads, besides, simulation } = wait
  // The best of the plans tried is told with what it was judged by: a simulation is not run again for it.
  const judged = new Map<Schedule, SimulatedWait>()
  const measure = (schedule: Schedule): SimulatedWait => {
    const met = judged.get(schedule) ?? simulatedWait(instance, schedule, simulation)
    judged.set(schedule, met)
    return met
  }
  const solution = solveForWait(instance, loads, { ...options, goal, lost: 0, besides, measure })
  // Whoever saves less than an hour's pay is welcome where the hours are owed anyway, but not missing.
  const demandSteps = (solution.instance.demandSteps ?? []).filter(
    ({ price }) => price >= instance.weights.pay,
  )
  return {
    solution,
    asked: withDemandSteps(instance, demandSteps),
    summary: { wait: promisedWait(instance, solution, measure(solution.schedule), goal) },
    demandSteps,
  }
}

function promisedWait(
  instance: Instance,
  { schedule, isMet }: WaitSolution,
  { asaSeconds, lostShare, queues }: SimulatedWait,
  goal: WaitOrder['goal'],
): MeasuredWait {
  const contracts = new Map(instance.contracts.map((one) => [one.id, one]))
  const owedMinutes = instance.operators.reduce((sum, operator) => {
    const contract = contracts.get(operator.contract)
    return contract === undefined ? sum : sum + periodTargetOf(operator, contract)
  }, 0)
  return {
    goal,
    isMet,
    asaSeconds: finite(asaSeconds),
    lostShare,
    paidHours: score(instance, schedule).paidHours,
    owedHours: owedMinutes / 60,
    queues: queues.map(({ skill, ...met }) => ({
      code: skill,
      asaSeconds: finite(met.asaSeconds),
      lostShare: met.lostShare,
    })),
  }
}

function finite(seconds: number): number | null {
  return Number.isFinite(seconds) ? seconds : null
}
