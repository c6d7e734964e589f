import type { FeedContact } from '../ingest/feeds.schema.ts'
import { instantOf } from './ami-members.ts'
import type { AmiMessage } from './ami-message.ts'

/** A call that is in a queue, or with somebody who took it from there. */
interface OpenContact {
  readonly contact: FeedContact
  /** True when the look that goes on has seen it wait. */
  isSeen: boolean
}

/** How each event that ends a stay in a queue, or goes on with it, is told. */
const STAGES: Readonly<Record<string, FeedContact['stage']>> = {
  QueueCallerJoin: 'waiting',
  QueueEntry: 'waiting',
  // Comes before AgentConnect and after QueueCallerAbandon, both of which say more.
  QueueCallerLeave: 'left',
  AgentConnect: 'talking',
  QueueCallerAbandon: 'abandoned',
  AgentComplete: 'handled',
}

const KEPT_MAX = 20_000

/**
 * What the queue events of Asterisk make of contacts. A call is known by its `Uniqueid`, which holds
 * nothing of the caller; the caller's number and name stand in the same messages and are never read.
 */
export class AmiContacts {
  readonly #open = new Map<string, OpenContact>()
  /** How often a call has come into a queue again. */
  readonly #returns = new Map<string, number>()

  /** A look at who waits begins: whoever it does not see has left meanwhile. */
  lookAgain(): void {
    for (const open of this.#open.values()) open.isSeen = false
  }

  /** @returns those who waited before the line was cut and wait no more; nobody says how it ended */
  endLook(): FeedContact[] {
    const gone = [...this.#open].filter(
      ([, { contact, isSeen }]) => contact.stage === 'waiting' && !isSeen,
    )
    return gone.map(([key, { contact }]) => {
      this.#open.delete(key)
      return { ...contact, stage: 'left' as const }
    })
  }

  /** @returns what a message says of a contact, at most one */
  hear(message: AmiMessage, nowMs: number): FeedContact[] {
    const stage = STAGES[message.get('Event') ?? '']
    const call = message.get('Uniqueid')
    const queue = message.get('Queue')
    if (stage === undefined || call === undefined || queue === undefined) return []
    const key = `${call}|${queue}`
    const atMs = instantOf(message, nowMs)
    const known = this.#open.get(key)
    // After an abandon the call leaves the queue, too; that says nothing more.
    if (stage === 'left' && known?.contact.stage !== 'waiting') return []
    if (stage === 'waiting') return this.#wait(key, queue, { known, message, atMs })
    return [this.#goOn(key, stage, { known, message, queue, atMs })]
  }

  /** A call whose coming nobody told is counted from when it must have come. */
  #goOn(
    key: string,
    stage: FeedContact['stage'],
    about: {
      readonly known: OpenContact | undefined
      readonly message: AmiMessage
      readonly queue: string
      readonly atMs: number
    },
  ): FeedContact {
    const { known, message, queue, atMs } = about
    const contact = known?.contact ?? newContact(key, queue, arrivedMs(message, atMs))
    const told = { ...contact, stage, ...timesOf(message) }
    if (stage === 'talking' || stage === 'left')
      this.#open.set(key, { contact: told, isSeen: true })
    else this.#end(key)
    return told
  }

  #wait(
    key: string,
    queue: string,
    about: {
      readonly known: OpenContact | undefined
      readonly message: AmiMessage
      readonly atMs: number
    },
  ): FeedContact[] {
    if (about.known?.contact.stage === 'waiting') {
      about.known.isSeen = true
      return []
    }
    if (about.known !== undefined) this.#end(key)
    const returns = this.#returns.get(key) ?? 0
    const id = returns === 0 ? key : `${key}|${returns}`
    const waitedMs = Number(about.message.get('Wait') ?? 0) * 1000
    const contact = newContact(id, queue, about.atMs - waitedMs)
    this.#open.set(key, { contact, isSeen: true })
    return [contact]
  }

  #end(key: string): void {
    this.#open.delete(key)
    const returns = (this.#returns.get(key) ?? 0) + 1
    this.#returns.delete(key)
    this.#returns.set(key, returns)
    forgetOldest(this.#returns)
    forgetOldest(this.#open)
  }
}

/** Calls whose end was missed would be kept for ever. */
function forgetOldest(calls: Map<string, unknown>): void {
  for (const key of calls.keys()) {
    if (calls.size <= KEPT_MAX) return
    calls.delete(key)
  }
}

function newContact(id: string, queue: string, arrivedAtMs: number): FeedContact {
  return { id: id.slice(0, 200), queue, at: new Date(arrivedAtMs).toISOString(), stage: 'waiting' }
}

/** Of a call that was there before we were: when it must have come. */
function arrivedMs(message: AmiMessage, atMs: number): number {
  const seconds = secondsOf(message, 'HoldTime') ?? 0
  return atMs - (seconds + (secondsOf(message, 'TalkTime') ?? 0)) * 1000
}

function timesOf(message: AmiMessage): Pick<FeedContact, 'waitSeconds' | 'handleSeconds'> {
  const waitSeconds = secondsOf(message, 'HoldTime')
  const handleSeconds = secondsOf(message, 'TalkTime')
  return {
    ...(waitSeconds === undefined ? {} : { waitSeconds }),
    ...(handleSeconds === undefined ? {} : { handleSeconds }),
  }
}

function secondsOf(message: AmiMessage, header: string): number | undefined {
  const text = message.get(header)
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined
}
