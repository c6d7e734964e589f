import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays } from '#forecasting/kernel/calendar.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import type { Scope } from '#server/platform/db/scope.ts'

import { callAs, resultOf } from '../../../../support/call.ts'
import { AFTER_HISTORY, historyCentre } from '../../../../support/history-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testDatabase } from '../../../../support/test-database.ts'

/** Two weeks before the end of the history, of which every open half-hour brings 10 contacts. */
const ORIGIN = addDays(AFTER_HISTORY, -14)

describe.each(DATABASES)('accuracy of forecasts, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let queueId = ''

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await historyCentre(connection, 10)
    service = await testApp(connection, scope)
    queueId = (await get('/queues')).json().queues[0].id
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('planner', () => service)
  const get = (url: string, role?: string | null) => call('GET', url, undefined, role)
  const post = (url: string, payload: object) => call('POST', url, payload)

  const done = async (response: Awaited<ReturnType<typeof post>>) =>
    resultOf(service, scope, response.json())

  const accuracy = async () =>
    (await get(`/forecast-accuracy?queueId=${queueId}`, 'supervisor')).json()

  it('has nothing to say before a forecast has come true', async () => {
    await done(await post('/forecasts', { weeks: 1 }))
    expect(await accuracy()).toMatchObject({
      versions: [],
      byLag: [],
      judgement: null,
      overrides: [],
      drift: { days: 0, isDrifting: false, recentBias: null },
    })
  })

  it('lays every version beside what came, by weeks ahead', async () => {
    const { forecastId } = await done(await post('/forecasts', { weeks: 4, fromDate: ORIGIN }))
    const { versions, byLag, drift } = await accuracy()
    expect(versions).toEqual([
      expect.objectContaining({ forecastId, version: 2, isUsed: false, counts: true }),
    ])
    expect(versions[0].byDay).toMatchObject({ stretches: 14, actual: 14 * 160, wapeNaive: 0 })
    expect(
      byLag.map((row: { weekAhead: number; step: string }) => [row.weekAhead, row.step]),
    ).toEqual([1, 2].flatMap((week) => ['interval', 'day', 'week'].map((step) => [week, step])))
    // 16 half-hours on 7 days; the forecast of an unchanging history is near, the band holds it.
    expect(byLag[0]).toMatchObject({ stretches: 112, actual: 1120, coverage80: 1 })
    expect(byLag[0].wapeEngine).toBeLessThan(0.03)
    expect(drift.days).toBe(14)
  })

  it('says whether a change by hand has lessened the error', async () => {
    const { versions } = await accuracy()
    const change = (from: number, to: number, value: number) =>
      post(`/forecasts/${versions[0].forecastId}/overrides`, {
        queueId,
        from: `${addDays(ORIGIN, from)}T00:00:00+05:00`,
        to: `${addDays(ORIGIN, to)}T00:00:00+05:00`,
        kind: 'set',
        value,
        reason: 'Letters to every household',
      })
    // 160 came: twice as many is worse than what the engine said, exactly as many is better.
    await change(0, 1, 320)
    await change(1, 2, 160)
    // Of this span nothing has come yet.
    await change(20, 21, 100)
    const told = await accuracy()
    expect(
      told.overrides.map(({ helped, actual }: { helped: boolean; actual: number }) => [
        helped,
        actual,
      ]),
    ).toEqual([
      [false, 160],
      [true, 160],
    ])
    // |320 − 160| + |160 − 160| over 320 that came.
    expect(told.judgement).toMatchObject({ stretches: 2, actual: 320 })
    expect(told.judgement.wapeFinal).toBeCloseTo(0.5, 6)
    expect(told.judgement.wapeEngine).toBeLessThan(0.03)
  })

  it('counts of one first day the version that was used', async () => {
    const used = (await accuracy()).versions[0]
    await done(await post('/requirements', { forecastId: used.forecastId }))
    await done(await post('/forecasts', { weeks: 4, fromDate: ORIGIN }))
    const { versions } = await accuracy()
    expect(
      versions.map(({ version, isUsed, counts }: Record<string, unknown>) => [
        version,
        isUsed,
        counts,
      ]),
    ).toEqual([
      [3, false, false],
      [2, true, true],
    ])
  })

  it('exports the table for a spreadsheet', async () => {
    const response = await get('/forecast-accuracy/file?format=csv', 'head')
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8')
    const [header, first] = response.body.replace('\uFEFF', '').split('\r\n')
    expect(header).toBe(
      'queue;week_ahead;step;stretches;actual;wape_engine;wape_final;wape_naive;bias_final;coverage80',
    )
    expect(first).toMatch(/^calls;1;interval;112;1120;/)
  })

  it('refuses strangers, unknown queues, and what is malformed', async () => {
    const url = '/forecast-accuracy?queueId='
    expect((await get(url + queueId, null)).statusCode).toBe(401)
    expect((await get(url + randomUUID())).json().type).toBe('/problems/queue-unknown')
    expect((await get(`${url}none`)).statusCode).toBe(400)
    expect((await get('/forecast-accuracy/file?format=pdf')).statusCode).toBe(400)
    expect((await get('/forecast-accuracy/file?format=csv', null)).statusCode).toBe(401)
  })
})
