import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connection } from '#server/platform/db/connection.ts'
import type { Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const EVENT = {
  kind: 'campaign',
  name: { kk: 'Науқан', ru: 'Кампания', en: 'Campaign' },
  from: '2026-12-06T19:00:00.000Z',
  to: '2026-12-11T19:00:00.000Z',
  queueId: null,
}
const UNKNOWN = '00000000-0000-4000-8000-000000000000'

describe.each(DATABASES)('the events of a centre, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    service = await testApp(connection, scope)
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('planner', () => service)
  const add = async (): Promise<string> =>
    (await call('POST', '/events', EVENT)).json<{ id: string }>().id

  it('are refused where no database could keep the text or the date, and told which', async () => {
    const zero = await call('POST', '/events', { ...EVENT, name: { ...EVENT.name, ru: 'а\0' } })
    expect(zero.json()).toMatchObject({
      type: '/problems/text-unreadable',
      status: 400,
      title: expect.stringContaining('body/name/ru'),
    })
    const early = { from: '-271821-04-20T00:00:00Z', to: EVENT.to }
    expect((await call('POST', '/events', { ...EVENT, ...early })).statusCode).toBe(400)
  })

  it('are said anew as a whole', async () => {
    const id = await add()
    const anew = { ...EVENT, kind: 'outage', to: '2026-12-10T19:00:00.000Z' }
    const answer = await call('PUT', `/events/${id}`, anew)
    expect([answer.statusCode, answer.json()]).toEqual([200, { id, ...anew }])
    const year = await call('GET', '/calendar?from=2026-01-01&to=2027-01-01')
    expect(year.json<{ events: object[] }>().events).toEqual([{ id, ...anew }])
  })

  it('do not end before they begin', async () => {
    const answer = await call('PUT', `/events/${await add()}`, { ...EVENT, to: EVENT.from })
    expect([answer.statusCode, answer.json()]).toMatchObject([
      422,
      { type: '/problems/interval-empty' },
    ])
  })

  it('are changed by a planner alone, and only where there is one', async () => {
    expect((await call('PUT', `/events/${await add()}`, EVENT, 'operator')).statusCode).toBe(403)
    expect((await call('PUT', `/events/${UNKNOWN}`, EVENT)).statusCode).toBe(404)
  })
})
