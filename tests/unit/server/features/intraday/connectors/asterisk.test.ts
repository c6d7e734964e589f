import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { followAsterisk } from '#server/features/intraday/connectors/ami-client.ts'
import { AmiMembers } from '#server/features/intraday/connectors/ami-members.ts'
import { amiAction, AmiReader } from '#server/features/intraday/connectors/ami-message.ts'
import type { FeedEvent } from '#server/features/intraday/ingest/feeds.schema.ts'

import { type AmiMember, AmiServer, memberHeaders } from '../../../../../support/ami-server.ts'

const NOW_MS = Date.parse('2026-11-25T06:00:00Z')
const message = (event: string, member: AmiMember, more: Record<string, string> = {}) =>
  new Map(Object.entries({ Event: event, ...memberHeaders(member), ...more }))
const IDLE: AmiMember = { queue: 'sales', interface: 'SIP/8007', status: 1 }

describe('AmiReader', () => {
  it('puts messages together whatever the pieces in which they come', () => {
    const text =
      'Asterisk Call Manager/9.0.0\r\nResponse: Success\r\nMessage: a: b\r\n\r\nEvent: X\r\n\r\n'
    for (const size of [1, 3, 7, 100]) {
      const reader = new AmiReader()
      const messages = []
      for (let i = 0; i < text.length; i += size)
        messages.push(...reader.read(text.slice(i, i + size)))
      expect(messages.map((one) => Object.fromEntries(one))).toEqual([
        { Response: 'Success', Message: 'a: b' },
        { Event: 'X' },
      ])
    }
  })

  it('lets no value begin a header of its own', () => {
    expect(() => amiAction({ Action: 'Login', Username: 'x\r\nAction: Originate' })).toThrow(
      RangeError,
    )
  })
})

describe('AmiMembers', () => {
  const statesOf = (...messages: ReadonlyMap<string, string>[]): (string | undefined)[] => {
    const members = new AmiMembers({ Обед: 'meal' })
    return messages.flatMap((one) => members.hear(one, NOW_MS)).map(({ state }) => state)
  }

  it.each([
    ['ready', IDLE, {}],
    ['on_contact', { ...IDLE, status: 2 }, {}],
    ['ringing', { ...IDLE, status: 6 }, {}],
    ['logged_off', { ...IDLE, status: 5 }, {}],
    ['technical', { ...IDLE, status: 4 }, {}],
    ['paused', { ...IDLE, paused: true, reason: 'because' }, {}],
    ['Обед', { ...IDLE, paused: true, reason: 'Обед' }, {}],
    // Pressed during a conversation, the pause begins when that ends.
    ['on_contact', { ...IDLE, status: 2, paused: true }, {}],
    ['after_contact', IDLE, { LastCall: String(NOW_MS / 1000 - 5), Wrapuptime: '20' }],
    ['ready', IDLE, { LastCall: String(NOW_MS / 1000 - 25), Wrapuptime: '20' }],
  ])('takes a member for %s', (state, member, more) => {
    expect(statesOf(message('QueueMemberStatus', member, more))).toEqual([state])
  })

  it('says once what every queue of a member says', () => {
    const other = { ...IDLE, queue: 'support' }
    const all = [IDLE, other].map((member) => message('QueueMemberStatus', member))
    const busy = [IDLE, other].map((member) =>
      message('QueueMemberStatus', { ...member, status: 2 }),
    )
    expect(statesOf(...all, ...busy)).toEqual(['ready', 'on_contact'])
  })

  it('takes a member to be gone when they have left every queue', () => {
    const other = { ...IDLE, queue: 'support' }
    expect(
      statesOf(
        message('QueueMemberAdded', IDLE),
        message('QueueMemberAdded', other),
        message('QueueMemberRemoved', IDLE),
        message('QueueMemberRemoved', other),
      ),
    ).toEqual(['ready', 'logged_off'])
  })

  it('says a missed offer as a state of its own, at the manager’s time', () => {
    const members = new AmiMembers()
    members.hear(message('QueueMemberStatus', IDLE), NOW_MS)
    const missed = message('AgentRingNoAnswer', IDLE, { Timestamp: String(NOW_MS / 1000 - 2.5) })
    expect(members.hear(missed, NOW_MS)).toEqual([
      { agent: 'SIP/8007', state: 'not_responding', at: '2026-11-25T05:59:57.500Z' },
    ])
  })
})

describe('followAsterisk', () => {
  let server: AmiServer
  let stopped: AbortController
  let port: number
  const heard = {
    snapshots: [] as (readonly FeedEvent[])[],
    events: [] as FeedEvent[],
    troubles: [] as string[],
  }
  let alive = 0

  beforeEach(async () => {
    server = new AmiServer()
    server.members = [IDLE, { queue: 'sales', interface: 'SIP/8008', status: 2 }]
    port = await server.listen()
    stopped = new AbortController()
    heard.snapshots = []
    heard.events = []
    heard.troubles = []
    alive = 0
  })
  afterEach(async () => {
    stopped.abort()
    await server.close()
  })

  const follow = (secret: string): Promise<void> =>
    followAsterisk(
      { host: '127.0.0.1', port, username: server.user, secret, retryMs: 20, pingMs: 50 },
      {
        snapshot: (events) => void heard.snapshots.push(events),
        events: (events) => void heard.events.push(...events),
        contacts: () => undefined,
        alive: () => void alive++,
        trouble: (text) => void heard.troubles.push(text),
      },
      stopped.signal,
    )
  const states = (events: readonly FeedEvent[] | undefined) =>
    events?.map(({ agent, state }) => [agent, state])

  it('begins with everybody, and goes on with what changes', async () => {
    const following = follow(server.secret)
    await vi.waitFor(() => expect(heard.snapshots).toHaveLength(1), { timeout: 10_000 })
    expect(states(heard.snapshots[0])).toEqual([
      ['SIP/8007', 'ready'],
      ['SIP/8008', 'on_contact'],
    ])
    server.say({ Event: 'QueueMemberStatus', ...memberHeaders({ ...IDLE, status: 6 }) })
    server.say({ Event: 'QueueMemberStatus', ...memberHeaders({ ...IDLE, status: 2 }) })
    await vi.waitFor(() => expect(heard.events).toHaveLength(2), { timeout: 10_000 })
    expect(states(heard.events)).toEqual([
      ['SIP/8007', 'ringing'],
      ['SIP/8007', 'on_contact'],
    ])
    await vi.waitFor(() => expect(alive).toBeGreaterThan(0), { timeout: 10_000 })
    stopped.abort()
    await following
  })

  it('comes again after the line was cut, and catches up with what it missed', async () => {
    void follow(server.secret)
    await vi.waitFor(() => expect(heard.snapshots).toHaveLength(1), { timeout: 10_000 })
    server.members = [{ ...IDLE, paused: true }]
    server.cut()
    await vi.waitFor(() => expect(heard.snapshots).toHaveLength(2), { timeout: 10_000 })
    expect(states(heard.snapshots[1])).toEqual([['SIP/8007', 'paused']])
    expect(heard.troubles).toHaveLength(1)
    expect(server.signIns).toBe(2)
  })

  it('says why it is refused, and never sends the secret', async () => {
    void follow('wrong')
    await vi.waitFor(() => expect(heard.troubles.length).toBeGreaterThan(0), { timeout: 10_000 })
    expect(heard.troubles[0]).toBe('Asterisk refused: Authentication failed')
    expect(server.signIns).toBe(0)
  })
})
