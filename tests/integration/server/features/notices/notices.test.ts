import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connection } from '#server/platform/db/connection.ts'
import type { Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { addUsers } from '../../../../support/own-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const TEXT = { kk: 'А', ru: 'Б', en: 'C' }
const BODY = { title: TEXT, body: TEXT, officialSource: 'adilet.zan.kz, Закон № 239-VIII' }

describe.each(DATABASES)('notices, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    service = await testApp(connection, scope)
    await addUsers(connection, scope, [
      { id: scope.actorId, name: 'Б', roles: 'operator' },
      { id: randomUUID(), name: 'А', roles: 'operator' },
    ])
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('hr', () => service)
  const first = async () => (await call('GET', '/notices', undefined, 'operator')).json().notices[0]

  it('reach everybody at once, and are read by nobody yet', async () => {
    const answer = await call('POST', '/notices', BODY)
    expect(answer.statusCode).toBe(201)
    expect(await first()).toMatchObject({
      ...BODY,
      version: 1,
      readVersion: null,
      readers: 0,
      audience: 2,
    })
  })

  it('are refused without an official source, and from an operator', async () => {
    expect((await call('POST', '/notices', { ...BODY, officialSource: '' })).statusCode).toBe(400)
    expect((await call('POST', '/notices', BODY, 'operator')).statusCode).toBe(403)
    expect((await call('GET', '/notices/x/receipts', undefined, 'operator')).statusCode).toBe(403)
  })

  it('are confirmed by each reader, and again after a change', async () => {
    const { id } = await first()
    await call('POST', `/notices/${id}/receipt`, undefined, 'operator')
    expect(await first()).toMatchObject({ readVersion: 1, readers: 1 })
    const { receipts } = (await call('GET', `/notices/${id}/receipts`)).json()
    // Those who have not read it come first.
    expect(receipts).toMatchObject([
      { name: 'А', version: null },
      { name: 'Б', version: 1 },
    ])
    await call('PUT', `/notices/${id}`, { ...BODY, title: { ...TEXT, ru: 'Иначе' } })
    expect(await first()).toMatchObject({ version: 2, readVersion: 1, readers: 0 })
    await call('POST', `/notices/${id}/receipt`, undefined, 'operator')
    expect(await first()).toMatchObject({ readVersion: 2, readers: 1 })
  })

  it('are neither changed nor confirmed once withdrawn', async () => {
    const { id } = await first()
    expect((await call('POST', `/notices/${id}/withdrawal`)).json().notices[0].withdrawnAt).toEqual(
      expect.any(String),
    )
    for (const [method, url, body] of [
      ['PUT', `/notices/${id}`, BODY],
      ['POST', `/notices/${id}/receipt`, undefined],
      ['POST', `/notices/${id}/withdrawal`, undefined],
    ] as const) {
      expect((await call(method, url, body)).statusCode).toBe(404)
    }
  })
})
