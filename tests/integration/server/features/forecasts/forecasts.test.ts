import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDate } from '#forecasting/kernel/calendar.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { answerAs, resultOf } from '../../../../support/call.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

/** A Monday: eight weeks of history end the day before it. */
const ORIGIN = localDate('2026-06-01')
const WEEKS_OF_HISTORY = 8
/** Open 09:00–17:00. */
const OPEN_TIMES = [9, 10, 11, 12, 13, 14, 15, 16].flatMap((hour) => {
  const text = String(hour).padStart(2, '0')
  return [`${text}:00`, `${text}:30`]
})

/** Every open half-hour of every day brings 10 contacts, so that the forecast is known: 10. */
function history(): string {
  const lines = ['interval_start,queue,channel,offered,handled,aht_seconds,abandoned']
  for (let day = -7 * WEEKS_OF_HISTORY; day < 0; day++) {
    for (const time of OPEN_TIMES) {
      lines.push(`${addDays(ORIGIN, day)}T${time}:00+05:00,calls,voice,10,10,240,0`)
    }
  }
  return `${lines.join('\n')}\n`
}

describe.each(DATABASES)('forecasts and overrides, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let queueId = ''
  let forecastId = ''

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    service = await testApp(connection, scope)
    queueId = await addQueue()
    await importHistory()
    forecastId = (await done(await call('POST', '/forecasts', { weeks: 2 })))['forecastId'] ?? ''
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  async function addQueue(): Promise<string> {
    const open = [{ fromMinutes: 540, toMinutes: 1020 }]
    return inCenter(connection.db, scope, async (db) => {
      const { id } = await db
        .insertInto('queue')
        .values({
          center_id: scope.centerId,
          code: 'calls',
          name: JSON.stringify({ kk: 'Қоңыраулар', ru: 'Звонки', en: 'Calls' }),
          channel: 'voice',
          language: 'ru',
          opening_hours: JSON.stringify(Array.from({ length: 7 }, () => open)),
          shrinkage_planned: 0.1,
          shrinkage_unplanned: 0.05,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    })
  }

  async function importHistory(): Promise<void> {
    const edge = '--kezek-test'
    const head = 'content-disposition: form-data; name="file"; filename="h.csv"'
    const response = await service.app.inject({
      method: 'POST',
      url: '/api/v1/imports?kind=intervals',
      headers: { 'x-role': 'planner', 'content-type': 'multipart/form-data; boundary=kezek-test' },
      payload: `${edge}\r\n${head}\r\n\r\n${history()}\r\n${edge}--\r\n`,
    })
    expect(response.json()).toMatchObject({ stored: true })
  }

  const call = answerAs('planner', () => service)

  const done = async ({ body }: Awaited<ReturnType<typeof call>>) => resultOf(service, scope, body)

  const at = (hour: string, day = 0): string => `${addDays(ORIGIN, day)}T${hour}:00+05:00`
  const span = (from: string, to: string, queue = queueId): string =>
    `queueId=${queue}&from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`
  const points = async (from: string, to: string) =>
    (await call('GET', `/forecasts/${forecastId}/points?${span(from, to)}`)).body.points as {
      startsAt: string
      volume: number
      adjusted: number
      low: number
      high: number
    }[]
  const override = (part: object = {}): object => ({
    queueId,
    from: at('09:00'),
    to: at('12:00'),
    kind: 'scale',
    value: 2,
    reason: 'Letters to every household',
    ...part,
  })

  it('begins the day after the history, and says who made it and from what', async () => {
    const { body } = await call('GET', `/forecasts/${forecastId}`)
    expect(body).toMatchObject({
      version: 1,
      fromDate: ORIGIN,
      toDate: addDays(ORIGIN, 14),
      stale: false,
      madeBy: 'Test Planner',
    })
    expect(body.dataHash).toMatch(/^[0-9a-f]{16}$/)
    expect((await call('GET', '/forecasts', undefined, 'operator')).body.forecasts).toEqual([body])
  })

  it('expects of each open half-hour what each has brought', async () => {
    const day = await points(at('09:00'), at('17:00'))
    for (const { volume } of day) expect(volume).toBeCloseTo(10, 0)
  })

  it('refuses a horizon that is not 1–13 weeks, and a span that ends before it begins', async () => {
    for (const weeks of [0, 14]) {
      expect((await call('POST', '/forecasts', { weeks })).status).toBe(400)
    }
    const backwards = `/forecasts/${forecastId}/points?${span(at('12:00'), at('09:00'))}`
    expect((await call('GET', backwards)).body.type).toBe('/problems/interval-empty')
  })

  it.each([
    ['GET', '/forecasts'],
    ['POST', '/forecasts'],
    ['GET', `/forecasts/${randomUUID()}/overrides`],
  ] as const)('does not answer a stranger who asks %s %s', async (method, url) => {
    const payload = method === 'POST' ? { weeks: 1 } : undefined
    expect((await call(method, url, payload, null)).status).toBe(401)
  })

  it('lets a supervisor look, but neither forecast nor override', async () => {
    const refused = [
      await call('POST', '/forecasts', { weeks: 1 }, 'supervisor'),
      await call('POST', `/forecasts/${forecastId}/overrides`, override(), 'supervisor'),
    ]
    expect(refused.map(({ status }) => status)).toEqual([403, 403])
    const list = await call('GET', `/forecasts/${forecastId}/overrides`, undefined, 'supervisor')
    expect(list.body).toEqual({ overrides: [] })
  })

  it('does not know a forecast or an override of another id', async () => {
    const nobody = randomUUID()
    const answers = [
      await call('GET', `/forecasts/${nobody}`),
      await call('GET', `/forecasts/${nobody}/points?${span(at('09:00'), at('10:00'))}`),
      await call('POST', `/forecasts/${nobody}/overrides`, override()),
      await call('PATCH', `/forecasts/${forecastId}/overrides/${nobody}`, { active: false }),
      await call('POST', '/requirements', { forecastId: nobody }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  })

  it.each([
    ['without a reason', { reason: '  ' }, 400, 'invalid-request'],
    ['of an unknown queue', { queueId: randomUUID() }, 404, 'queue-unknown'],
    ['by a factor below zero', { value: -1 }, 422, 'override-negative'],
    ['after the forecast ends', { to: at('09:00', 15) }, 422, 'override-outside-forecast'],
    ['before it begins', { from: at('23:00', -1) }, 422, 'override-outside-forecast'],
  ] as const)('refuses an override %s', async (_, part, status, problem) => {
    const answer = await call('POST', `/forecasts/${forecastId}/overrides`, override(part))
    expect({ status: answer.status, type: answer.body.type }).toEqual({
      status,
      type: `/problems/${problem}`,
    })
  })

  it('overrides with author and reason, moves the band along, and makes the requirement stale until switched off', async () => {
    const order = { forecastId }
    const { requirementId } = await done(await call('POST', '/requirements', order))
    const staleBecause = async (): Promise<string[]> =>
      (await call('GET', `/requirements/${requirementId}`)).body.staleBecause
    const before = await points(at('09:00'), at('12:00'))
    expect(await staleBecause()).toEqual([])

    const added = await call('POST', `/forecasts/${forecastId}/overrides`, override())
    const [made] = added.body.overrides
    expect(made).toMatchObject({
      active: true,
      reason: 'Letters to every household',
      madeBy: 'Test Planner',
    })
    const after = await points(at('09:00'), at('12:00'))
    for (const [i, point] of after.entries()) {
      const was = before[i] ?? point
      expect(point.volume).toBe(was.volume)
      expect(point.adjusted).toBeCloseTo(2 * was.volume, 9)
      expect([point.low, point.high]).toEqual([2 * was.low, 2 * was.high])
    }
    expect(await staleBecause()).toEqual(['overrides'])

    const url = `/forecasts/${forecastId}/overrides/${made.id}`
    expect((await call('PATCH', url, { active: false })).body.overrides[0].active).toBe(false)
    expect(await points(at('09:00'), at('12:00'))).toEqual(before)
    expect(await staleBecause()).toEqual([])
  })

  it('makes a requirement stale when a target of a queue changes', async () => {
    const { body } = await call('GET', '/requirements')
    const [{ id }] = body.requirements
    const target = async (asaTargetSeconds: number | null) =>
      call('PATCH', `/queues/${queueId}`, { asaTargetSeconds })
    const staleBecause = async () => (await call('GET', `/requirements/${id}`)).body.staleBecause
    const { body: queues } = await call('GET', '/queues')
    await target(30)
    expect(await staleBecause()).toEqual(['settings'])
    await target(queues.queues[0].asaTargetSeconds)
    expect(await staleBecause()).toEqual([])
  })

  it('is stale while the calendar says something that it did not know', async () => {
    const event = {
      kind: 'campaign',
      name: { kk: 'Науқан', ru: 'Кампания', en: 'Campaign' },
      from: at('00:00', 3),
      to: at('00:00', 5),
      queueId: null,
    }
    const { body } = await call('POST', '/events', event)
    const stale = async () => (await call('GET', `/forecasts/${forecastId}`)).body.stale
    expect(await stale()).toBe(true)
    await call('DELETE', `/events/${body.id}`)
    expect(await stale()).toBe(false)
  })

  it('makes a next version, which overtakes what was made from the last', async () => {
    const { version } = await done(await call('POST', '/forecasts', { weeks: 1 }))
    expect(version).toBe(2)
    const { body } = await call('GET', '/requirements')
    expect(body.requirements[0].staleBecause).toEqual(['newer_forecast'])
  })

  it('does not forecast from long after the history ends', async () => {
    // Half a year is the limit: 26 weeks and a day are more.
    const order = { fromDate: addDays(ORIGIN, 26 * 7 + 1), weeks: 1 }
    const { body } = await call('POST', '/forecasts', order)
    const row = await service.jobs.waitFor(scope, body.id)
    expect(row.problem).toMatchObject({ type: '/problems/forecast-too-far' })
  })
})
