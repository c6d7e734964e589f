import type { ErlangCQueue } from './erlang-c.ts'
/**
 * Calls, and letters without end that are taken up only while more than a reserve of agents is free.
 * What letters cost callers, and how much work they get done.
 *
 * Source: S. Bhulai, G. Koole, "A queueing model for call blending in call centers", IEEE
 * Transactions on Automatic Control 48 (2003); for one mean handle time of calls and letters.
 */
import { checkAgents, checkOfferedErlangs, checkPositiveSeconds } from './queue-arguments.ts'

export interface BlendQueue extends ErlangCQueue {
  /** Agents that letters leave free, 0..agents. */
  readonly reserve: number
}

export interface BlendMetrics {
  readonly probabilityOfWait: number
  readonly asaSeconds: number
  /** Letters' work that gets done, in Erlangs. */
  readonly letterErlangs: number
}

/**
 * Every figure of a blend; `offeredErlangs` is of calls alone. Runs in O(reserve).
 *
 * @throws {RangeError} if an argument is out of its range, or calls alone need all agents
 */
export function evaluateBlend(queue: BlendQueue): BlendMetrics {
  const { agents, offeredErlangs, handleSeconds, reserve } = queue
  checkAgents(agents)
  checkOfferedErlangs(offeredErlangs)
  checkPositiveSeconds('handleSeconds', handleSeconds)
  if (!(Number.isInteger(reserve) && reserve >= 0 && reserve <= agents)) {
    throw new RangeError(`reserve must be a whole number in 0..${agents}, got ${reserve}`)
  }
  if (!(offeredErlangs > 0 && offeredErlangs < agents)) {
    throw new RangeError(`offeredErlangs must be in (0, ${agents}), got ${offeredErlangs}`)
  }
  // States with k agents busy, relative to the state in which all are: letters never let k fall
  // below agents − reserve.
  let weight = 1
  let free = 0
  let freeAgents = 0
  for (let idle = 1; idle <= reserve; idle++) {
    weight *= (agents - idle + 1) / offeredErlangs
    free += weight
    freeAgents += idle * weight
  }
  const full = 1 / (1 - offeredErlangs / agents)
  const probabilityOfWait = full / (free + full)
  return {
    probabilityOfWait,
    asaSeconds: (probabilityOfWait * handleSeconds) / (agents - offeredErlangs),
    letterErlangs: agents - freeAgents / (free + full) - offeredErlangs,
  }
}
