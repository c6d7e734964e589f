import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { EslAgents } from '#server/features/intraday/connectors/esl-agents.ts'
import { followFreeswitch } from '#server/features/intraday/connectors/esl-client.ts'
import { EslContacts } from '#server/features/intraday/connectors/esl-contacts.ts'
import {
  EslReader,
  readEvent,
  readTable,
} from '#server/features/intraday/connectors/esl-message.ts'
import type { FeedContact, FeedEvent } from '#server/features/intraday/ingest/feeds.schema.ts'

import { EslServer } from '../../../../../support/esl-server.ts'

/** Epoch seconds of the documented examples are small; these are, too. */
const NOW = 20_000_000
const event = (headers: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(headers))
const heard = (
  headers: Readonly<Record<string, string>>,
  nowMs = NOW,
): ReturnType<EslAgents['hear']> => new EslAgents().hear(event(headers), nowMs)

describe('messages of the event socket', () => {
  const wire = Buffer.from(
    'Content-Type: auth/request\n\nContent-Length: 7\nContent-Type: api/response\n\n+OK ңқ\n'.replace(
      '7',
      String(Buffer.byteLength('+OK ңқ')),
    ),
  )

  it('are whole however the wire cuts them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (sizes) => {
        const reader = new EslReader()
        const messages = []
        for (let at = 0, i = 0; at < wire.length; i++) {
          const size = sizes[i % sizes.length] ?? 1
          messages.push(...reader.read(wire.subarray(at, at + size)))
          at += size
        }
        expect(messages.map(({ body }) => body)).toEqual(['', '+OK ңқ'])
      }),
    )
  })

  it('have values that are written as in an address', () => {
    const read = readEvent('Event-Subclass: callcenter%3A%3Ainfo\nCC-Agent: 100%\n')
    expect([read.get('Event-Subclass'), read.get('CC-Agent')]).toEqual(['callcenter::info', '100%'])
  })

  it('bring lists under the names of their columns', () => {
    const rows = readTable('name|status\n1000@default|Available\n+OK\n')
    expect(rows.map((row) => row.get('status'))).toEqual(['Available'])
  })
})

describe('agents of mod_callcenter', () => {
  it.each([
    ['Available', 'ready'],
    ['Available (On Demand)', 'ready'],
    ['On Break', 'paused'],
    ['Logged Out', 'logged_off'],
  ])('who are %j are %s', (status, state) => {
    const agents = new EslAgents()
    agents.hear(
      event({ 'CC-Agent': 'a', 'CC-Action': 'agent-state-change', 'CC-Agent-State': 'Receiving' }),
      NOW,
    )
    agents.hear(
      event({ 'CC-Agent': 'a', 'CC-Action': 'agent-state-change', 'CC-Agent-State': 'Idle' }),
      NOW,
    )
    const list = `name|status|state\na|${status}|Waiting\n`
    expect(agents.everybody(list, NOW)).toMatchObject([{ agent: 'a', state }])
  })

  it('ring while a call is offered, and are on it while it is bridged', () => {
    const agents = new EslAgents()
    const say = (action: string, more: Readonly<Record<string, string>> = {}): FeedEvent[] =>
      agents.hear(event({ 'CC-Agent': 'a', 'CC-Action': action, ...more }), NOW)
    expect(say('agent-state-change', { 'CC-Agent-State': 'Receiving' })).toMatchObject([
      { state: 'ringing' },
    ])
    expect(say('bridge-agent-start')).toMatchObject([{ state: 'on_contact' }])
    // The break that is pressed meanwhile begins when the conversation ends.
    expect(say('agent-status-change', { 'CC-Agent-Status': 'On Break' })).toEqual([])
    expect(say('bridge-agent-end')).toMatchObject([{ state: 'paused' }])
  })

  it('have work left after a contact as long as their queue gives them', () => {
    const agents = new EslAgents()
    agents.everybody('name|status|state|wrap_up_time\na|Available|Waiting|30\n', NOW)
    const say = (action: string, nowMs: number): FeedEvent[] =>
      agents.hear(event({ 'CC-Agent': 'a', 'CC-Action': action }), nowMs)
    say('bridge-agent-start', NOW)
    expect(say('bridge-agent-end', NOW + 1000)).toMatchObject([{ state: 'after_contact' }])
    expect(agents.due(NOW + 30_999)).toEqual([])
    expect(agents.due(NOW + 31_500)).toEqual([
      { agent: 'a', state: 'ready', at: new Date(NOW + 31_000).toISOString() },
    ])
    expect(agents.due(NOW + 40_000)).toEqual([])
  })

  it('did not respond where a call could not be bridged', () => {
    expect(heard({ 'CC-Agent': 'a', 'CC-Action': 'bridge-agent-fail' })).toMatchObject([
      { state: 'not_responding' },
    ])
  })

  it('take the event’s own time, and say nothing twice', () => {
    const agents = new EslAgents()
    const said = event({
      'CC-Agent': 'a',
      'CC-Action': 'agent-status-change',
      'CC-Agent-Status': 'Logged Out',
      'Event-Date-Timestamp': '10000000000000',
    })
    expect(agents.hear(said, NOW)).toMatchObject([{ at: new Date(10_000_000_000).toISOString() }])
    expect(agents.hear(said, NOW)).toEqual([])
  })
})

describe('members of mod_callcenter', () => {
  // The documented examples: joined at 9000, answered at 10009, ended at 10500.
  const call = {
    'CC-Member-UUID': 'u',
    'CC-Queue': 'support@default',
    'CC-Member-Joined-Time': '9000',
  }
  const times = { 'CC-Agent-Answered-Time': '10009', 'CC-Bridge-Terminated-Time': '10500' }

  it('wait, talk and are handled, with their times', () => {
    const contacts = new EslContacts()
    const say = (action: string, more: Readonly<Record<string, string>> = {}): FeedContact[] =>
      contacts.hear(event({ ...call, 'CC-Action': action, ...more }), NOW)
    const at = new Date(9_000_000).toISOString()
    expect(say('member-queue-start')).toEqual([
      { id: 'u', queue: 'support@default', at, stage: 'waiting' },
    ])
    expect(say('bridge-agent-start', times)).toMatchObject([
      { stage: 'talking', waitSeconds: 1009 },
    ])
    expect(say('bridge-agent-end', times)).toMatchObject([
      { stage: 'handled', at, waitSeconds: 1009, handleSeconds: 491 },
    ])
    expect(say('member-queue-end', { 'CC-Cause': 'Terminated' })).toEqual([])
  })

  it('are lost when the queue gives them up, after a wait of 1050 s', () => {
    const [lost] = new EslContacts().hear(
      event({
        ...call,
        'CC-Action': 'member-queue-end',
        'CC-Cause': 'Cancel',
        'CC-Cancel-Reason': 'TIMEOUT',
        'CC-Member-Leaving-Time': '10050',
      }),
      NOW,
    )
    expect(lost).toMatchObject({ stage: 'abandoned', waitSeconds: 1050 })
  })

  it('who left while the line was cut are told of by their absence', () => {
    const contacts = new EslContacts()
    contacts.hear(event({ ...call, 'CC-Action': 'member-queue-start' }), NOW)
    const list = 'queue|uuid|joined_epoch|state\nsupport@default|v|9500|Waiting\n'
    expect(contacts.look('support@default', list, NOW)).toMatchObject([
      { id: 'u', stage: 'left' },
      { id: 'v', stage: 'waiting', at: new Date(9_500_000).toISOString() },
    ])
  })
})

describe('a client of the event socket', () => {
  const pbx = new EslServer()
  let port = 0
  beforeEach(async () => {
    port = await pbx.listen()
  })
  afterEach(() => pbx.close())

  function follow(secret: string) {
    const stopped = new AbortController()
    const said = {
      snapshots: [] as FeedEvent[][],
      events: [] as FeedEvent[],
      contacts: [] as FeedContact[],
      troubles: [] as string[],
    }
    const ended = followFreeswitch(
      { host: '127.0.0.1', port, secret, retryMs: 30 },
      {
        snapshot: (events) => void said.snapshots.push([...events]),
        events: (events) => void said.events.push(...events),
        contacts: (contacts) => void said.contacts.push(...contacts),
        alive: () => undefined,
        trouble: (text) => void said.troubles.push(text),
      },
      stopped.signal,
    )
    return { said, stop: () => (stopped.abort(), ended) }
  }

  it('says everybody, then changes, and everybody again after a break', async () => {
    pbx.agents = [{ name: 'a@default', status: 'Available', state: 'Waiting' }]
    pbx.members = [
      {
        queue: 'support',
        uuid: 'm1',
        cid_number: '87010000000',
        joined_epoch: '9000',
        state: 'Waiting',
      },
    ]
    const { said, stop } = follow(pbx.secret)
    await vi.waitFor(() => expect(said.contacts).toHaveLength(1))
    expect(said.snapshots).toMatchObject([[{ agent: 'a@default', state: 'ready' }]])
    pbx.say({
      'CC-Agent': 'a@default',
      'CC-Action': 'agent-status-change',
      'CC-Agent-Status': 'On Break',
    })
    await vi.waitFor(() => expect(said.events).toMatchObject([{ state: 'paused' }]))
    pbx.agents = [{ name: 'a@default', status: 'Logged Out', state: 'Waiting' }]
    pbx.members = [{ queue: 'support', uuid: 'm2', joined_epoch: '9100', state: 'Waiting' }]
    pbx.cut()
    await vi.waitFor(() => expect(said.contacts).toHaveLength(3))
    expect(said.snapshots[1]).toMatchObject([{ state: 'logged_off' }])
    expect(said.contacts.slice(1)).toMatchObject([
      { id: 'm1', stage: 'left' },
      { id: 'm2', stage: 'waiting' },
    ])
    expect(JSON.stringify(said)).not.toContain('87010000000')
    await stop()
  })

  it('tells that its secret was refused, and tries again', async () => {
    const { said, stop } = follow('wrong')
    await vi.waitFor(() => expect(said.troubles.length).toBeGreaterThan(1))
    expect(said.troubles[0]).toMatch(/refused: -ERR invalid/)
    await stop()
  })
})
