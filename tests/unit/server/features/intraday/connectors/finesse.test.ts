import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, describe, expect, it, vi } from 'vitest'

import { followFinesse } from '#server/features/intraday/connectors/finesse-client.ts'
import { finesseEvents } from '#server/features/intraday/connectors/finesse-users.ts'
import type { FeedEvent } from '#server/features/intraday/ingest/feeds.schema.ts'

const NOW = Date.parse('2026-11-25T06:00:00Z')
const user = (state: string, more = ''): string =>
  `<User><loginId>1007</loginId><firstName>Алия</firstName><state>${state}</state>${more}</User>`
const team = (...users: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Team><id>5</id><users>${users.join('')}</users></Team>`

describe('finesseEvents', () => {
  it.each([
    ['LOGOUT', 'logged_off'],
    ['READY', 'ready'],
    ['RESERVED', 'ringing'],
    ['TALKING', 'on_contact'],
    ['HOLD', 'on_contact'],
    ['WORK', 'after_contact'],
    ['WORK_READY', 'after_contact'],
    ['NOT_READY', 'paused'],
    ['SOMETHING_NEW', 'SOMETHING_NEW'],
  ])('reads %s as %s', (said, state) => {
    expect(finesseEvents(team(user(said)), NOW)).toEqual([
      { agent: '1007', state, at: '2026-11-25T06:00:00.000Z' },
    ])
  })

  it('reads a notification, with the time of the change', () => {
    const xml = `<Update><data><user>
      <loginId>1007</loginId><reasonCodeId>-1</reasonCodeId><roles><role>Agent</role></roles>
      <settings><wrapUpOnIncoming>REQUIRED</wrapUpOnIncoming></settings>
      <state>LOGOUT</state><stateChangeTime>2026-11-25T05:25:13.593Z</stateChangeTime>
    </user></data><event>PUT</event></Update>`
    expect(finesseEvents(xml, NOW)).toEqual([
      { agent: '1007', state: 'logged_off', at: '2026-11-25T05:25:13.593Z' },
    ])
  })

  it('takes a reason that is a state for the state, and any other for a reason', () => {
    const reason = (label: string): string =>
      `<reasonCode><code>7</code><label>${label}</label></reasonCode>`
    const [meal, chat] = finesseEvents(
      team(user('NOT_READY', reason('Meal')), user('NOT_READY', reason('Tea'))),
      NOW,
    )
    expect(meal).toMatchObject({ state: 'Meal' })
    expect(chat).toMatchObject({ state: 'paused', reason: 'Tea' })
  })

  it('reads nobody’s name, and refuses what is no XML', () => {
    expect(JSON.stringify(finesseEvents(team(user('READY')), NOW))).not.toContain('Алия')
    expect(() => finesseEvents('<Team><users>', NOW)).toThrow(/unclosed tag/)
    expect(finesseEvents(team(), NOW)).toEqual([])
  })
})

describe('followFinesse', () => {
  const closing: (() => unknown)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })

  it('says everybody, then changes; after a failure everybody again', async () => {
    let state = 'READY'
    let isBroken = false
    let asked = ''
    const server = createServer((request, response) => {
      asked = `${request.headers.authorization} ${request.url}`
      response.statusCode = isBroken ? 503 : 200
      response.end(team(user(state)))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const stopped = new AbortController()
    closing.push(
      () => stopped.abort(),
      () => server.closeAllConnections(),
      () => server.close(),
    )
    const snapshots: (readonly FeedEvent[])[] = []
    const events: FeedEvent[] = []
    const troubles: string[] = []
    void followFinesse(
      {
        address: `http://127.0.0.1:${port}`,
        team: '5',
        username: 'kezek',
        password: 'only for tests',
        lookMs: 10,
        retryMs: 10,
      },
      {
        snapshot: (all) => void snapshots.push(all),
        events: (all) => void events.push(...all),
        contacts: () => undefined,
        alive: () => undefined,
        trouble: (text) => void troubles.push(text),
      },
      stopped.signal,
    )
    await vi.waitFor(() => expect(snapshots).toHaveLength(1))
    // `kezek:only for tests` in base 64.
    expect(asked).toBe(
      'Basic a2V6ZWs6b25seSBmb3IgdGVzdHM= /finesse/api/Team/5?includeLoggedOutAgents=true',
    )
    state = 'TALKING'
    await vi.waitFor(() => expect(events.map((one) => one.state)).toContain('on_contact'))
    isBroken = true
    await vi.waitFor(() => expect(troubles).toContain('Finesse answered 503'))
    isBroken = false
    await vi.waitFor(() => expect(snapshots.length).toBeGreaterThan(1))
    expect(snapshots.at(-1)).toMatchObject([{ agent: '1007', state: 'on_contact' }])
  })
})
