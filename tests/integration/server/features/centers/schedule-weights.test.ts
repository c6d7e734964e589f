import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connection } from '#server/platform/db/connection.ts'
import type { Scope } from '#server/platform/db/scope.ts'

import { SCHEDULE_WEIGHTS } from '../../../../../fixtures/rules/schedule-weights.ts'
import { answerAs } from '../../../../support/call.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const { pay: _, ...USUAL } = SCHEDULE_WEIGHTS

describe.each(DATABASES)('/schedule-weights, on %s', (name) => {
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

  const call = answerAs('planner', () => service)
  const change = (part: object, role?: string | null) =>
    call('PUT', '/schedule-weights', { ...USUAL, ...part }, role)

  it('begin as every centre does', async () => {
    expect((await call('GET', '/schedule-weights', undefined, 'head')).body).toEqual({
      weights: USUAL,
      usual: USUAL,
    })
  })

  it('are changed within bounds, and taken back', async () => {
    const { status, body } = await change({ underCrit: 8, critShare: 0.7 })
    expect(status).toBe(200)
    expect(body).toEqual({ weights: { ...USUAL, underCrit: 8, critShare: 0.7 }, usual: USUAL })
    expect((await change({ underCrit: 51 })).status).toBe(400)
    expect((await change({ pay: 2 })).status).toBe(400)
    expect((await change({})).body.weights).toEqual(USUAL)
  })

  it('keep a grave shortage at least as dear as a small one', async () => {
    expect((await change({ underCrit: 3, underRest: 3 })).status).toBe(200)
    const { status, body } = await change({ underCrit: 3, underRest: 3.5 })
    expect([status, body.type]).toEqual([422, '/problems/schedule-weights-disordered'])
    await change({})
  })

  it('are the planners’ to change', async () => {
    expect((await change({}, null)).status).toBe(401)
    expect((await change({}, 'supervisor')).status).toBe(403)
    expect((await call('GET', '/schedule-weights', undefined, 'operator')).status).toBe(403)
  })
})
