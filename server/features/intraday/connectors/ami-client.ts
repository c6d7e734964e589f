import { createHash } from 'node:crypto'

import type { FeedContact } from '../ingest/feeds.schema.ts'
import { AmiContacts } from './ami-contacts.ts'
import { AmiMembers } from './ami-members.ts'
import { amiAction, type AmiMessage, AmiReader } from './ami-message.ts'
import { type ConnectorListener, keepConnected, type Session } from './keep-connected.ts'
import { type LineOptions, LiveLine } from './live-line.ts'

export interface AmiOptions extends LineOptions {
  readonly username: string
  readonly secret: string
  readonly stateNames?: Readonly<Record<string, string>>
  /** Waits between tries to connect begin here and double up to a minute, milliseconds. */
  readonly retryMs?: number
}

/**
 * Follows the members of Asterisk's queues until it is told to stop. Whatever it missed while the line
 * was cut, the snapshot after reconnecting makes up for.
 */
export async function followAsterisk(
  options: AmiOptions,
  listener: ConnectorListener,
  signal: AbortSignal,
): Promise<void> {
  // Who waited before a break is known after it, by their absence.
  const contacts = new AmiContacts()
  const begin = (): AmiSession => new AmiSession(options, listener, contacts)
  await keepConnected(begin, listener, signal, options.retryMs)
}

/** One connection, from the first byte to the last. */
class AmiSession implements Session {
  readonly #options: AmiOptions
  readonly #listener: ConnectorListener
  readonly #members: AmiMembers
  readonly #contacts: AmiContacts
  #line: LiveLine | undefined
  #isWhole = false
  wasSignedIn = false

  constructor(options: AmiOptions, listener: ConnectorListener, contacts: AmiContacts) {
    this.#options = options
    this.#listener = listener
    this.#members = new AmiMembers(options.stateNames)
    this.#contacts = contacts
    contacts.lookAgain()
  }

  /** @returns why it ended */
  async run(signal: AbortSignal): Promise<string> {
    const line = new LiveLine(this.#options)
    this.#line = line
    const reader = new AmiReader()
    line.socket.setEncoding('utf8')
    line.socket.on('connect', () => this.#send({ Action: 'Challenge', AuthType: 'MD5' }))
    line.socket.on('data', (chunk: string) => {
      for (const message of reader.read(chunk)) this.#hear(message)
    })
    return line.untilEnd(() => this.#send({ Action: 'Ping' }), signal)
  }

  #hear(message: AmiMessage): void {
    if (message.get('Response') !== undefined) this.#answered(message)
    else if (message.get('Event') === 'QueueStatusComplete') {
      this.#isWhole = true
      this.#listener.snapshot(this.#members.everybody())
      this.#tellContacts(this.#contacts.endLook())
    } else {
      this.#tellContacts(this.#contacts.hear(message, Date.now()))
      const events = this.#members.hear(message, Date.now())
      if (this.#isWhole && events.length > 0) this.#listener.events(events)
    }
  }

  #tellContacts(contacts: readonly FeedContact[]): void {
    if (contacts.length > 0) this.#listener.contacts(contacts)
  }

  #answered(message: AmiMessage): void {
    const challenge = message.get('Challenge')
    if (message.get('Response') === 'Error') {
      this.#line?.cut(`Asterisk refused: ${message.get('Message') ?? 'no reason given'}`)
    } else if (challenge !== undefined) this.#signIn(challenge)
    else if (!this.wasSignedIn) {
      this.wasSignedIn = true
      this.#send({ Action: 'QueueStatus' })
    } else if (this.#isWhole) this.#listener.alive()
  }

  /** The secret itself never goes over the line, which is not encrypted. */
  #signIn(challenge: string): void {
    const { username, secret } = this.#options
    const key = createHash('md5')
      .update(challenge + secret)
      .digest('hex')
    this.#send({ Action: 'Login', AuthType: 'MD5', Username: username, Key: key, Events: 'on' })
  }

  #send(headers: Readonly<Record<string, string>>): void {
    this.#line?.socket.write(amiAction(headers))
  }
}
