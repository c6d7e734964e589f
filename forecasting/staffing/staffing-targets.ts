import type { QueueMetrics, ServiceLevelDefinition } from './queue-metrics.ts'

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

function exceeds(figure: number, most: number | undefined): boolean {
  return most !== undefined && figure > most * (1 + SLACK)
}
