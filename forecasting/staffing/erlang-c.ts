/**
 * Erlang C: the M/M/s queue whose callers never hang up. Real callers do, so these results are
 * pessimistic; `erlang-a.ts` adds abandonment.
 *
 * Source: R. B. Cooper, "Introduction to Queueing Theory", 2nd ed. (1981), chapter 3.
 */
import {
  checkAgents,
  checkOfferedErlangs,
  checkPositiveSeconds,
  checkThreshold,
} from './queue-arguments.ts'
import { idleMetrics, type QueueMetrics, sameServiceLevels } from './queue-metrics.ts'
import { reciprocalErlangB } from './reciprocal-erlang-b.ts'

export interface ErlangCQueue {
  /** Whole number, 0 or more. */
  readonly agents: number
  /** Mean work arriving: contacts per second × mean handle seconds; 0 or more. */
  readonly offeredErlangs: number
  /** Mean talk, hold and after-call work of one contact; more than 0. */
  readonly handleSeconds: number
}

/**
 * Every figure of one Erlang C queue.
 *
 * @param thresholdSeconds longest wait that still counts as answered in time; without it the
 *   service level is left out
 * @returns an unstable queue has `asaSeconds` Infinity, occupancy 1 and service level 0
 * @throws {RangeError} if an argument is out of its range
 */
export function evaluateErlangC(queue: ErlangCQueue, thresholdSeconds?: number): QueueMetrics {
  const { agents, offeredErlangs } = queue
  checkErlangC(queue, thresholdSeconds)
  if (offeredErlangs === 0) return idleMetrics(thresholdSeconds)
  if (offeredErlangs >= agents) return unstableMetrics(agents, thresholdSeconds)
  return stableMetrics(queue, reciprocalErlangB(agents, offeredErlangs), thresholdSeconds)
}

/** @throws {RangeError} if an argument is out of its range */
export function checkErlangC(
  { agents, offeredErlangs, handleSeconds }: ErlangCQueue,
  thresholdSeconds: number | undefined,
): void {
  checkAgents(agents)
  checkOfferedErlangs(offeredErlangs)
  checkPositiveSeconds('handleSeconds', handleSeconds)
  if (thresholdSeconds !== undefined) checkThreshold(thresholdSeconds)
}

/**
 * The figures of a stable queue whose reciprocal of Erlang B is known already.
 *
 * @param queue `agents` above `offeredErlangs` above 0
 * @param reciprocal 1 / B(agents, offeredErlangs)
 */
export function stableMetrics(
  { agents, offeredErlangs, handleSeconds }: ErlangCQueue,
  reciprocal: number,
  thresholdSeconds: number | undefined,
): QueueMetrics {
  const spareAgents = agents - offeredErlangs
  const wait = agents / (offeredErlangs + spareAgents * reciprocal)
  return {
    probabilityOfWait: wait,
    asaSeconds: (wait * handleSeconds) / spareAgents,
    abandonShare: 0,
    occupancy: offeredErlangs / agents,
    service:
      thresholdSeconds === undefined
        ? undefined
        : sameServiceLevels(1 - wait * Math.exp((-spareAgents * thresholdSeconds) / handleSeconds)),
  }
}

/** The backlog grows without end, so no threshold is met, however long. */
export function unstableMetrics(
  agents: number,
  thresholdSeconds: number | undefined,
): QueueMetrics {
  return {
    probabilityOfWait: 1,
    asaSeconds: Infinity,
    abandonShare: 0,
    occupancy: agents === 0 ? 0 : 1,
    service: thresholdSeconds === undefined ? undefined : sameServiceLevels(0),
  }
}
