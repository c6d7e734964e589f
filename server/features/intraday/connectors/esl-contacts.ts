import type { FeedContact } from '../ingest/feeds.schema.ts'
import { instantOf } from './esl-agents.ts'
import { readTable } from './esl-message.ts'

type Headers = ReadonlyMap<string, string>

/** A line of nobody's would be kept for ever. */
const KEPT_MAX = 20_000
const WAITING = new Set(['Waiting', 'Trying'])

/**
 * What mod_callcenter's events make of contacts. A member is known by its UUID, which holds nothing of
 * the caller; the caller's number and name stand in the same events and are never read.
 */
export class EslContacts {
  readonly #open = new Map<string, FeedContact>()

  /** @returns what an event says of a contact, at most one */
  hear(event: Headers, nowMs: number): FeedContact[] {
    const id = event.get('CC-Member-UUID')
    const queue = event.get('CC-Queue')
    if (id === undefined || queue === undefined) return []
    const atMs = instantOf(event, nowMs)
    const told = this.#told(
      event,
      this.#open.get(id) ?? newContact(id, queue, joinedMs(event, atMs)),
    )
    if (told === undefined) return []
    if (told.stage === 'waiting' || told.stage === 'talking') this.#open.set(id, told)
    else this.#open.delete(id)
    for (const key of this.#open.keys()) {
      if (this.#open.size <= KEPT_MAX) break
      this.#open.delete(key)
    }
    return [told]
  }

  /**
   * Who waits in a queue, from `callcenter_config queue list members`.
   *
   * @returns them, and whoever waited before the line was cut and waits no more: nobody says how it ended
   */
  look(queue: string, list: string, nowMs: number): FeedContact[] {
    const rows = readTable(list).filter((row) => WAITING.has(row.get('state') ?? ''))
    const there = new Set(rows.map((row) => row.get('uuid') ?? ''))
    const gone = [...this.#open.values()].filter(
      (one) => one.queue === queue && one.stage === 'waiting' && !there.has(one.id),
    )
    for (const { id } of gone) this.#open.delete(id)
    const come = rows.flatMap((row) => {
      const id = row.get('uuid') ?? ''
      if (id === '' || this.#open.has(id)) return []
      const joined = Number(row.get('joined_epoch') ?? 0)
      const contact = newContact(id, queue, joined > 0 ? joined * 1000 : nowMs)
      this.#open.set(id, contact)
      return [contact]
    })
    return [...gone.map((one) => ({ ...one, stage: 'left' as const })), ...come]
  }

  #told(event: Headers, contact: FeedContact): FeedContact | undefined {
    const joined = secondsOf(event, 'CC-Member-Joined-Time')
    switch (event.get('CC-Action') ?? '') {
      case 'member-queue-start':
        return { ...contact, stage: 'waiting' }
      case 'bridge-agent-start':
        return {
          ...contact,
          stage: 'talking',
          ...seconds('waitSeconds', joined, secondsOf(event, 'CC-Agent-Answered-Time')),
        }
      case 'bridge-agent-end':
        return {
          ...contact,
          stage: 'handled',
          ...seconds('waitSeconds', joined, secondsOf(event, 'CC-Agent-Answered-Time')),
          ...seconds(
            'handleSeconds',
            secondsOf(event, 'CC-Agent-Answered-Time'),
            secondsOf(event, 'CC-Bridge-Terminated-Time'),
          ),
        }
      case 'member-queue-end':
        // Whoever was served has been told of at the end of the conversation.
        if (event.get('CC-Cause') !== 'Cancel') return undefined
        return {
          ...contact,
          stage: 'abandoned',
          ...seconds('waitSeconds', joined, secondsOf(event, 'CC-Member-Leaving-Time')),
        }
      default:
        return undefined
    }
  }
}

function newContact(id: string, queue: string, arrivedAtMs: number): FeedContact {
  return { id: id.slice(0, 200), queue, at: new Date(arrivedAtMs).toISOString(), stage: 'waiting' }
}

function joinedMs(event: Headers, atMs: number): number {
  const joined = secondsOf(event, 'CC-Member-Joined-Time')
  return joined === undefined ? atMs : joined * 1000
}

function secondsOf(event: Headers, header: string): number | undefined {
  const text = event.get(header)
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined
}

/** The time between two stamps, where both are said. */
function seconds(
  field: 'waitSeconds' | 'handleSeconds',
  from: number | undefined,
  to: number | undefined,
): Partial<FeedContact> {
  return from === undefined || to === undefined || to < from ? {} : { [field]: to - from }
}
