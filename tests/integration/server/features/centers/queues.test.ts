import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const NAME = { kk: 'Қазақша дауыс', ru: 'Голос, казахский', en: 'Voice, Kazakh' }
const CLOSED: object[] = []
const OPENING = [{ fromMinutes: 480, toMinutes: 1200 }]
const ORDER = {
  code: 'voice-kk',
  name: NAME,
  channel: 'voice',
  language: 'kk',
  openingHours: [OPENING, OPENING, OPENING, OPENING, OPENING, CLOSED, CLOSED],
}

describe.each(DATABASES)('the queues of an empty centre, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    service = await testApp(connection, scope)
    await inCenter(connection.db, scope, (db) =>
      db
        .insertInto('competence')
        .values({
          center_id: scope.centerId,
          code: 'kk',
          kind: 'language',
          name: JSON.stringify(NAME),
          paragraph: null,
        })
        .execute(),
    )
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('planner', () => service)
  const codes = async (query = ''): Promise<string[]> =>
    (await call('GET', `/queues${query}`))
      .json<{ queues: { code: string }[] }>()
      .queues.map(({ code }) => code)

  it('can ask for what the centre knows', async () => {
    expect((await call('GET', '/competences', undefined, 'operator')).json()).toEqual({
      competences: [
        {
          code: 'kk',
          kind: 'language',
          name: NAME,
          paragraph: null,
          anchors: [],
          archived: false,
        },
      ],
    })
  })

  it("begin with the centre's own promises", async () => {
    const answer = await call('POST', '/queues', {
      ...ORDER,
      competences: [{ code: 'kk', minLevel: 3 }],
    })
    expect(answer.statusCode).toBe(201)
    // The defaults of a centre's row: 60 s, 12 % planned, 6 % unplanned.
    expect(answer.json()).toMatchObject({
      ...ORDER,
      asaTargetSeconds: 60,
      shrinkagePlanned: 0.12,
      shrinkageUnplanned: 0.06,
      maxOccupancy: null,
      competences: [{ code: 'kk', minLevel: 3 }],
      archivedAt: null,
    })
  })

  it('promise no answer in seconds to a letter', async () => {
    const letter = { ...ORDER, code: 'mail', channel: 'email', deadlineSeconds: 86_400 }
    expect((await call('POST', '/queues', letter)).json()).toMatchObject({
      asaTargetSeconds: null,
      deadlineSeconds: 86_400,
    })
    expect(await codes()).toEqual(['voice-kk', 'mail'])
  })

  it.each([
    [{ ...ORDER }, 409, 'name-taken'],
    [{ ...ORDER, code: 'x', channel: 'pigeon' }, 400, 'invalid-request'],
    [{ ...ORDER, code: 'x', openingHours: [OPENING] }, 400, 'invalid-request'],
    [{ ...ORDER, code: '', channel: 'voice' }, 400, 'invalid-request'],
    [
      { ...ORDER, code: 'x', competences: [{ code: 'en', minLevel: 1 }] },
      422,
      'competence-unknown',
    ],
  ])('are refused when the order does not fit: %#', async (order, status, code) => {
    expect((await call('POST', '/queues', order)).json()).toMatchObject({
      status,
      type: `/problems/${code}`,
    })
  })

  it('are made by a planner alone', async () => {
    expect((await call('POST', '/queues', { ...ORDER, code: 'x' }, 'operator')).statusCode).toBe(
      403,
    )
  })

  it('leave the list when archived, and come back', async () => {
    const { queues } = (await call('GET', '/queues')).json<{ queues: { id: string }[] }>()
    const url = `/queues/${queues[0]?.id}`
    const archived = (await call('PATCH', url, { archived: true })).json()
    expect(archived.archivedAt).toEqual(expect.any(String))
    expect(await codes()).toEqual(['mail'])
    expect(await codes('?archived=true')).toEqual(['voice-kk', 'mail'])
    await call('PATCH', url, { archived: false })
    expect(await codes()).toEqual(['voice-kk', 'mail'])
  })

  it('change their name and what they ask of people', async () => {
    const { queues } = (await call('GET', '/queues')).json<{ queues: { id: string }[] }>()
    const url = `/queues/${queues[1]?.id}`
    const change = { name: { ...NAME, en: 'Letters' }, competences: [{ code: 'kk', minLevel: 2 }] }
    expect((await call('PATCH', url, change)).json()).toMatchObject(change)
    expect((await call('PATCH', url, { competences: [] })).json()).toMatchObject({
      competences: [],
    })
  })

  it('keep how fast operators are with several conversations, as long as it never falls', async () => {
    const { queues } = (await call('GET', '/queues')).json<{ queues: { id: string }[] }>()
    const url = `/queues/${queues[0]?.id}`
    const change = { concurrency: 3, chatSpeeds: [1, 1.7, 2.1] }
    expect((await call('PATCH', url, change)).json()).toMatchObject(change)
    for (const chatSpeeds of [[1, 1.7, 1.5], [1.2], [1, 2, 2, 2, 3, 2.9]]) {
      const refused = await call('PATCH', url, { chatSpeeds })
      expect(refused.statusCode).toBe(422)
      expect(refused.json().type).toBe('/problems/chat-speeds-fall')
    }
    expect((await call('PATCH', url, { chatSpeeds: [] })).statusCode).toBe(400)
    expect((await call('PATCH', url, { chatSpeeds: null })).json().chatSpeeds).toBeNull()
  })
})
