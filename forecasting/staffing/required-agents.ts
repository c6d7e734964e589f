import { evaluateErlangA } from './erlang-a.ts'
import { evaluateErlangC } from './erlang-c.ts'
import type { QueueMetrics, ServiceLevelDefinition } from './queue-metrics.ts'

/** One queue's load, and how its callers behave. */
export interface QueueLoad {
  readonly offeredErlangs: number
  readonly handleSeconds: number
  /** Mean patience; undefined means Erlang C, whose callers wait for ever. */
  readonly patienceSeconds?: number
}

/** What is promised. A target that is left out does not count. */
export interface StaffingTargets {
  /** Largest mean wait of answered contacts. */
  readonly asaSeconds?: number
  readonly serviceLevel?: {
    readonly share: number
    readonly withinSeconds: number
    readonly definition: ServiceLevelDefinition
  }
  /** Largest share of contacts that hang up. */
  readonly abandonShare?: number
  /** Largest share of an agent's time spent on contacts. */
  readonly maxOccupancy?: number
}

export type BindingTarget =
  | 'asa'
  | 'service_level'
  | 'abandon_share'
  | 'max_occupancy'
  | 'stability'
  | 'none'

export interface StaffingAnswer {
  readonly agents: number
  /** The target that one agent fewer would miss; `none` when nobody is needed. */
  readonly binding: BindingTarget
  readonly metrics: QueueMetrics
}

/** Round targets tie in floating point; a metric this near its target meets it. */
const SLACK = 1e-9

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
 * The first target that a queue misses, in the order wait, service level, abandonment, occupancy;
 * undefined when all are met. A queue whose backlog grows for ever misses `stability`.
 */
export function missedTarget(
  metrics: QueueMetrics,
  targets: StaffingTargets,
): BindingTarget | undefined {
  if (metrics.asaSeconds === Infinity) return targets.asaSeconds === undefined ? 'stability' : 'asa'
  if (exceeds(metrics.asaSeconds, targets.asaSeconds)) return 'asa'
  const { serviceLevel } = targets
  if (serviceLevel !== undefined) {
    const reached = metrics.service?.[serviceLevel.definition] ?? 0
    if (reached < serviceLevel.share * (1 - SLACK)) return 'service_level'
  }
  if (exceeds(metrics.abandonShare, targets.abandonShare)) return 'abandon_share'
  return exceeds(metrics.occupancy, targets.maxOccupancy) ? 'max_occupancy' : undefined
}

/**
 * The least whole number of agents that meets every target at once.
 *
 * Every target is easier with more agents, so a bracket around the load is doubled until it holds
 * the answer and then halved: O(√load · log √load).
 *
 * @throws {RangeError} if the load is out of the formulas' range
 */
export function requiredAgents(load: QueueLoad, targets: StaffingTargets): StaffingAnswer {
  const threshold = targets.serviceLevel?.withinSeconds
  const at = (agents: number): QueueMetrics => evaluateQueue(load, agents, threshold)
  const misses = (agents: number): boolean => missedTarget(at(agents), targets) !== undefined
  if (load.offeredErlangs === 0) return { agents: 0, binding: 'none', metrics: at(0) }

  const step = Math.max(1, Math.round(Math.sqrt(load.offeredErlangs) / 2))
  let low = -1
  let high = Math.max(1, Math.round(load.offeredErlangs))
  if (misses(high)) {
    for (let jump = step; misses(high); jump *= 2) {
      low = high
      high += jump
    }
  } else {
    for (let jump = step; high - jump >= 0 && !misses(high - jump); jump *= 2) high -= jump
    low = Math.max(-1, lowerBracket(high, step, misses))
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (misses(middle)) low = middle
    else high = middle
  }
  const binding = high === 0 ? 'none' : (missedTarget(at(high - 1), targets) ?? 'none')
  return { agents: high, binding, metrics: at(high) }
}

/** A number of agents below `high` that misses, or -1 when even nobody would do. */
function lowerBracket(high: number, step: number, misses: (agents: number) => boolean): number {
  for (let jump = step; ; jump *= 2) {
    const candidate = high - jump
    if (candidate < 0) return -1
    if (misses(candidate)) return candidate
  }
}

function exceeds(figure: number, most: number | undefined): boolean {
  return most !== undefined && figure > most * (1 + SLACK)
}
