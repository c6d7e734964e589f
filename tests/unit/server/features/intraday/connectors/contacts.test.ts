import { describe, expect, it } from 'vitest'

import { AmiContacts } from '#server/features/intraday/connectors/ami-contacts.ts'
import { QueueLogContacts } from '#server/features/intraday/connectors/queue-log-contacts.ts'
import { furthestContacts } from '#server/features/intraday/contacts/sort-contacts.ts'
import type { FeedContact } from '#server/features/intraday/ingest/feeds.schema.ts'

const brief = ({ queue, stage, waitSeconds, handleSeconds }: FeedContact) =>
  [queue, stage, waitSeconds, handleSeconds].filter((part) => part !== undefined)

/** Forms of lines: `integrations` notes read from `app_queue.c`, and public excerpts. */
describe('QueueLogContacts', () => {
  const told = (lines: readonly string[], wrapUpSeconds = 0): FeedContact[] => {
    const contacts = new QueueLogContacts(wrapUpSeconds)
    return lines.flatMap((line) => contacts.hear(line))
  }

  it('tells of a call when it waits, talks and ends, as one contact of its arrival', () => {
    const contacts = told([
      '1596512941|c1|support|NONE|ENTERQUEUE||7000|1',
      '1596512960|c1|support|SIP/1|CONNECT|19|1266834033.87|3',
      '1596513060|c1|support|SIP/1|COMPLETECALLER|19|100|1',
    ])
    expect(contacts.map(brief)).toEqual([
      ['support', 'waiting'],
      ['support', 'talking', 19],
      ['support', 'handled', 19, 100],
    ])
    expect(new Set(contacts.map(({ id }) => id)).size).toBe(1)
    expect(new Set(contacts.map(({ at }) => at))).toEqual(new Set(['2020-08-04T03:49:01.000Z']))
    expect(JSON.stringify(contacts)).not.toContain('7000')
  })

  it('tells abandoned from timed out, and calls that a restart cut off', () => {
    expect(
      told([
        '1596512941|c1|a|NONE|ENTERQUEUE||7000|1',
        '1596513009|c1|a|NONE|ABANDON|1|1|68',
        '1596513010|c2|a|NONE|ENTERQUEUE||7000|1',
        '1596513050|c2|a|NONE|EXITWITHTIMEOUT|1|1|40',
        '1596513054|c3|a|NONE|ENTERQUEUE||7000|1',
        '1596513628|NONE|NONE|NONE|QUEUESTART|',
      ])
        .filter(({ stage }) => stage !== 'waiting')
        .map(brief),
    ).toEqual([
      ['a', 'abandoned', 68],
      ['a', 'left', 40],
      ['a', 'left'],
    ])
  })

  it('corrects a handle time by the work after the call, until the member’s next event at most', () => {
    const call = (id: string, at: number): string[] => [
      `${at}|${id}|a|NONE|ENTERQUEUE||1|1`,
      `${at + 5}|${id}|a|SIP/1|CONNECT|5|x|3`,
      `${at + 105}|${id}|a|SIP/1|COMPLETEAGENT|5|100|1`,
    ]
    const handled = (gap: number): (number | undefined)[] =>
      told([...call('c1', 1_596_510_000), ...call('c2', 1_596_510_100 + gap)], 30)
        .filter(({ stage, at }) => stage === 'handled' && at === '2020-08-04T03:00:00.000Z')
        .map(({ handleSeconds }) => handleSeconds)
    // c1 ends at :105; c2 connects 12 s, then 60 s after that.
    expect(handled(12)).toEqual([100, 112])
    expect(handled(60)).toEqual([100, 130])
  })

  it('says the same of the same lines', () => {
    const lines = ['1596512941|c1|support|NONE|ENTERQUEUE||7000|1']
    expect(told(lines)).toEqual(told(lines))
  })
})

describe('AmiContacts', () => {
  const NOW_MS = Date.parse('2026-11-25T06:00:00Z')
  const say = (Event: string, more: Record<string, string> = {}) =>
    new Map(Object.entries({ Event, Queue: 'sales', Uniqueid: '1764.1', ...more }))
  const hearAll = (contacts: AmiContacts, ...messages: ReadonlyMap<string, string>[]) =>
    messages.flatMap((message) => contacts.hear(message, NOW_MS))

  it('tells of a call when it waits, is taken from the queue, talks and ends', () => {
    const contacts = hearAll(
      new AmiContacts(),
      say('QueueCallerJoin', { CallerIDNum: '77010000000', Position: '1' }),
      say('QueueCallerLeave'),
      say('AgentConnect', { HoldTime: '12', RingTime: '3' }),
      say('AgentComplete', { HoldTime: '12', TalkTime: '200', Reason: 'caller' }),
    )
    expect(contacts.map(brief)).toEqual([
      ['sales', 'waiting'],
      ['sales', 'left'],
      ['sales', 'talking', 12],
      ['sales', 'handled', 12, 200],
    ])
    expect(JSON.stringify(contacts)).not.toContain('7701')
    expect(new Set(contacts.map(({ id }) => id)).size).toBe(1)
  })

  it('tells a call that hung up, and one that comes again as another contact', () => {
    const contacts = hearAll(
      new AmiContacts(),
      say('QueueCallerJoin'),
      say('QueueCallerAbandon', { HoldTime: '30' }),
      say('QueueCallerLeave'),
      say('QueueCallerJoin'),
    )
    expect(contacts.map(brief)).toEqual([
      ['sales', 'waiting'],
      ['sales', 'abandoned', 30],
      ['sales', 'waiting'],
    ])
    expect(contacts[0]?.id).not.toBe(contacts[2]?.id)
  })

  it('finds out after a break who waits still and who does not', () => {
    const contacts = new AmiContacts()
    hearAll(contacts, say('QueueCallerJoin'), say('QueueCallerJoin', { Uniqueid: '1764.2' }))
    contacts.lookAgain()
    const again = hearAll(
      contacts,
      say('QueueEntry', { Wait: '40' }),
      say('QueueEntry', { Uniqueid: '1764.3', Wait: '20' }),
    )
    expect(again).toEqual([
      { id: '1764.3|sales', queue: 'sales', at: '2026-11-25T05:59:40.000Z', stage: 'waiting' },
    ])
    expect(contacts.endLook().map(({ id, stage }) => [id, stage])).toEqual([
      ['1764.2|sales', 'left'],
    ])
  })
})

describe('furthestContacts', () => {
  it('keeps a contact once, at its furthest stage, with the longest handle time', () => {
    const contact = { id: 'a', queue: 'q', at: '2026-11-25T06:00:00Z' }
    expect(
      furthestContacts([
        { ...contact, stage: 'handled', handleSeconds: 130 },
        { ...contact, stage: 'talking', waitSeconds: 9 },
        { ...contact, stage: 'handled', handleSeconds: 100 },
      ]),
    ).toEqual([{ ...contact, stage: 'handled', waitSeconds: 9, handleSeconds: 130 }])
  })
})
