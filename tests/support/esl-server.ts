import type { Socket } from 'node:net'

import { LineServer } from './line-server.ts'

const SECRET = 'only for tests'
const AGENT_COLUMNS = [
  'name',
  'status',
  'state',
  'wrap_up_time',
  'last_bridge_start',
  'last_bridge_end',
  'last_status_change',
] as const
const MEMBER_COLUMNS = ['queue', 'uuid', 'cid_number', 'joined_epoch', 'state'] as const

type Row<Columns extends readonly string[]> = Readonly<Partial<Record<Columns[number], string>>>

/** Speaks as much of FreeSWITCH's event socket as a client that follows mod_callcenter asks for. */
export class EslServer extends LineServer {
  readonly secret = SECRET
  agents: readonly Row<typeof AGENT_COLUMNS>[] = []
  members: readonly Row<typeof MEMBER_COLUMNS>[] = []
  signIns = 0

  constructor() {
    super('Content-Type: auth/request\n\n', '\n\n', (socket, command) =>
      this.#answer(socket, command),
    )
  }

  /** Says an event of mod_callcenter to everybody who is signed in. */
  say(headers: Readonly<Record<string, string>>): void {
    const event = { 'Event-Name': 'CUSTOM', 'Event-Subclass': 'callcenter::info', ...headers }
    const body = Object.entries(event)
      .map(([name, value]) => `${name}: ${encodeURIComponent(value)}\n`)
      .join('')
    for (const socket of this.sockets) answer(socket, 'text/event-plain', `${body}\n`)
  }

  #answer(socket: Socket, command: string): void {
    if (command.startsWith('auth ')) {
      const isRight = command === `auth ${SECRET}`
      if (isRight) this.signIns++
      reply(socket, isRight ? '+OK accepted' : '-ERR invalid')
    } else if (command.startsWith('event ')) reply(socket, '+OK event listener enabled plain')
    else if (command.endsWith('agent list')) api(socket, table(AGENT_COLUMNS, this.agents))
    else if (command.endsWith('queue list')) {
      const queues = [...new Set(this.members.map(({ queue = '' }) => queue))]
      api(
        socket,
        table(
          ['name'],
          queues.map((name) => ({ name })),
        ),
      )
    } else if (command.includes('queue list members ')) {
      const queue = command.split(' ').at(-1)
      api(
        socket,
        table(
          MEMBER_COLUMNS,
          this.members.filter((one) => one.queue === queue),
        ),
      )
    } else api(socket, '42')
  }
}

function table(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string | undefined>>[],
): string {
  const lines = rows.map((row) => columns.map((name) => row[name] ?? '').join('|'))
  return [columns.join('|'), ...lines, '+OK', ''].join('\n')
}

function reply(socket: Socket, text: string): void {
  socket.write(`Content-Type: command/reply\nReply-Text: ${text}\n\n`)
}

function api(socket: Socket, body: string): void {
  answer(socket, 'api/response', body)
}

function answer(socket: Socket, type: string, body: string): void {
  const length = Buffer.byteLength(body)
  socket.write(`Content-Length: ${length}\nContent-Type: ${type}\n\n${body}`)
}
