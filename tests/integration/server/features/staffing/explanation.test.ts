import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { EpochMs, QueueId } from '#forecasting/kernel/units.ts'
import { type QueueSettings, requireStaff } from '#forecasting/staffing/require-staff.ts'
import {
  insertRequirement,
  insertRequirementPoints,
} from '#server/features/staffing/staffing.queries.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const START = '2026-06-01T04:00:00.000Z'
const START_MS = Date.parse(START) as EpochMs
const SETTINGS: QueueSettings = {
  intervalSeconds: 1800,
  targets: { asaSeconds: 60, maxOccupancy: 0.85 },
  concurrency: 1,
  shrinkagePlanned: 0.1,
  shrinkageUnplanned: 0.05,
  band: { lowerSeconds: 40, upperSeconds: 60 },
}

describe.each(DATABASES)('the explanation of a requirement, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let queueId: QueueId
  let requirementId = ''

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    service = await testApp(connection, scope)
    await inCenter(connection.db, scope, async (db) => {
      const { centerId } = scope
      const queue = await db
        .insertInto('queue')
        .values({
          center_id: centerId,
          code: 'calls',
          name: JSON.stringify({ kk: 'Қоңыраулар', ru: 'Звонки', en: 'Calls' }),
          channel: 'voice',
          language: 'ru',
          opening_hours: '[[],[],[],[],[],[],[]]',
          shrinkage_planned: 0.1,
          shrinkage_unplanned: 0.05,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      queueId = queue.id
      const forecast = await db
        .insertInto('forecast')
        .values({
          center_id: centerId,
          version: 1,
          from_date: '2026-06-01',
          to_date: '2026-06-02',
          data_hash: '0',
          engine_version: 'test',
          settings: '{}',
          status: 'draft',
          seed: 1,
          accuracy: '[]',
          made_by: 'Test',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      const requirement = await insertRequirement(db, {
        centerId,
        forecastId: forecast.id,
        overrideIds: [],
        engineVersion: 'test',
        dataHash: '0',
        settings: { calls: SETTINGS },
        madeBy: 'Test',
      })
      requirementId = requirement.id
      const intervals = [
        { startMs: START_MS, contacts: 10, handleSeconds: 240, isOpen: true, volumeCv: 0.2 },
        {
          startMs: (START_MS + 1_800_000) as EpochMs,
          contacts: 0,
          handleSeconds: null,
          isOpen: false,
        },
      ]
      const rows = requireStaff(intervals, SETTINGS).map((row, t) => ({
        ...row,
        contacts: intervals[t]?.contacts ?? 0,
        ahtSeconds: intervals[t]?.handleSeconds ?? null,
      }))
      await insertRequirementPoints(db, { centerId, requirementId, queueId }, rows)
    })
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  async function explain(
    query: Record<string, string>,
    { id = requirementId, role = 'operator' as string | null } = {},
  ) {
    const response = await service.app.inject({
      method: 'GET',
      url: `/api/v1/requirements/${id}/explanation`,
      query,
      headers: role === null ? {} : { 'x-role': role },
    })
    return { status: response.statusCode, body: response.json() }
  }

  // 10 × 240 / 1800 = 4/3 Erlangs. By hand: 1/B(2) = 1 + 1.5 (1 + 0.75) = 3.625, so that C = 8/15 and
  // the wait 8/15 · 240 / (2/3) = 192 s; 1/B(3) = 9.15625 gives 26.03 s. The cap alone: 4/3 / 0.85.
  it('tells what each target needs, and what one agent fewer would do', async () => {
    const { status, body } = await explain({ queueId, at: START })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      startsAt: START,
      agents: 3,
      binding: 'asa',
      band: 'below_band_unavoidable',
      model: 'erlang_c',
      agentsByTarget: [
        { target: 'asa', agents: 3 },
        { target: 'max_occupancy', agents: 2 },
      ],
      shrinkagePlanned: 0.1,
    })
    expect(body.offeredErlangs).toBeCloseTo(4 / 3, 12)
    const [fewer, own, more] = body.outcomes
    expect(fewer).toMatchObject({ agents: 2, missed: 'asa' })
    expect(fewer.asaSeconds).toBeCloseTo(192, 9)
    expect(fewer.occupancy).toBeCloseTo(2 / 3, 12)
    expect(own).toMatchObject({ agents: 3, missed: null })
    expect(own.asaSeconds).toBeCloseTo(26.03, 2)
    expect(more.asaSeconds).toBeLessThan(own.asaSeconds)
  })

  it('knows the interval of any instant in it, and says that nobody is needed when closed', async () => {
    const inside = await explain({ queueId, at: '2026-06-01T09:29:59+05:00' })
    expect(inside.body.startsAt).toBe(START)
    const closed = await explain({ queueId, at: '2026-06-01T09:30:00+05:00' })
    expect(closed.body).toMatchObject({ agents: 0, model: null, outcomes: [] })
  })

  it('keeps the load that was staffed to, the doubt, and what the promise was of', async () => {
    const headers = { 'x-role': 'planner' }
    const url = `/api/v1/requirements/${requirementId}`
    const query = { queueId, from: START, to: '2026-06-01T05:00:00Z' }
    const answer = await service.app.inject({ method: 'GET', url: `${url}/points`, query, headers })
    const [open, closed] = answer.json().points
    expect(open.contactsInHand).toBeCloseTo(4 / 3, 9)
    // Three agents stand for all levels that the forecast leaves open.
    expect(open).toMatchObject({ agents50: 3 })
    expect(open.agents90).toBeGreaterThanOrEqual(open.agents75)
    expect(open.asaChance).toBeGreaterThan(0.5)
    expect(closed).toMatchObject({ contactsInHand: null, agents50: null, asaChance: null })
    const requirement = await service.app.inject({ method: 'GET', url, headers })
    expect(requirement.json()).toMatchObject({ goal: 'interval', agentHours: null })
  })

  it('refuses what is malformed, unsigned or unknown', async () => {
    expect((await explain({ queueId })).status).toBe(400)
    expect((await explain({ queueId, at: 'noon' })).status).toBe(400)
    expect((await explain({ queueId, at: START }, { role: null })).status).toBe(401)
    const unknown = await explain({ queueId, at: START }, { id: randomUUID() })
    expect(unknown).toMatchObject({ status: 404, body: { type: '/problems/requirement-unknown' } })
    const noQueue = await explain({ queueId: randomUUID(), at: START })
    expect(noQueue).toMatchObject({ status: 404, body: { type: '/problems/record-unknown' } })
    expect((await explain({ queueId, at: '2026-06-01T05:00:00Z' })).status).toBe(404)
    expect((await explain({ queueId, at: '2026-05-31T00:00:00Z' })).status).toBe(404)
  })
})
