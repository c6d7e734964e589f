import { stateNamed } from '../board/state-names.ts'
import type { FeedEvent } from '../ingest/feeds.schema.ts'
import type { AmiMessage } from './ami-message.ts'

/** Device states of Asterisk, by number (`app_queue.c`). */
const DEVICE_STATES: Readonly<Record<string, string>> = {
  '0': 'technical',
  '1': 'ready',
  '2': 'on_contact',
  '3': 'on_contact',
  '4': 'technical',
  // The telephone is not registered: nobody sits at it.
  '5': 'logged_off',
  '6': 'ringing',
  '7': 'on_contact',
  '8': 'on_contact',
}

const STATUS_EVENTS = new Set([
  'QueueMember',
  'QueueMemberStatus',
  'QueueMemberAdded',
  'QueueMemberPause',
])

interface Member {
  readonly queues: Set<string>
  state: string
  reason: string
  sinceMs: number
}

/**
 * What the queue events of Asterisk make of its members. A member stands in several queues, and each of
 * them says everything: only a change is an event. After-call work is not a device state; it is what
 * the queue's wrap-up time leaves after a call.
 */
export class AmiMembers {
  readonly #members = new Map<string, Member>()
  readonly #stateNames: Readonly<Record<string, string>>

  /** @param stateNames reasons of pauses that are states of their own, as the feed has them */
  constructor(stateNames: Readonly<Record<string, string>> = {}) {
    this.#stateNames = stateNames
  }

  /** Forgets everything: after a break a snapshot says it anew. */
  clear(): void {
    this.#members.clear()
  }

  /** @returns the events that a message is, none for one that changes nothing */
  hear(message: AmiMessage, nowMs: number): FeedEvent[] {
    const event = message.get('Event') ?? ''
    const agent =
      message.get('StateInterface') ?? message.get('Location') ?? message.get('Interface')
    if (agent === undefined || agent === '') return []
    const atMs = instantOf(message, nowMs)
    const queue = message.get('Queue') ?? ''
    if (event === 'QueueMemberRemoved') return this.#leave(agent, queue, atMs)
    if (event === 'AgentRingNoAnswer') {
      return this.#change(agent, queue, { state: 'not_responding', reason: '', sinceMs: atMs })
    }
    if (!STATUS_EVENTS.has(event)) return []
    return this.#change(agent, queue, this.#stateOf(message, atMs))
  }

  /** Everybody who stands in a queue, as events for a snapshot. */
  everybody(): FeedEvent[] {
    return [...this.#members].map(([agent, member]) => toEvent(agent, member))
  }

  #leave(agent: string, queue: string, atMs: number): FeedEvent[] {
    const member = this.#members.get(agent)
    member?.queues.delete(queue)
    if (member === undefined || member.queues.size > 0) return []
    this.#members.delete(agent)
    return [toEvent(agent, { state: 'logged_off', reason: '', sinceMs: atMs })]
  }

  #change(agent: string, queue: string, to: Omit<Member, 'queues'>): FeedEvent[] {
    const before = this.#members.get(agent)
    const queues = before?.queues ?? new Set<string>()
    queues.add(queue)
    if (before?.state === to.state && before.reason === to.reason) return []
    this.#members.set(agent, { ...to, queues })
    return [toEvent(agent, to)]
  }

  #stateOf(message: AmiMessage, atMs: number): Omit<Member, 'queues'> {
    const device = DEVICE_STATES[message.get('Status') ?? ''] ?? 'technical'
    // A conversation goes on when somebody presses the button of the break before it ends.
    const isBusy = device === 'on_contact' || message.get('InCall') === '1'
    if (isBusy) return { state: 'on_contact', reason: '', sinceMs: atMs }
    if (message.get('Paused') === '1')
      return this.#pausedBy(message.get('PausedReason') ?? '', atMs)
    const state = device === 'ready' && isWrappingUp(message, atMs) ? 'after_contact' : device
    return { state, reason: '', sinceMs: atMs }
  }

  #pausedBy(reason: string, sinceMs: number): Omit<Member, 'queues'> {
    const isState = reason !== '' && stateNamed(reason, this.#stateNames) !== null
    return { state: isState ? reason : 'paused', reason: isState ? '' : reason, sinceMs }
  }
}

function isWrappingUp(message: AmiMessage, atMs: number): boolean {
  const wrapUp = Number(message.get('Wrapuptime') ?? 0)
  const lastCall = Number(message.get('LastCall') ?? 0)
  return wrapUp > 0 && lastCall > 0 && atMs / 1000 < lastCall + wrapUp
}

/** The event's own time where the manager is configured to send it, seconds with a fraction. */
export function instantOf(message: AmiMessage, nowMs: number): number {
  const stamp = Number(message.get('Timestamp') ?? Number.NaN)
  return Number.isFinite(stamp) ? Math.round(stamp * 1000) : nowMs
}

function toEvent(agent: string, { state, reason, sinceMs }: Omit<Member, 'queues'>): FeedEvent {
  const at = new Date(sinceMs).toISOString()
  return { agent, state, at, ...(reason === '' ? {} : { reason }) }
}
