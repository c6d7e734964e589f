import { createHash } from 'node:crypto'
import type { Socket } from 'node:net'

import { LineServer } from './line-server.ts'

export interface AmiMember {
  readonly queue: string
  readonly interface: string
  readonly status: number
  readonly paused?: boolean
  readonly reason?: string
}

const CHALLENGE = '840415273'
const USER = 'kezek'
const SECRET = 'only for tests'

/** Speaks as much of the Asterisk Manager Interface as a client that follows queues asks for. */
export class AmiServer extends LineServer {
  readonly user = USER
  readonly secret = SECRET
  members: readonly AmiMember[] = []
  signIns = 0

  constructor() {
    super('Asterisk Call Manager/9.0.0\r\n', '\r\n\r\n', (socket, command) =>
      this.#answer(socket, command),
    )
  }

  /** Says an event to everybody who is signed in. */
  say(event: Readonly<Record<string, string>>): void {
    for (const socket of this.sockets) write(socket, event)
  }

  #answer(socket: Socket, text: string): void {
    const headers = new Map(text.split('\r\n').map((line) => line.split(': ') as [string, string]))
    switch (headers.get('Action') ?? '') {
      case 'Challenge':
        return write(socket, { Response: 'Success', Challenge: CHALLENGE })
      case 'Login':
        return this.#signIn(socket, headers)
      case 'QueueStatus':
        return this.#queueStatus(socket)
      default:
        return write(socket, { Response: 'Success', Ping: 'Pong' })
    }
  }

  #signIn(socket: Socket, headers: ReadonlyMap<string, string>): void {
    const key = createHash('md5')
      .update(CHALLENGE + SECRET)
      .digest('hex')
    const isRight = headers.get('Username') === USER && headers.get('Key') === key
    if (!isRight) return write(socket, { Response: 'Error', Message: 'Authentication failed' })
    this.signIns++
    return write(socket, { Response: 'Success', Message: 'Authentication accepted' })
  }

  #queueStatus(socket: Socket): void {
    write(socket, { Response: 'Success', EventList: 'start' })
    for (const member of this.members)
      write(socket, { Event: 'QueueMember', ...memberHeaders(member) })
    write(socket, { Event: 'QueueStatusComplete', EventList: 'Complete' })
  }
}

/** The headers of a member, as `app_queue.c` writes them. */
export function memberHeaders(member: AmiMember): Record<string, string> {
  return {
    Queue: member.queue,
    MemberName: member.interface,
    Interface: member.interface,
    StateInterface: member.interface,
    Membership: 'dynamic',
    LastCall: '0',
    InCall: member.status === 2 ? '1' : '0',
    Status: String(member.status),
    Paused: member.paused === true ? '1' : '0',
    PausedReason: member.reason ?? '',
    Wrapuptime: '0',
  }
}

function write(socket: Socket, headers: Readonly<Record<string, string>>): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`${lines.join('')}\r\n`)
}
