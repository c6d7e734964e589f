import { type ChatQueue, evaluateChat } from './chat-queue.ts'
import { chatSpeeds, soloSeconds } from './chat-speeds.ts'
import { leastAgents } from './least-agents.ts'
import { PATIENCE_SECONDS_MAX } from './queue-arguments.ts'
import type { QueueMetrics } from './queue-metrics.ts'
import { evaluateQueue, requiredAgents } from './required-agents.ts'
import { wholeUp } from './shrinkage.ts'
import type { StaffingAnswer, StaffingTargets } from './staffing-targets.ts'

export type StaffingModelKind = 'erlang_c' | 'erlang_a' | 'chat'

/** One interval of one queue, as the formula that fits it sees it. */
export interface StaffingModel {
  readonly kind: StaffingModelKind
  /** Agents that the load would keep busy without a pause: for chat, at full speed. */
  readonly offeredErlangs: number
  /** What so many agents come to. For chat, `occupancy` is the share of conversation slots in use. */
  readonly evaluate: (agents: number) => QueueMetrics
  /** The least agents that meet the targets. */
  readonly least: (targets: StaffingTargets) => StaffingAnswer
}

/** One interval's work, as if it went on for ever. */
export interface StationaryWork {
  /** Contacts in hand if each found a free agent at once, mean over the interval. */
  readonly contactsInHand: number
  readonly handleSeconds: number
}

/** What the choice of a formula depends on; units as in `QueueSettings`. */
export interface ModelledQueue {
  readonly targets: StaffingTargets
  readonly patienceSeconds?: number
  readonly concurrency: number
  readonly chatSpeeds?: readonly number[]
}

/**
 * Erlang A where patience is known, else Erlang C; a birth–death chain where an agent holds several
 * conversations at once.
 *
 * @param work both above 0
 */
export function staffingModel(work: StationaryWork, queue: ModelledQueue): StaffingModel {
  return queue.concurrency > 1 ? chatModel(work, queue) : voiceModel(work, queue)
}

function voiceModel(
  { contactsInHand: offeredErlangs, handleSeconds }: StationaryWork,
  { patienceSeconds, targets }: ModelledQueue,
): StaffingModel {
  const threshold = targets.serviceLevel?.withinSeconds
  const load = {
    offeredErlangs,
    handleSeconds,
    ...(patienceSeconds === undefined ? {} : { patienceSeconds }),
  }
  return {
    kind: patienceSeconds === undefined ? 'erlang_c' : 'erlang_a',
    offeredErlangs,
    evaluate: (agents) => evaluateQueue(load, agents, threshold),
    least: (asked) => requiredAgents(load, asked),
  }
}

function chatModel(
  { contactsInHand, handleSeconds }: StationaryWork,
  queue: ModelledQueue,
): StaffingModel {
  const speeds = chatSpeeds(queue.concurrency, queue.chatSpeeds)
  const { maxOccupancy = 1, serviceLevel } = queue.targets
  const solo = soloSeconds(handleSeconds, speeds, maxOccupancy)
  const chat: Omit<ChatQueue, 'agents'> = {
    offeredErlangs: (contactsInHand * solo) / handleSeconds,
    handleSeconds: solo,
    // Clients of unknown patience hardly ever leave; the chain needs some figure to end the line.
    patienceSeconds: queue.patienceSeconds ?? PATIENCE_SECONDS_MAX,
    speeds,
  }
  const evaluate = (agents: number): QueueMetrics => {
    const { slotUse, ...metrics } = evaluateChat({ ...chat, agents }, serviceLevel?.withinSeconds)
    return { ...metrics, occupancy: slotUse }
  }
  const offeredErlangs = chat.offeredErlangs / (speeds.at(-1) ?? 1)
  return {
    kind: 'chat',
    offeredErlangs,
    evaluate,
    least: (asked) =>
      leastAgents(evaluate, asked, Math.max(1, wholeUp(offeredErlangs / maxOccupancy))),
  }
}
