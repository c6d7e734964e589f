import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { addPeople } from '../../../../support/day-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

interface Page {
  readonly records: {
    id: number
    action: string
    entity: string
    at: string
    before: object
    after: object
  }[]
  readonly names: Readonly<Record<string, unknown>>
  readonly next: number | null
}

describe.each(DATABASES)('the audit record, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    service = await testApp(connection, scope)
    for (const asaTargetSeconds of [50, 51, 52, 53, 54]) {
      await service.app.inject({
        method: 'PATCH',
        url: '/api/v1/center',
        headers: { 'x-role': 'planner' },
        payload: { asaTargetSeconds },
      })
    }
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const read = async (query: string, role = 'head'): Promise<Page> => {
    const url = `/api/v1/audit${query}`
    return (await service.app.inject({ url, headers: { 'x-role': role } })).json()
  }

  it('says who, when, what, from what and to what, the newest first', async () => {
    const { records, next } = await read('?entity=center&action=update')
    expect(records).toHaveLength(5)
    expect(records[0]).toMatchObject({
      actorId: scope.actorId,
      actorName: 'Test Planner',
      entityId: scope.centerId,
      before: { asa_target_seconds: 53 },
      after: { asa_target_seconds: 54 },
    })
    expect(next).toBeNull()
  })

  it('is read page by page, each record once', async () => {
    const seen: number[] = []
    let query = '?limit=2'
    for (let page = 0; page < 10; page++) {
      const { records, next } = await read(query)
      seen.push(...records.map(({ id }) => id))
      if (next === null) break
      query = `?limit=2&cursor=${next}`
    }
    const whole = (await read('?limit=200')).records.map(({ id }) => id)
    expect(seen).toEqual(whole)
    expect(seen).toEqual(seen.toSorted((a, b) => b - a))
  })

  it('is narrowed by actor and by a half-open span of time', async () => {
    const { records } = await read(`?actorId=${scope.actorId}`)
    expect(records).toHaveLength(5)
    const [latest, , third] = records
    const span = `from=${third?.at}&to=${latest?.at}`
    const within = (await read(`?actorId=${scope.actorId}&${span}`)).records
    expect(within.map(({ id }) => id)).toEqual(records.slice(1, 3).map(({ id }) => id))
    expect((await read('?actorId=nobody')).records).toEqual([])
  })

  it('is shown to a head and an admin alone', async () => {
    expect(await read('', 'planner')).toMatchObject({ status: 403 })
    expect((await read('', 'admin')).records.length).toBeGreaterThan(0)
    const { statusCode } = await service.app.inject({ url: '/api/v1/audit' })
    expect(statusCode).toBe(401)
  })

  it.each([
    "update audit_record set actor_name = 'x'",
    'delete from audit_record',
    'truncate audit_record',
    "insert into audit_record (center_id, actor_id, actor_name, action, entity, entity_id) values (current_center(), 'x', 'x', 'insert', 'x', 'x')",
  ])('cannot be written by a request: %s', async (statement) => {
    const attempt = inCenter(connection.db, scope, (db) => sql.raw(statement).execute(db))
    await expect(attempt).rejects.toThrow(/permission denied/)
  })

  it('names the person whom a change concerns, in whatever table it was, and is narrowed to them', async () => {
    const [person] = await addPeople(connection, scope, 2)
    if (person === undefined) throw new Error('nobody was added')
    await inCenter(connection.db, scope, async (db) => {
      await db
        .insertInto('absence')
        .values({
          center_id: scope.centerId,
          operator_id: person,
          kind: 'annual',
          from_date: '2026-12-01',
          to_date: '2026-12-14',
        })
        .execute()
      await db.updateTable('absence').set({ to_date: '2026-12-20' }).execute()
    })
    const { records, names } = await read(`?operatorId=${person}`)
    expect(records.map(({ entity, action }) => `${entity} ${action}`)).toEqual([
      'absence update',
      'absence insert',
      'operator insert',
    ])
    expect(names[person]).toBe('Person 1')
    const choices = (
      await service.app.inject({ url: '/api/v1/audit/choices', headers: { 'x-role': 'admin' } })
    ).json<{ people: object[] }>()
    expect(choices.people).toContainEqual({ id: person, name: 'Person 1, 1001' })
  })

  it('names whom and what it can be narrowed to', async () => {
    const get = (role: string) =>
      service.app.inject({ url: '/api/v1/audit/choices', headers: { 'x-role': role } })
    const choices = (await get('head')).json<{ actors: object[]; entities: string[] }>()
    expect(choices.actors).toContainEqual({ id: scope.actorId, name: 'Test Planner' })
    expect(choices.entities).toContain('center')
    expect((await get('planner')).statusCode).toBe(403)
  })
})
