import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import { followAsterisk } from '#server/features/intraday/connectors/ami-client.ts'
import { BatchSender } from '#server/features/intraday/connectors/batch-sender.ts'
import { deliverTo } from '#server/features/intraday/connectors/deliver-http.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import type { Scope } from '#server/platform/db/scope.ts'

import { AmiServer, memberHeaders } from '../../../../support/ami-server.ts'
import { callAs } from '../../../../support/call.ts'
import { addPeople } from '../../../../support/day-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

/** From the telephone system's socket to the board, over HTTP, as in production. */
describe.each(DATABASES)('a feed of Asterisk, on %s', (name) => {
  let connection: Connection
  let scope: Scope
  let people: readonly OperatorId[]
  let service: TestApp
  let port: number
  let key: string
  const pbx = new AmiServer()
  const stopped = new AbortController()
  const troubles: string[] = []

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    people = await addPeople(connection, scope, 2)
    await start(0)
    const made = await call('POST', '/feeds', { code: 'pbx', kind: 'asterisk_ami' })
    key = made.json().key
    await call('PUT', `/feeds/${made.json().feed.id}/agents`, {
      agents: people.map((operatorId, i) => ({ agent: `SIP/${8001 + i}`, operatorId })),
    })
    pbx.members = [
      { queue: 'sales', interface: 'SIP/8001', status: 1 },
      { queue: 'sales', interface: 'SIP/8002', status: 2 },
    ]
    const ami = {
      host: '127.0.0.1',
      port: await pbx.listen(),
      username: pbx.user,
      secret: pbx.secret,
      retryMs: 50,
    }
    const onTrouble = (text: string): void => void troubles.push(text)
    const sender = new BatchSender({
      deliver: deliverTo(`http://127.0.0.1:${port}`, key),
      retryMs: 50,
      onTrouble,
    })
    const listener = {
      snapshot: sender.snapshot.bind(sender),
      events: sender.events.bind(sender),
      contacts: sender.contacts.bind(sender),
      alive: sender.heartbeat.bind(sender),
      trouble: onTrouble,
    }
    void followAsterisk(ami, listener, stopped.signal)
    void sender.run(stopped.signal)
  })
  afterAll(async () => {
    stopped.abort()
    await pbx.close()
    await service.close()
    await connection.close()
  })

  async function start(onPort: number): Promise<void> {
    service = await testApp(connection, scope)
    await service.app.listen({ port: onPort, host: '127.0.0.1' })
    ;({ port } = service.app.server.address() as AddressInfo)
  }
  const call = callAs('admin', () => service)
  const statesAre = (states: readonly (string | null)[]) =>
    vi.waitFor(
      async () => {
        const { rows } = (await call('GET', '/today')).json()
        const byPerson = new Map(
          rows.map((row: { operatorId: string; state: string }) => [row.operatorId, row.state]),
        )
        expect(people.map((id) => byPerson.get(id) ?? null)).toEqual(states)
      },
      { timeout: 30_000, interval: 100 },
    )

  it('shows the state of everybody in a queue, and every change of it', async () => {
    await statesAre(['ready', 'on_contact'])
    expect(pbx.signIns).toBe(1)
    pbx.say({
      Event: 'QueueMemberStatus',
      ...memberHeaders({ queue: 'sales', interface: 'SIP/8001', status: 6 }),
    })
    await statesAre(['ringing', 'on_contact'])
  })

  it('catches up after the line to the telephone system was cut', async () => {
    pbx.members = [{ queue: 'sales', interface: 'SIP/8002', status: 1 }]
    pbx.cut()
    // Whoever is in no queue any more is signed off, and leaves the board.
    await statesAre([null, 'ready'])
    expect(pbx.signIns).toBe(2)
  })

  it('loses nothing and doubles nothing while the service is away', async () => {
    await service.close()
    for (const status of [6, 2, 1]) {
      pbx.say({
        Event: 'QueueMemberStatus',
        ...memberHeaders({ queue: 'sales', interface: 'SIP/8002', status }),
      })
    }
    await vi.waitFor(() => expect(troubles.length).toBeGreaterThan(1), { timeout: 30_000 })
    await start(port)
    const events = () =>
      connection.db
        .selectFrom('state_event')
        .select(['state', 'operator_id'])
        .where('operator_id', '=', people[1] as OperatorId)
        .where('key', 'like', 'SIP/%')
        .orderBy('id')
        .execute()
    await vi.waitFor(
      async () =>
        expect((await events()).map(({ state }) => state)).toEqual([
          'on_contact',
          'ready',
          'ringing',
          'on_contact',
          'ready',
        ]),
      { timeout: 30_000 },
    )
    const { feeds } = (await call('GET', '/feeds')).json()
    expect(feeds[0].health).toMatchObject({ missingBatches: 0, duplicates: 0, silent: false })
  })
})
