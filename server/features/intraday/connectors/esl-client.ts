import type { FeedContact, FeedEvent } from '../ingest/feeds.schema.ts'
import { EslAgents } from './esl-agents.ts'
import { EslContacts } from './esl-contacts.ts'
import { eslCommand, type EslMessage, EslReader, readEvent, readTable } from './esl-message.ts'
import { type ConnectorListener, keepConnected, type Session } from './keep-connected.ts'
import { type LineOptions, LiveLine } from './live-line.ts'

export interface EslOptions extends LineOptions {
  readonly secret: string
  /** Waits between tries to connect begin here, milliseconds. */
  readonly retryMs?: number
}

/** How often it is looked whose work after a contact is over, milliseconds. */
const WRAP_UP_MS = 1000
const EVENTS = 'event plain CUSTOM callcenter::info'
const AGENTS = 'api callcenter_config agent list'
const QUEUES = 'api callcenter_config queue list'

/**
 * Follows the agents and members of FreeSWITCH's mod_callcenter over the event socket until it is told
 * to stop. What it missed while the line was cut, the lists after reconnecting make up for.
 */
export async function followFreeswitch(
  options: EslOptions,
  listener: ConnectorListener,
  signal: AbortSignal,
): Promise<void> {
  // Who waited before a break is known after it, by their absence.
  const contacts = new EslContacts()
  const begin = (): EslSession => new EslSession(options, listener, contacts)
  await keepConnected(begin, listener, signal, options.retryMs)
}

class EslSession implements Session {
  readonly #options: EslOptions
  readonly #listener: ConnectorListener
  readonly #contacts: EslContacts
  readonly #agents = new EslAgents()
  /** What is done with the next answers: they come in the order of the commands. */
  readonly #awaited: ((message: EslMessage) => void)[] = []
  #line: LiveLine | undefined
  #isWhole = false
  wasSignedIn = false

  constructor(options: EslOptions, listener: ConnectorListener, contacts: EslContacts) {
    this.#options = options
    this.#listener = listener
    this.#contacts = contacts
  }

  async run(signal: AbortSignal): Promise<string> {
    const line = new LiveLine(this.#options)
    this.#line = line
    const reader = new EslReader()
    line.socket.on('data', (chunk: Buffer) => {
      for (const message of reader.read(chunk)) this.#hear(message)
    })
    const wrapUp = setInterval(() => this.#tell(this.#agents.due(Date.now())), WRAP_UP_MS)
    const problem = await line.untilEnd(() => this.#askForLife(), signal)
    clearInterval(wrapUp)
    return problem
  }

  #hear(message: EslMessage): void {
    switch (message.headers.get('Content-Type') ?? '') {
      case 'auth/request':
        this.#ask(`auth ${this.#options.secret}`, () => this.#begin())
        break
      case 'command/reply':
      case 'api/response':
        this.#answered(message)
        break
      case 'text/event-plain':
        this.#happened(readEvent(message.body))
        break
      case 'text/disconnect-notice':
        this.#line?.socket.destroy()
        break
      default:
    }
  }

  /** Events first, then the lists: whatever changes meanwhile is heard. */
  #begin(): void {
    this.wasSignedIn = true
    this.#ask(EVENTS, () => undefined)
    this.#ask(AGENTS, ({ body }) => {
      this.#isWhole = true
      this.#listener.snapshot(this.#agents.everybody(body, Date.now()))
    })
    this.#ask(QUEUES, ({ body }) => {
      for (const row of readTable(body)) this.#look(row.get('name') ?? '')
    })
  }

  #look(queue: string): void {
    if (queue === '') return
    this.#ask(`api callcenter_config queue list members ${queue}`, ({ body }) =>
      this.#tellContacts(this.#contacts.look(queue, body, Date.now())),
    )
  }

  #happened(event: ReadonlyMap<string, string>): void {
    if (event.get('Event-Subclass') !== 'callcenter::info') return
    const nowMs = Date.now()
    this.#tellContacts(this.#contacts.hear(event, nowMs))
    const events = this.#agents.hear(event, nowMs)
    if (this.#isWhole) this.#tell(events)
  }

  #answered(message: EslMessage): void {
    const reply = message.headers.get('Reply-Text') ?? message.body
    const next = this.#awaited.shift()
    if (!reply.startsWith('-ERR')) return next?.(message)
    this.#line?.cut(`FreeSWITCH refused: ${reply.trim()}`)
  }

  #askForLife(): void {
    if (this.#isWhole) this.#ask('api uptime', () => this.#listener.alive())
  }

  #tell(events: readonly FeedEvent[]): void {
    if (events.length > 0) this.#listener.events(events)
  }

  #tellContacts(contacts: readonly FeedContact[]): void {
    if (contacts.length > 0) this.#listener.contacts(contacts)
  }

  #ask(command: string, then: (message: EslMessage) => void): void {
    this.#awaited.push(then)
    this.#line?.socket.write(eslCommand(command))
  }
}
