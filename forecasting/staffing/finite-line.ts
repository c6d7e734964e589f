/**
 * A queue with a limited number of places: whoever finds all of them taken hears a busy tone.
 * M/M/s/K, and M/M/s/K+M where callers give up. It sizes trunks and the length of a line.
 *
 * Source: R. B. Cooper, "Introduction to Queueing Theory", 2nd ed. (1981), chapter 3; weights of the
 * states as in `waiting-line.ts`.
 */
import type { ErlangCQueue } from './erlang-c.ts'
import { logPoissonWeight } from './poisson-weight.ts'
import {
  checkAgents,
  checkOfferedErlangs,
  checkPatience,
  checkPositiveSeconds,
} from './queue-arguments.ts'
import { reciprocalErlangB } from './reciprocal-erlang-b.ts'

export interface FiniteLineQueue extends ErlangCQueue {
  /** Most callers at once, in hand and waiting; not fewer than `agents`. */
  readonly places: number
  /** Undefined: nobody gives up. */
  readonly patienceSeconds?: number
}

export interface FiniteLineMetrics {
  /** Share of callers who find no place. */
  readonly blockedShare: number
  /** Share of those with a place who have to wait. */
  readonly waitShare: number
  /** Mean number waiting. */
  readonly lineLength: number
  /** Mean time in the line of those with a place, answered or not. */
  readonly meanWaitSeconds: number
  /** Share of all callers who give up. */
  readonly abandonShare: number
  readonly occupancy: number
}

/** Sums are scaled down by this when they pass it, well before a double overflows. */
const SCALE = 1e200

/**
 * Every figure of one queue. Runs in O(√load + places − agents).
 *
 * @throws {RangeError} if an argument is out of its range, or `places` is below `agents`
 */
export function evaluateFiniteLine(queue: FiniteLineQueue): FiniteLineMetrics {
  const { agents, offeredErlangs, handleSeconds, patienceSeconds } = queue
  checkQueue(queue)
  if (offeredErlangs === 0) {
    return {
      blockedShare: 0,
      waitShare: 0,
      lineLength: 0,
      meanWaitSeconds: 0,
      abandonShare: 0,
      occupancy: 0,
    }
  }
  const { below, line, last, waiting } = sumStates(queue)
  const total = below + line + last
  const accepted = total - last
  const blockedShare = last / total
  const lineLength = waiting / total
  const lost = patienceSeconds === undefined ? 0 : (lineLength * handleSeconds) / patienceSeconds
  return {
    blockedShare,
    waitShare: line / accepted,
    lineLength,
    meanWaitSeconds: (lineLength * handleSeconds * total) / (offeredErlangs * accepted),
    abandonShare: lost / offeredErlangs,
    occupancy: (offeredErlangs * (accepted / total) - lost) / agents,
  }
}

/**
 * Share of those with a place who wait longer than a threshold, where nobody gives up.
 *
 * Who finds j waiting is served after j + 1 others have finished: a Poisson count of those who do
 * within the threshold. Runs in O(places − agents).
 *
 * @throws {RangeError} as {@link evaluateFiniteLine}
 */
export function lateShare(
  queue: Omit<FiniteLineQueue, 'patienceSeconds'>,
  thresholdSeconds: number,
): number {
  const { agents, offeredErlangs, handleSeconds, places } = queue
  checkQueue(queue)
  if (offeredErlangs === 0 || places === agents) return 0
  const { below, line, scale } = sumStates(queue)
  const finished = (agents * thresholdSeconds) / handleSeconds
  let fewer = 0
  let late = 0
  let weight = scale
  for (let waiting = 0; waiting < places - agents; waiting++) {
    fewer += Math.exp(logPoissonWeight(waiting, finished))
    late += weight * fewer
    weight *= offeredErlangs / agents
  }
  return late / (below + line)
}

/** Weights of the states, relative to each other. */
interface States {
  /** With an agent free. */
  readonly below: number
  /** With all agents busy and a place left. */
  readonly line: number
  /** With no place left. */
  readonly last: number
  /** Σ weight × number waiting. */
  readonly waiting: number
  /** Weight of the state in which all agents are busy and nobody waits. */
  readonly scale: number
}

function sumStates(queue: FiniteLineQueue): States {
  const { agents, offeredErlangs, handleSeconds, patienceSeconds, places } = queue
  const impatience = patienceSeconds === undefined ? 0 : handleSeconds / patienceSeconds
  let below = reciprocalErlangB(agents, offeredErlangs) - 1
  let line = 0
  let waiting = 0
  let term = 1
  let scale = 1
  for (let j = 0; j < places - agents; j++) {
    line += term
    term *= offeredErlangs / (agents + (j + 1) * impatience)
    waiting += (j + 1) * term
    if (line > SCALE) {
      below /= SCALE
      line /= SCALE
      waiting /= SCALE
      term /= SCALE
      scale /= SCALE
    }
  }
  return { below, line, last: term, waiting, scale }
}

function checkQueue(queue: FiniteLineQueue): void {
  checkAgents(queue.agents)
  checkOfferedErlangs(queue.offeredErlangs)
  checkPositiveSeconds('handleSeconds', queue.handleSeconds)
  if (queue.patienceSeconds !== undefined) checkPatience(queue.patienceSeconds)
  if (!(Number.isInteger(queue.places) && queue.agents >= 1 && queue.places >= queue.agents)) {
    throw new RangeError(`places must be whole and at least ${queue.agents}, got ${queue.places}`)
  }
}
