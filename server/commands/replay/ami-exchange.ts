import { createHash } from 'node:crypto'
import { createServer, type Server, type Socket } from 'node:net'

import type { RecordedEvent } from '#forecasting/simulation/record-day.ts'

import { AmiReader } from '../../features/intraday/connectors/ami-message.ts'
import { callId, personName, queuesOf } from './queue-log-lines.ts'
import type { RecordedDay } from './recorded-day.ts'

type Headers = Readonly<Record<string, string>>

interface Member {
  isPaused: boolean
  reason: string
  isBusy: boolean
}

const CHALLENGE = '512044819'

/**
 * An exchange that never was: it speaks the part of the Asterisk Manager Interface that followers of
 * queues ask for, and tells of a recorded day as it is played.
 */
export class AmiExchange {
  readonly #day: Pick<RecordedDay, 'queues' | 'people'>
  readonly #startSeconds: number
  readonly #who: { readonly username: string; readonly secret: string }
  readonly #server: Server
  readonly #followers = new Set<Socket>()
  readonly #members = new Map<number, Member>()
  readonly #waiting = new Map<number, Extract<RecordedEvent, { kind: 'enter' }>>()

  constructor(
    day: Pick<RecordedDay, 'queues' | 'people'>,
    startSeconds: number,
    who: { readonly username: string; readonly secret: string },
  ) {
    this.#day = day
    this.#startSeconds = startSeconds
    this.#who = who
    this.#server = createServer((socket) => this.#greet(socket))
  }

  get followers(): number {
    return this.#followers.size
  }

  /** @param port 0 takes a free one @returns the port */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, '127.0.0.1', resolve)
    })
    const address = this.#server.address()
    return typeof address === 'object' && address !== null ? address.port : port
  }

  async close(): Promise<void> {
    for (const socket of this.#followers) socket.destroySoon()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** Something happens: whoever follows is told, and whoever comes later finds it so. */
  play(event: RecordedEvent): void {
    const stamp = (this.#startSeconds + event.atSeconds).toFixed(6)
    for (const message of this.#messages(event)) {
      for (const socket of this.#followers) write(socket, { ...message, Timestamp: stamp })
    }
  }

  #messages(event: RecordedEvent): Headers[] {
    switch (event.kind) {
      case 'join':
        this.#members.set(event.person, { isPaused: false, reason: '', isBusy: false })
        return this.#memberEvents('QueueMemberAdded', event.person)
      case 'leave': {
        const left = this.#memberEvents('QueueMemberRemoved', event.person)
        this.#members.delete(event.person)
        return left
      }
      case 'pause':
        this.#change(event.person, { isPaused: true, reason: event.reason })
        return this.#memberEvents('QueueMemberPause', event.person)
      case 'unpause':
        this.#change(event.person, { isPaused: false, reason: '' })
        return this.#memberEvents('QueueMemberPause', event.person)
      case 'enter':
        this.#waiting.set(event.call, event)
        return [{ Event: 'QueueCallerJoin', ...this.#callHeaders(event), Position: '1' }]
      case 'abandon':
        this.#waiting.delete(event.call)
        return [
          {
            Event: 'QueueCallerAbandon',
            ...this.#callHeaders(event),
            HoldTime: String(event.waitSeconds),
          },
        ]
      case 'connect':
        this.#waiting.delete(event.call)
        this.#change(event.person, { isBusy: true })
        return [
          { Event: 'QueueCallerLeave', ...this.#callHeaders(event) },
          {
            Event: 'AgentConnect',
            ...this.#callHeaders(event),
            Interface: personName(this.#day, event.person),
            HoldTime: String(event.waitSeconds),
          },
          ...this.#memberEvents('QueueMemberStatus', event.person),
        ]
      case 'complete':
        this.#change(event.person, { isBusy: false })
        return [
          {
            Event: 'AgentComplete',
            ...this.#callHeaders(event),
            Interface: personName(this.#day, event.person),
            HoldTime: String(event.waitSeconds),
            TalkTime: String(event.talkSeconds),
          },
          ...this.#memberEvents('QueueMemberStatus', event.person),
        ]
    }
  }

  #change(person: number, change: Partial<Member>): void {
    const before = this.#members.get(person)
    if (before !== undefined) Object.assign(before, change)
  }

  #callHeaders(event: { readonly call: number; readonly queue: number }): Headers {
    return {
      Queue: this.#day.queues[event.queue] ?? '',
      Uniqueid: callId(event.call, this.#startSeconds),
    }
  }

  #memberEvents(name: string, person: number): Headers[] {
    const member = this.#members.get(person)
    if (member === undefined) return []
    const who = personName(this.#day, person)
    return queuesOf(this.#day, person).map((queue) => ({
      Event: name,
      Queue: queue,
      MemberName: who,
      Interface: who,
      StateInterface: who,
      Status: member.isBusy ? '2' : '1',
      InCall: member.isBusy ? '1' : '0',
      Paused: member.isPaused ? '1' : '0',
      PausedReason: member.reason,
      Wrapuptime: '0',
      LastCall: '0',
    }))
  }

  #greet(socket: Socket): void {
    const reader = new AmiReader()
    socket.setEncoding('utf8')
    socket.on('close', () => this.#followers.delete(socket))
    socket.on('error', () => undefined)
    socket.write('Asterisk Call Manager/9.0.0\r\n')
    socket.on('data', (chunk: string) => {
      for (const message of reader.read(chunk)) this.#answer(socket, message)
    })
  }

  #answer(socket: Socket, message: ReadonlyMap<string, string>): void {
    switch (message.get('Action') ?? '') {
      case 'Challenge':
        return write(socket, { Response: 'Success', Challenge: CHALLENGE })
      case 'Login':
        return this.#signIn(socket, message)
      case 'QueueStatus':
        return this.#tellEverything(socket)
      default:
        return write(socket, { Response: 'Success', Ping: 'Pong' })
    }
  }

  #signIn(socket: Socket, message: ReadonlyMap<string, string>): void {
    const { username, secret } = this.#who
    const key = createHash('md5')
      .update(CHALLENGE + secret)
      .digest('hex')
    const isRight = message.get('Username') === username && message.get('Key') === key
    if (!isRight) return write(socket, { Response: 'Error', Message: 'Authentication failed' })
    this.#followers.add(socket)
    return write(socket, { Response: 'Success', Message: 'Authentication accepted' })
  }

  #tellEverything(socket: Socket): void {
    write(socket, { Response: 'Success', EventList: 'start' })
    for (const person of this.#members.keys()) {
      for (const member of this.#memberEvents('QueueMember', person)) write(socket, member)
    }
    for (const event of this.#waiting.values()) {
      write(socket, { Event: 'QueueEntry', ...this.#callHeaders(event), Wait: '0' })
    }
    write(socket, { Event: 'QueueStatusComplete', EventList: 'Complete' })
  }
}

function write(socket: Socket, headers: Headers): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`${lines.join('')}\r\n`)
}
