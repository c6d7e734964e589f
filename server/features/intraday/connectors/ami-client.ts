import { createHash } from 'node:crypto'
import { connect, type Socket } from 'node:net'

import type { FeedContact } from '../feeds.schema.ts'
import { AmiContacts } from './ami-contacts.ts'
import { AmiMembers } from './ami-members.ts'
import { amiAction, type AmiMessage, AmiReader } from './ami-message.ts'
import { type ConnectorListener, keepConnected, type Session } from './keep-connected.ts'

export interface AmiOptions {
  readonly host: string
  readonly port: number
  readonly username: string
  readonly secret: string
  readonly stateNames?: Readonly<Record<string, string>>
  /** Waits between tries to connect begin here and double up to a minute, milliseconds. */
  readonly retryMs?: number
  /** Asks for a sign of life this often, milliseconds; without an answer the line counts as cut. */
  readonly pingMs?: number
}

const PING_MS = 15_000

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
  #socket: Socket | undefined
  #isWhole = false
  #heardMs = Date.now()
  #refused: string | undefined
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
    const { host, port, pingMs = PING_MS } = this.#options
    const socket = connect({ host, port })
    this.#socket = socket
    const reader = new AmiReader()
    socket.setEncoding('utf8')
    socket.on('connect', () => this.#send({ Action: 'Challenge', AuthType: 'MD5' }))
    socket.on('data', (chunk: string) => {
      this.#heardMs = Date.now()
      for (const message of reader.read(chunk)) this.#hear(message)
    })
    const ping = setInterval(() => this.#ping(pingMs), pingMs)
    const stop = (): void => void socket.destroy()
    signal.addEventListener('abort', stop)
    const problem = await new Promise<string>((resolve) => {
      socket.on('error', (error) => resolve(error.message))
      socket.on('close', () => resolve(this.#refused ?? 'the connection was closed'))
    })
    socket.destroy()
    clearInterval(ping)
    signal.removeEventListener('abort', stop)
    return problem
  }

  #ping(pingMs: number): void {
    if (Date.now() - this.#heardMs > 2 * pingMs) {
      this.#refused = 'nothing was heard for two signs of life'
      this.#socket?.destroy()
    } else this.#send({ Action: 'Ping' })
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
      this.#refused = `Asterisk refused: ${message.get('Message') ?? 'no reason given'}`
      this.#socket?.destroy()
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
    this.#socket?.write(amiAction(headers))
  }
}
