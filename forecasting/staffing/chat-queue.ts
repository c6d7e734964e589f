/**
 * Chat: an agent holds several conversations at once, and works faster in total but slower on each.
 * A birth–death process, not servers in disguise: a half-empty centre serves each chat faster than a
 * full one, which "slots as servers" misses.
 *
 * Chats are spread evenly over the agents. With k chats, q = ⌊k/N⌋ and m = k mod N, the centre works
 * at (N − m)·r(q) + m·r(q + 1), where r(j) is the total speed of an agent who holds j.
 *
 * Source: J. Luo, J. Zhang, "Staffing and control of instant messaging contact centers", Operations
 * Research 61 (2013).
 */
import {
  checkAgents,
  checkOfferedErlangs,
  checkPatience,
  checkPositiveSeconds,
  checkThreshold,
} from './queue-arguments.ts'
import { idleMetrics, type QueueMetrics, sameServiceLevels } from './queue-metrics.ts'
import { stationMetrics } from './station-with-line.ts'

export interface ChatQueue {
  readonly agents: number
  /** Chats per second × `handleSeconds`; 0 or more. */
  readonly offeredErlangs: number
  /** Mean length of a chat with an agent who holds no other; more than 0. */
  readonly handleSeconds: number
  /** Mean time a client is ready to wait for an agent; more than 0. */
  readonly patienceSeconds: number
  /** Total speed of an agent who holds 1, 2, … chats; the first is 1, and none is slower. */
  readonly speeds: readonly number[]
}

export interface ChatMetrics extends QueueMetrics {
  /** Share of all conversation slots in use, 0..1. `occupancy` is of agents with at least one. */
  readonly slotUse: number
}

/** Sums are scaled down by this when they pass it, well before a double overflows. */
const SCALE = 1e200

/**
 * Every figure of one chat queue. Runs in O(agents × slots).
 *
 * @param thresholdSeconds longest wait for an agent that still counts as answered in time
 * @throws {RangeError} if an argument is out of its range
 */
export function evaluateChat(queue: ChatQueue, thresholdSeconds?: number): ChatMetrics {
  const { agents, offeredErlangs, handleSeconds, patienceSeconds, speeds } = queue
  checkAgents(agents)
  checkOfferedErlangs(offeredErlangs)
  checkPositiveSeconds('handleSeconds', handleSeconds)
  checkPatience(patienceSeconds)
  checkSpeeds(speeds)
  if (thresholdSeconds !== undefined) checkThreshold(thresholdSeconds)
  if (offeredErlangs === 0) return { ...idleMetrics(thresholdSeconds), slotUse: 0 }
  if (agents === 0) return nobodyAnswers(patienceSeconds, thresholdSeconds)

  const below = sumBelow(queue)
  const line = stationMetrics({
    statesBelow: below.weight,
    speed: agents * speedOf(speeds, speeds.length),
    load: offeredErlangs,
    handleSeconds,
    patienceSeconds,
    thresholdSeconds,
  })
  const full = line.probabilityOfWait
  return {
    ...line,
    occupancy: full + (1 - full) * below.busyShare,
    slotUse: full + (1 - full) * below.slotShare,
  }
}

/** The states with a free slot: their weight, and means over them. */
interface StatesBelow {
  /** Relative to the last of them; Infinity when too large for a double. */
  readonly weight: number
  readonly busyShare: number
  readonly slotShare: number
}

/** From the last state with a free slot down to the empty centre, by detailed balance. */
function sumBelow({ agents, offeredErlangs, speeds }: ChatQueue): StatesBelow {
  const slots = agents * speeds.length
  let isScaled = false
  let term = 1
  let sum = 0
  let busy = 0
  let held = 0
  for (let chats = slots - 1; chats >= 0; chats--) {
    sum += term
    busy += term * Math.min(chats, agents)
    held += term * chats
    term *= centreSpeed(chats, agents, speeds) / offeredErlangs
    if (sum > SCALE) {
      isScaled = true
      term /= SCALE
      sum /= SCALE
      busy /= SCALE
      held /= SCALE
    }
  }
  return {
    weight: isScaled ? Infinity : sum,
    busyShare: busy / sum / agents,
    slotShare: held / sum / slots,
  }
}

function centreSpeed(chats: number, agents: number, speeds: readonly number[]): number {
  const each = Math.floor(chats / agents)
  const withOneMore = chats - each * agents
  return (agents - withOneMore) * speedOf(speeds, each) + withOneMore * speedOf(speeds, each + 1)
}

function speedOf(speeds: readonly number[], chats: number): number {
  return speeds[chats - 1] ?? 0
}

function checkSpeeds(speeds: readonly number[]): void {
  if (speeds[0] !== 1) throw new RangeError(`speeds must begin with 1, got ${speeds[0]}`)
  for (const [i, speed] of speeds.entries()) {
    if (!(speed >= (speeds[i - 1] ?? 1) && Number.isFinite(speed))) {
      throw new RangeError(`speeds must not fall and must be finite, got ${speeds.join(', ')}`)
    }
  }
}

function nobodyAnswers(patienceSeconds: number, thresholdSeconds: number | undefined): ChatMetrics {
  return {
    probabilityOfWait: 1,
    asaSeconds: Infinity,
    abandonShare: 1,
    occupancy: 0,
    slotUse: 0,
    service:
      thresholdSeconds === undefined
        ? undefined
        : {
            ...sameServiceLevels(0),
            answeredOrAbandoned: -Math.expm1(-thresholdSeconds / patienceSeconds),
          },
  }
}
