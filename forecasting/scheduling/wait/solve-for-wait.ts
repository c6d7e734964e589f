import type { DemandStep, Instance, Schedule } from '../instance.ts'
import { score } from '../score.ts'
import { type Solution, type SolveOptions, iterationsFor, solve } from '../solve.ts'
import type { WaitLoad } from './wait-load.ts'
import { type WaitPrices, waitSteps } from './wait-steps.ts'
import { type WeekWait, weekWait } from './week-wait.ts'

/** What the horizon must come to, at the least cost. */
export interface WaitGoal {
  /** Mean wait of those who are answered. */
  readonly asaSeconds: number
  /** Share of callers who may hang up, 0..1: or else callers who are lost would make the wait look short. */
  readonly lostShare: number
}

export interface WaitSolution extends Solution {
  /** The instance with the demand that the price of waiting made. */
  readonly instance: Instance
  readonly wait: WeekWait
  /** Price of an hour of waiting, in hours of pay, under which the schedule came out. */
  readonly waitHour: number
  /** False when no price that was tried brought the goal: then callers wait the least of all found. */
  readonly isMet: boolean
  /** Hours of pay that the schedule costs, without what waiting is taken to cost. */
  readonly payHours: number
}

/** What a search is given beside its effort. */
interface WaitOptions extends SolveOptions {
  /** Demand with a price of its own (`waitSteps`). */
  readonly besides?: readonly DemandStep[]
  /**
   * Tells what callers meet under a schedule, such as a simulation does that knows how calls find people
   * of several skills; by default each queue is reckoned by itself.
   */
  readonly measure?: (schedule: Schedule) => WeekWait
}

/** First guess of the price of an hour of waiting, and by how much it is changed at first. */
const WAIT_HOUR = { first: 1, factor: 8 } as const
const TRIALS = 7
/** Schedules whose pay differs by less are as dear as each other: the shorter wait decides. */
const SAME_PAY = 0.002

/** A schedule whose shortages are priced by what callers wait and lose. */
export function solveForWaitPrice(
  problem: Instance,
  loads: readonly WaitLoad[],
  options: WaitOptions & { readonly prices: WaitPrices },
): WaitSolution {
  const { prices, besides, measure, ...others } = options
  const instance = { ...problem, ...waitSteps(problem, loads, prices, besides) }
  const solution = solve(instance, others)
  const { terms } = score(instance, solution.schedule)
  return {
    ...solution,
    instance,
    wait: measure?.(solution.schedule) ?? weekWait(instance, solution.schedule, loads),
    waitHour: prices.waitHour,
    isMet: true,
    payHours: terms.pay + terms.nightPremium + terms.overtime + terms.shortfall,
  }
}

/**
 * The cheapest schedule found that keeps the mean wait of the whole horizon: peaks may wait longer where
 * that is cheap, if quiet hours make up for it. The goal is kept by its price: the dearer an hour of
 * waiting, the shorter the wait, so the price is searched by halving, each time from the plan before.
 * With a simulation as the measure its answer corrects what the formulas do not know.
 *
 * Sources: Lagrangian relaxation, A. Geoffrion, "Lagrangean relaxation for integer programming",
 * Mathematical Programming Study 2 (1974); simulation between the rounds, M. Cezik, P. L'Ecuyer,
 * "Staffing multiskill call centers via linear programming and simulation", Management Science 54 (2008).
 */
export function solveForWait(
  problem: Instance,
  loads: readonly WaitLoad[],
  options: WaitOptions & { readonly goal: WaitGoal; readonly lost: number },
): WaitSolution {
  const { goal, lost, iterations, onProgress, ...others } = options
  const each = Math.ceil((iterations ?? iterationsFor(problem, 60)) / TRIALS)
  let waitHour: number = WAIT_HOUR.first
  let factor: number = WAIT_HOUR.factor
  let best: WaitSolution | undefined
  let done = 0
  let last: WaitSolution | undefined
  for (let trial = 0; trial < TRIALS; trial++) {
    if (last !== undefined && last.end !== 'budget') break
    const found = solveForWaitPrice(problem, loads, {
      ...others,
      iterations: each,
      prices: { waitHour, lost },
      onProgress: (share, plan) => onProgress?.((trial + share) / TRIALS, plan),
      ...(last === undefined ? {} : { from: last.schedule, isResumed: false }),
    })
    const { asaSeconds, lostShare } = found.wait
    const isMet = asaSeconds <= goal.asaSeconds && lostShare <= goal.lostShare
    last = { ...found, isMet }
    done += found.iterations
    best = best === undefined ? last : betterOf(best, last, goal)
    waitHour = isMet ? waitHour / factor : waitHour * factor
    factor = Math.max(1.05, Math.sqrt(factor))
  }
  const end = last?.end ?? 'budget'
  if (best === undefined) throw new RangeError('a search must have at least one trial')
  return { ...best, iterations: done, stoppedEarly: end !== 'budget', end }
}

/** The cheaper one that keeps the goal, of equals the one with the shorter wait; else the nearer to it. */
function betterOf(one: WaitSolution, other: WaitSolution, goal: WaitGoal): WaitSolution {
  if (one.isMet !== other.isMet) return one.isMet ? one : other
  const isAsDear = Math.abs(other.payHours - one.payHours) <= SAME_PAY * one.payHours
  if (one.isMet && !isAsDear) return other.payHours < one.payHours ? other : one
  return missOf(other.wait, goal) < missOf(one.wait, goal) ? other : one
}

/** The larger of the wait and the losses, as multiples of what is promised. */
function missOf({ asaSeconds, lostShare }: WeekWait, goal: WaitGoal): number {
  return Math.max(asaSeconds / goal.asaSeconds, lostShare / goal.lostShare)
}
