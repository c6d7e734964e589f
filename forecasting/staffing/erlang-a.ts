import type { ErlangCQueue } from './erlang-c.ts'
/**
 * Erlang A: the M/M/s+M queue, in which each caller waits at most an exponential time. The model to
 * staff by wherever patience is known: it needs no stability and is not fooled by overload.
 *
 * Source: A. Mandelbaum, S. Zeltyn, "The Palm/Erlang-A queue, with applications to call centers"
 * (2005); sums arranged as in `waiting-line.ts`.
 */
import {
  checkAgents,
  checkOfferedErlangs,
  checkPatience,
  checkPositiveSeconds,
  checkThreshold,
} from './queue-arguments.ts'
import { idleMetrics, type QueueMetrics, sameServiceLevels } from './queue-metrics.ts'
import { reciprocalErlangB } from './reciprocal-erlang-b.ts'
import { stationMetrics, type StationMetrics } from './station-with-line.ts'

export interface ErlangAQueue extends ErlangCQueue {
  /** Mean time a caller is ready to wait; more than 0. */
  readonly patienceSeconds: number
}

export interface ErlangAMetrics extends QueueMetrics, StationMetrics {}

/**
 * Every figure of one Erlang A queue. Runs in O(√offeredErlangs × √max(1, patience/handle time)).
 *
 * @param thresholdSeconds longest wait that still counts as answered in time; without it the
 *   service levels are left out
 * @returns with no agents everybody abandons, and `asaSeconds` is Infinity: nobody is answered
 * @throws {RangeError} if an argument is out of its range
 */
export function evaluateErlangA(queue: ErlangAQueue, thresholdSeconds?: number): ErlangAMetrics {
  const { agents, offeredErlangs, handleSeconds, patienceSeconds } = queue
  checkAgents(agents)
  checkOfferedErlangs(offeredErlangs)
  checkPositiveSeconds('handleSeconds', handleSeconds)
  checkPatience(patienceSeconds)
  if (thresholdSeconds !== undefined) checkThreshold(thresholdSeconds)
  if (offeredErlangs === 0) return { ...idleMetrics(thresholdSeconds), ...NOBODY_CALLS }
  if (agents === 0) return nobodyAnswers(patienceSeconds, thresholdSeconds)

  const metrics = stationMetrics({
    statesBelow: reciprocalErlangB(agents - 1, offeredErlangs),
    speed: agents,
    load: offeredErlangs,
    handleSeconds,
    patienceSeconds,
    thresholdSeconds,
  })
  return { ...metrics, occupancy: (metrics.answeredShare * offeredErlangs) / agents }
}

const NOBODY_CALLS = { meanWaitSeconds: 0, patientWaitSeconds: 0, answeredShare: 1 }

function nobodyAnswers(
  patienceSeconds: number,
  thresholdSeconds: number | undefined,
): ErlangAMetrics {
  return {
    probabilityOfWait: 1,
    asaSeconds: Infinity,
    abandonShare: 1,
    occupancy: 0,
    service:
      thresholdSeconds === undefined
        ? undefined
        : {
            ...sameServiceLevels(0),
            answeredOrAbandoned: -Math.expm1(-thresholdSeconds / patienceSeconds),
          },
    meanWaitSeconds: patienceSeconds,
    patientWaitSeconds: Infinity,
    answeredShare: 0,
  }
}
