import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { answerAs, resultOf } from '../../../../support/call.ts'
import { addPeople } from '../../../../support/day-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const NOWHERE = '00000000-0000-4000-8000-000000000000'
const NAME = { kk: 'Дауыс', ru: 'Голос', en: 'Voice' }
const ALWAYS = Array.from({ length: 7 }, () => [{ fromMinutes: 0, toMinutes: 1440 }])
/** A Monday, 09:00 in Almaty. */
const START = Date.parse('2026-12-07T04:00:00Z')
const HALF_HOUR_MS = 1_800_000

describe.each(DATABASES)('what a requirement is asked for, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let forecastId = ''
  const queueIds: QueueId[] = []

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    service = await testApp(connection, scope)
    await addPeople(connection, scope, 5)
    for (const code of ['kk', 'ru']) {
      const order = {
        code,
        name: NAME,
        channel: 'voice',
        openingHours: ALWAYS,
        asaTargetSeconds: 60,
        abandonShareTarget: 0.1,
        patienceSeconds: 240,
      }
      const { body } = await call('POST', '/queues', order, 'admin')
      queueIds.push(body.id)
    }
    forecastId = await storeForecast()
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = answerAs('planner', () => service)

  const run = async (url: string, payload: object) =>
    resultOf(service, scope, (await call('POST', url, payload)).body)

  /** Sixty calls a half-hour, give or take a fifth at the tenth and the ninetieth percent. */
  async function storeForecast(): Promise<string> {
    return inCenter(connection.db, scope, async (db) => {
      const own = { center_id: scope.centerId }
      const { id } = await db
        .insertInto('forecast')
        .values({
          ...own,
          version: 1,
          from_date: '2026-12-07',
          to_date: '2026-12-08',
          data_hash: '0',
          engine_version: 'test',
          settings: '{"outliers":{}}',
          status: 'draft',
          seed: 1,
          accuracy: '[]',
          made_by: 'Test',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('forecast_point')
        .values(
          queueIds.flatMap((queueId) =>
            Array.from({ length: 4 }, (_, at) => ({
              ...own,
              forecast_id: id,
              queue_id: queueId,
              starts_at: new Date(START + at * HALF_HOUR_MS),
              volume: 60,
              quantiles: [38, 42, 48, 54, 60, 66, 72, 78, 82],
              aht_seconds: 300,
            })),
          ),
        )
        .execute()
      return id
    })
  }

  /** Two hours of history in which every fifth call was lost. */
  async function storeHistory(): Promise<void> {
    await inCenter(connection.db, scope, async (db) => {
      const own = { center_id: scope.centerId }
      await db
        .insertInto('history_import')
        .values({
          ...own,
          layer: 1,
          kind: 'intervals',
          template: 'kezek',
          file_name: 'test.csv',
          sha256: '0',
          rows_read: 4,
          rows_stored: 4,
          rows_refused: 0,
          report: '{}',
          imported_by: 'Test',
        })
        .execute()
      await db
        .insertInto('interval_history')
        .values(
          Array.from({ length: 4 }, (_, at) => ({
            ...own,
            queue_id: queueIds[0] as QueueId,
            starts_at: new Date(START - (20 - at) * HALF_HOUR_MS),
            layer: 1,
            interval_seconds: 1800,
            offered: 100,
            handled: 80,
            abandoned: 20,
          })),
        )
        .execute()
    })
  }

  async function points(requirementId: string, queueId = queueIds[0]) {
    const span = `from=${new Date(START).toISOString()}&to=${new Date(START + 4 * HALF_HOUR_MS).toISOString()}`
    const url = `/requirements/${requirementId}/points?queueId=${queueId}&${span}`
    return (await call('GET', url)).body.points
  }

  it('gives the agents that the doubt of the forecast asks for, and says so', async () => {
    const plain = await run('/requirements', { forecastId })
    const sure = await run('/requirements', { forecastId, confidence: 0.9 })
    const [expected, doubtful] = [
      await points(plain['requirementId'] ?? ''),
      await points(sure['requirementId'] ?? ''),
    ]
    expect(doubtful[2].agents).toBe(expected[2].agents90)
    expect(doubtful[2].agents).toBeGreaterThan(expected[2].agents)
    const { body } = await call('GET', `/requirements/${sure['requirementId']}`)
    // What is asked of one version does not make it stale: the queues' settings are what they were.
    expect(body).toMatchObject({ confidence: 0.9, firstTries: null })
    expect(body.staleBecause).not.toContain('settings')
    const place = `queueId=${queueIds[0]}&at=${new Date(START).toISOString()}`
    const why = await call('GET', `/requirements/${sure['requirementId']}/explanation?${place}`)
    expect(why.body).toMatchObject({ confidence: 0.9, firstTries: null })
  })

  it('takes the confidence of a queue where none is asked for', async () => {
    const change = { staffingConfidence: 0.75 }
    const { body } = await call('PATCH', `/queues/${queueIds[1]}`, change, 'admin')
    expect(body.staffingConfidence).toBe(0.75)
    const { requirementId = '' } = await run('/requirements', { forecastId })
    const [, , own] = await points(requirementId, queueIds[1])
    expect(own.agents).toBe(own.agents75)
    const refused = { staffingConfidence: 0.8 }
    expect((await call('PATCH', `/queues/${queueIds[1]}`, refused, 'admin')).status).toBe(400)
  })

  it('plans for first tries once a queue says who tries again', async () => {
    const order = { forecastId, firstTries: true }
    expect(await call('POST', '/requirements', order)).toMatchObject({
      status: 422,
      body: { type: '/problems/redials-unknown' },
    })
    await call('PATCH', `/queues/${queueIds[0]}`, { redialShare: 0.5, redialSeconds: 300 }, 'admin')
    await storeHistory()
    const { requirementId = '' } = await run('/requirements', order)
    const { firstTries } = (await call('GET', `/requirements/${requirementId}`)).body
    expect(Object.keys(firstTries)).toEqual(['kk'])
    // Ten of a hundred offered are redials in the long run; the first interval has had fewer.
    expect(firstTries.kk.share).toBeGreaterThan(0.9)
    expect(firstTries.kk.share).toBeLessThan(0.94)
    const [, , planned] = await points(requirementId)
    // First tries, and half of the few that are lost once more.
    expect(planned.contacts).toBeGreaterThanOrEqual(60 * firstTries.kk.share)
    expect(planned.contacts).toBeLessThan(60 * firstTries.kk.share * 1.05)
    const [, , other] = await points(requirementId, queueIds[1])
    expect(other.contacts).toBe(60)
  })

  it('sizes the groups of an interval beside what the queues need alone', async () => {
    const { requirementId = '' } = await run('/requirements', { forecastId, confidence: 0.5 })
    const at = new Date(START + 2 * HALF_HOUR_MS + 60_000).toISOString()
    const url = `/requirements/${requirementId}/groups`
    expect((await call('GET', `${url}?at=${at}`)).body).toEqual({ requirement: null })
    await run(url, { at })
    const { requirement } = (await call('GET', `${url}?at=${at}`)).body
    expect(requirement.startsAt).toBe(new Date(START + 2 * HALF_HOUR_MS).toISOString())
    const [first, second] = [await points(requirementId), await points(requirementId, queueIds[1])]
    expect(requirement.dedicatedAgents).toBe(first[2].agents + second[2].agents)
    expect(requirement.agents).toBeLessThanOrEqual(requirement.dedicatedAgents)
    // Queues without needs are open to all five people of the centre.
    const shared = requirement.groups.find(
      ({ queueIds: own }: { queueIds: string[] }) => own.length === 2,
    )
    expect(shared.people).toBe(5)
    for (const { abandonShare, asaSeconds } of requirement.queues) {
      expect(abandonShare).toBeLessThanOrEqual(0.1)
      expect(asaSeconds).toBeLessThanOrEqual(60)
    }
  })

  it('refuses groups of an hour without contacts, of no requirement, and for those who may not', async () => {
    const { requirementId = '' } = await run('/requirements', { forecastId })
    const url = `/requirements/${requirementId}/groups`
    const night = { at: new Date(START - 100 * HALF_HOUR_MS).toISOString() }
    const { body } = await call('POST', url, night)
    const row = await service.jobs.waitFor(scope, body.id)
    expect(row).toMatchObject({
      status: 'failed',
      problem: { type: '/problems/interval-needs-nobody' },
    })
    const at = new Date(START).toISOString()
    expect((await call('POST', `/requirements/${NOWHERE}/groups`, { at })).status).toBe(404)
    expect((await call('POST', url, {})).status).toBe(400)
    expect((await call('POST', url, { at }, 'supervisor')).status).toBe(403)
    expect((await call('GET', `${url}?at=${at}`, undefined, null)).status).toBe(401)
    expect((await call('GET', `${url}?at=${at}`, undefined, 'supervisor')).status).toBe(200)
  })
})
