import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { addPeople } from '../../../../support/day-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

describe.each(DATABASES)('state events, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let people: readonly OperatorId[]

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    people = await addPeople(connection, scope, 5)
    service = await testApp(connection, scope)
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const asAdmin = (method: 'GET' | 'POST' | 'PATCH' | 'PUT', url: string, payload?: object) =>
    service.app.inject({
      method,
      url: `/api/v1${url}`,
      headers: { 'x-role': 'admin' },
      ...(payload === undefined ? {} : { payload }),
    })
  let feeds = 0
  async function newFeed(settings: object = {}): Promise<{ id: string; key: string }> {
    const answer = await asAdmin('POST', '/feeds', {
      code: `feed ${++feeds}`,
      kind: 'http',
      ...settings,
    })
    const { feed, key } = answer.json()
    return { id: feed.id, key }
  }
  const send = (key: string, payload: object) =>
    service.app.inject({
      method: 'POST',
      url: '/api/v1/feeds/events',
      headers: { authorization: `Bearer ${key}` },
      payload,
    })
  const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString()
  const healthOf = async (id: string) => {
    const { feeds: rows } = (await asAdmin('GET', '/feeds')).json()
    return rows.find((feed: { id: string }) => feed.id === id).health
  }
  const stateOf = (person: number) =>
    inCenter(connection.db, scope, (db) =>
      db
        .selectFrom('operator_state')
        .select(['state', 'since', 'reason'])
        .where('operator_id', '=', people[person] as OperatorId)
        .executeTakeFirst(),
    )

  it('keeps the key’s digest alone, and takes no other key', async () => {
    const { key } = await newFeed()
    const { rows } = await sql<{ secret: string }>`select secret from state_feed`.execute(
      connection.db,
    )
    expect(rows.every(({ secret }) => secret !== key && secret.length === 64)).toBe(true)
    for (const wrong of [`${key}x`, '', 'kezek_feed_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa']) {
      const refused = await send(wrong, { key: 'a', events: [] })
      expect([refused.statusCode, refused.json().type]).toEqual([401, '/problems/feed-key-refused'])
    }
    const audited = await asAdmin('GET', '/audit?entity=state_feed')
    expect(audited.body).not.toContain(rows[0]?.secret)
  })

  it('refuses an old key after a new one, and an archived feed', async () => {
    const { id, key } = await newFeed()
    const renewed = (await asAdmin('POST', `/feeds/${id}/key`)).json().key
    expect((await send(key, { key: 'a', events: [] })).statusCode).toBe(401)
    expect((await send(renewed, { key: 'a', events: [] })).statusCode).toBe(200)
    await asAdmin('PATCH', `/feeds/${id}`, { archived: true })
    expect((await send(renewed, { key: 'b', events: [] })).statusCode).toBe(401)
  })

  it('answers the same batch as the first time, and changes nothing', async () => {
    const { id, key } = await newFeed()
    const batch = { key: 'one', events: [{ agent: '1001', state: 'ready', at: ago(5) }] }
    const first = (await send(key, batch)).json()
    expect(first).toMatchObject({ accepted: 1, replayed: false })
    expect((await send(key, batch)).json()).toEqual({ ...first, replayed: true })
    expect(await healthOf(id)).toMatchObject({ batches: 1, accepted: 1, silent: false })
  })

  it('counts duplicate, late, out-of-order and unknown events, and keeps them all', async () => {
    const { id, key } = await newFeed()
    const event = { agent: '1002', state: 'on_contact', at: ago(10) }
    await send(key, { key: 'a', events: [event] })
    const answer = await send(key, {
      key: 'b',
      events: [
        event,
        { agent: '1002', state: 'ready', at: ago(200) },
        { agent: 'ghost', state: 'ready', at: ago(3) },
        { agent: '1002', state: 'levitating', at: ago(2) },
      ],
    })
    const counts = {
      accepted: 3,
      duplicates: 1,
      late: 1,
      outOfOrder: 1,
      clockAhead: 0,
      unknownAgents: 1,
      unknownStates: 1,
      contacts: 0,
      unknownQueues: 0,
    }
    expect(answer.json()).toEqual({ ...counts, lastSequence: null, replayed: false })
    expect(await healthOf(id)).toMatchObject({ ...counts, accepted: 4 })
    expect(await stateOf(1)).toMatchObject({ state: null })
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from state_event where feed_id = ${id}`.execute(connection.db)
    expect(rows[0]?.n).toBe(4)
    const unknown = async () => (await asAdmin('GET', `/feeds/${id}/unknown-names`)).json()
    const ghost = { name: 'ghost', count: 1 }
    const levitating = { name: 'levitating', count: 1 }
    expect(await unknown()).toEqual({ agents: [ghost], states: [levitating], queues: [] })
    // Once the word has a meaning, what came before has it too.
    await asAdmin('PATCH', `/feeds/${id}`, { stateNames: { levitating: 'rest' } })
    expect(await unknown()).toEqual({ agents: [ghost], states: [], queues: [] })
    expect(await stateOf(1)).toMatchObject({ state: 'rest' })
  })

  it('gives somebody unknown the events of before, once the feed’s name for them is known', async () => {
    const { id, key } = await newFeed({ stateNames: { Обед: 'meal' } })
    await send(key, { key: 'a', events: [{ agent: 'SIP/8007', state: 'Обед', at: ago(4) }] })
    await asAdmin('PUT', `/feeds/${id}/agents`, {
      agents: [{ agent: 'SIP/8007', operatorId: people[2] }],
    })
    const { rows } = await sql`
      select operator_id, state, reported from state_event where feed_id = ${id}`.execute(
      connection.db,
    )
    expect(rows).toEqual([{ operator_id: people[2], state: 'meal', reported: 'Обед' }])
  })

  it('takes whoever is absent from a snapshot to be signed off', async () => {
    const { key } = await newFeed()
    await send(key, {
      key: 'a',
      events: ['1003', '1004'].map((agent) => ({ agent, state: 'ready', at: ago(30) })),
    })
    await send(key, {
      key: 'b',
      snapshot: true,
      events: [{ agent: '1003', state: 'ready', at: ago(30) }],
    })
    expect(await stateOf(2)).toMatchObject({ state: 'ready' })
    expect(await stateOf(3)).toMatchObject({ state: 'logged_off' })
  })

  it('takes an event of a time to come to hold from now on, so that a wrong clock freezes nobody', async () => {
    const { id, key } = await newFeed()
    const ahead = { agent: '1003', state: 'meal', at: ago(-7200) }
    const answer = await send(key, { key: 'a', events: [ahead] })
    expect(answer.json()).toMatchObject({ accepted: 1, clockAhead: 1 })
    // Said again it is the same event, and what is said later is newer.
    expect((await send(key, { key: 'b', events: [ahead] })).json()).toMatchObject({ duplicates: 1 })
    await send(key, { key: 'c', events: [{ ...ahead, state: 'ready', at: ago(-7190) }] })
    expect(await stateOf(2)).toMatchObject({ state: 'ready' })
    expect(await healthOf(id)).toMatchObject({ clockAhead: 2, outOfOrder: 0 })
    const { rows } = await sql<{ said_at: Date; at: Date }>`
      select said_at, at from state_event where feed_id = ${id} order by id`.execute(connection.db)
    expect(rows[0]?.said_at.toISOString()).toBe(ahead.at)
    expect(rows[0]?.at.getTime()).toBeLessThanOrEqual(Date.now())
  })

  it('takes a contact of a time to come to have come now', async () => {
    const { id, key } = await newFeed()
    const ahead = { id: 'c', queue: 'q', at: ago(-7200), stage: 'waiting' }
    const answer = await send(key, { key: 'a', events: [], contacts: [ahead] })
    expect(answer.json()).toMatchObject({ contacts: 1, clockAhead: 1 })
    const { rows } = await sql<{ arrived_at: Date }>`
      select arrived_at from feed_contact where feed_id = ${id}`.execute(connection.db)
    expect(rows[0]?.arrived_at.getTime()).toBeLessThanOrEqual(Date.now())
    expect(await healthOf(id)).toMatchObject({ clockAhead: 1 })
  })

  it('counts the batches that never came, until they come', async () => {
    const { id, key } = await newFeed()
    for (const sequence of [1, 4]) await send(key, { key: `s${sequence}`, sequence, events: [] })
    expect(await healthOf(id)).toMatchObject({ missingBatches: 2 })
    for (const sequence of [2, 3]) await send(key, { key: `s${sequence}`, sequence, events: [] })
    expect(await healthOf(id)).toMatchObject({ missingBatches: 0, missingSinceSnapshot: 0 })
  })

  it('has nothing old for want of a batch once a snapshot has said everybody’s state', async () => {
    const { id, key } = await newFeed()
    for (const sequence of [1, 4]) await send(key, { key: `s${sequence}`, sequence, events: [] })
    expect(await healthOf(id)).toMatchObject({ missingSinceSnapshot: 2 })
    await send(key, { key: 's5', sequence: 5, snapshot: true, events: [] })
    expect(await healthOf(id)).toMatchObject({ missingBatches: 2, missingSinceSnapshot: 0 })
    await send(key, { key: 's2', sequence: 2, events: [] })
    expect(await healthOf(id)).toMatchObject({ missingBatches: 1, missingSinceSnapshot: 0 })
  })

  it('keeps a silence in which something may be lost, and none that the numbers bridge', async () => {
    const { id, key } = await newFeed({ silentAfterSeconds: 5 })
    const silences = async () =>
      (await sql`select 1 from feed_silence where feed_id = ${id}`.execute(connection.db)).rows
        .length
    const hush = () =>
      sql`update feed_health set last_heard_at = now() - interval '1 minute' where feed_id = ${id}`.execute(
        connection.db,
      )
    await send(key, { key: 'a', sequence: 1, events: [] })
    await hush()
    expect(await healthOf(id)).toMatchObject({ silent: true })
    await send(key, { key: 'b', sequence: 2, events: [] })
    expect(await silences()).toBe(0)
    await hush()
    await send(key, { key: 'c', sequence: 7, events: [] })
    expect(await silences()).toBe(1)
  })

  it('does not let a request change or remove what came', async () => {
    for (const statement of [
      'delete from state_event',
      "update state_event set at = now(), reported = 'x'",
    ]) {
      const attempt = inCenter(connection.db, scope, (db) => sql.raw(statement).execute(db))
      await expect(attempt).rejects.toThrow(/permission denied/)
    }
  })

  it('keeps feeds to administrators, and shows them to supervisors', async () => {
    const as = (role: string, method: 'GET' | 'POST', payload?: object) =>
      service.app.inject({
        method,
        url: '/api/v1/feeds',
        headers: { 'x-role': role },
        ...(payload === undefined ? {} : { payload }),
      })
    const order = { code: 'x', kind: 'http' }
    expect((await as('supervisor', 'POST', order)).statusCode).toBe(403)
    expect((await as('supervisor', 'GET')).statusCode).toBe(200)
    expect((await as('operator', 'GET')).statusCode).toBe(403)
    expect((await as('admin', 'POST', { ...order, knd: 1 })).statusCode).toBe(400)
    expect((await as('admin', 'POST', { ...order, code: 'feed 1' })).statusCode).toBe(409)
    expect((await asAdmin('PATCH', `/feeds/${people[0]}`, { archived: true })).statusCode).toBe(404)
  })
})
