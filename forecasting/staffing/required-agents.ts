import { evaluateErlangA } from './erlang-a.ts'
import { evaluateErlangC } from './erlang-c.ts'
import { leastAgents } from './least-agents.ts'
import { AGENTS_MAX } from './queue-arguments.ts'
import type { QueueMetrics } from './queue-metrics.ts'
import { requiredErlangC } from './required-erlang-c.ts'
import { wholeUp } from './shrinkage.ts'
import type { StaffingAnswer, StaffingTargets } from './staffing-targets.ts'

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
 * The least whole number of agents that meets every target at once: O(√load · log √load).
 *
 * @throws {RangeError} if the load is out of the formulas' range
 */
export function requiredAgents(load: QueueLoad, targets: StaffingTargets): StaffingAnswer {
  const threshold = targets.serviceLevel?.withinSeconds
  if (load.offeredErlangs === 0) {
    return { agents: 0, binding: 'none', metrics: evaluateQueue(load, 0, threshold) }
  }
  if (load.patienceSeconds === undefined) return requiredErlangC(load, targets)
  return leastAgents(
    (agents) => evaluateQueue(load, agents, threshold),
    targets,
    agentsAtCap(load.offeredErlangs, targets),
  )
}

/** From about 20 Erlangs up the cap on occupancy decides, and this is then the answer itself. */
function agentsAtCap(offeredErlangs: number, { maxOccupancy = 1 }: StaffingTargets): number {
  return Math.max(1, Math.min(wholeUp(offeredErlangs / maxOccupancy), AGENTS_MAX))
}
