import { evaluateErlangA } from './erlang-a.ts'
import { evaluateErlangC } from './erlang-c.ts'
import { AGENTS_MAX } from './queue-arguments.ts'
import type { QueueMetrics } from './queue-metrics.ts'
import { requiredErlangC } from './required-erlang-c.ts'
import { wholeUp } from './shrinkage.ts'
import {
  type BindingTarget,
  missedTarget,
  type StaffingAnswer,
  type StaffingTargets,
} from './staffing-targets.ts'

/** One queue's load, and how its callers behave. */
export interface QueueLoad {
  readonly offeredErlangs: number
  readonly handleSeconds: number
  /** Mean patience; undefined means Erlang C, whose callers wait for ever. */
  readonly patienceSeconds?: number
}

/** Every figure of a queue at a given number of agents. */
export function evaluateQueue(
  load: QueueLoad,
  agents: number,
  thresholdSeconds?: number,
): QueueMetrics {
  const { patienceSeconds, ...rest } = load
  return patienceSeconds === undefined
    ? evaluateErlangC({ ...rest, agents }, thresholdSeconds)
    : evaluateErlangA({ ...rest, agents, patienceSeconds }, thresholdSeconds)
}

/**
 * The least whole number of agents that meets every target at once.
 *
 * Every target is easier with more agents. Under Erlang A a bracket around a first guess is doubled
 * until it holds the answer and then halved: O(√load · log √load). Nothing is evaluated twice.
 *
 * @throws {RangeError} if the load is out of the formulas' range
 */
export function requiredAgents(load: QueueLoad, targets: StaffingTargets): StaffingAnswer {
  if (load.offeredErlangs === 0) {
    const metrics = evaluateQueue(load, 0, targets.serviceLevel?.withinSeconds)
    return { agents: 0, binding: 'none', metrics }
  }
  if (load.patienceSeconds === undefined) return requiredErlangC(load, targets)
  return requiredByBracket(load, targets)
}

function requiredByBracket(load: QueueLoad, targets: StaffingTargets): StaffingAnswer {
  const threshold = targets.serviceLevel?.withinSeconds
  const tried = (agents: number): Trial => {
    const metrics = evaluateQueue(load, agents, threshold)
    return { agents, metrics, missed: missedTarget(metrics, targets) }
  }

  let { fewer, enough } = bracketed(firstGuess(load, targets), tried)
  while (enough.agents - (fewer?.agents ?? -1) > 1) {
    const middle = tried((enough.agents + (fewer?.agents ?? -1)) >> 1)
    if (middle.missed === undefined) enough = middle
    else fewer = middle
  }
  const { agents, metrics } = enough
  return { agents, binding: fewer?.missed ?? 'none', metrics }
}

/** A number of agents, and the first target that it misses. */
interface Trial {
  readonly agents: number
  readonly metrics: QueueMetrics
  readonly missed: BindingTarget | undefined
}

/** From about 20 Erlangs up the cap on occupancy decides, and this is then the answer itself. */
function firstGuess({ offeredErlangs }: QueueLoad, { maxOccupancy = 1 }: StaffingTargets): number {
  const atCap = wholeUp(offeredErlangs / maxOccupancy)
  return Math.max(1, Math.min(atCap, AGENTS_MAX))
}

/**
 * Two numbers of agents, of which the smaller misses a target and the larger misses none; without
 * the smaller when even nobody would do.
 */
function bracketed(
  guess: number,
  tried: (agents: number) => Trial,
): { fewer: Trial | undefined; enough: Trial } {
  let jump = 1
  let last = tried(guess)
  if (last.missed !== undefined) {
    for (;;) {
      const next = tried(last.agents + jump)
      if (next.missed === undefined) return { fewer: last, enough: next }
      last = next
      jump *= 2
    }
  }
  while (last.agents > 0) {
    const next = tried(Math.max(0, last.agents - jump))
    if (next.missed !== undefined) return { fewer: next, enough: last }
    last = next
    jump *= 2
  }
  return { fewer: undefined, enough: last }
}
