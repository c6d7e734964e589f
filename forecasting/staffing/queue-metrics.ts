/** What a caller lives through, whichever formula says so. */

/**
 * The four shares in use under the name "service level", for a threshold T.
 *
 * - `excludingShortAbandons`: answered within T / (offered − abandoned within T)
 * - `ofOffered`: answered within T / offered
 * - `ofAnswered`: answered within T / answered
 * - `answeredOrAbandoned`: left the line within T, by either door / offered
 */
export interface ServiceLevels {
  readonly excludingShortAbandons: number
  readonly ofOffered: number
  readonly ofAnswered: number
  readonly answeredOrAbandoned: number
}

export type ServiceLevelDefinition = keyof ServiceLevels

export interface QueueMetrics {
  /** Share of callers who are not answered at once, 0..1. */
  readonly probabilityOfWait: number
  /** Mean wait of those who are answered; Infinity when the line grows without end. */
  readonly asaSeconds: number
  /** Share of callers who hang up, 0..1; always 0 under Erlang C. */
  readonly abandonShare: number
  /** Share of the agents' time spent on contacts, 0..1. */
  readonly occupancy: number
  /** Undefined when no threshold was asked for. */
  readonly service: ServiceLevels | undefined
}

/** A queue on which nobody calls. */
const IDLE_SERVICE: ServiceLevels = sameServiceLevels(1)

/** Without abandonment the four definitions are one. */
export function sameServiceLevels(share: number): ServiceLevels {
  return {
    excludingShortAbandons: share,
    ofOffered: share,
    ofAnswered: share,
    answeredOrAbandoned: share,
  }
}

/** Metrics of a queue with no load: nobody waits and nobody works. */
export function idleMetrics(thresholdSeconds: number | undefined): QueueMetrics {
  return {
    probabilityOfWait: 0,
    asaSeconds: 0,
    abandonShare: 0,
    occupancy: 0,
    service: thresholdSeconds === undefined ? undefined : IDLE_SERVICE,
  }
}
