import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays } from '#forecasting/kernel/calendar.ts'
import { withdrawLayer } from '#server/features/imports/history-layer.service.ts'
import { importFile } from '#server/features/imports/imports.service.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { answerAs, resultOf } from '../../../../support/call.ts'
import { AFTER_HISTORY, historyCentre } from '../../../../support/history-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

/** Sixteen half-hours of 10 contacts. */
const DAY_CONTACTS = 160

describe.each(DATABASES)('why a forecast says what it says, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let queueId = ''
  let older = ''
  let newer = ''

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await historyCentre(connection, 10)
    service = await testApp(connection, scope)
    queueId = (await get('/queues')).body.queues[0].id
    older = await forecast({ weeks: 3, fromDate: addDays(AFTER_HISTORY, -7) })
    newer = await forecast({ weeks: 2 })
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = answerAs('planner', () => service)
  const get = (url: string, role?: string | null) => call('GET', url, undefined, role)

  async function forecast(payload: object): Promise<string> {
    const { body } = await call('POST', '/forecasts', payload)
    return (await resultOf(service, scope, body))['forecastId'] ?? ''
  }

  const explain = (id: string, role: string | null = 'planner', queue = queueId) =>
    get(`/forecasts/${id}/explanation?queueId=${queue}`, role)

  it('tells every day in contacts that add up to it', async () => {
    const { status, body } = await explain(newer, 'operator')
    expect(status).toBe(200)
    expect(body.days).toHaveLength(14)
    for (const { volume, parts } of body.days) {
      // The history is the same every day: so is what is expected.
      expect(volume).toBeGreaterThan(DAY_CONTACTS - 3)
      expect(volume).toBeLessThan(DAY_CONTACTS + 3)
      const steps = parts.steps.reduce(
        (sum: number, { contacts }: { contacts: number }) => sum + contacts,
        0,
      )
      expect(parts.base + steps + parts.rest).toBeCloseTo(volume, 6)
    }
  })

  it('says which members carried it and which history they saw', async () => {
    const { body } = await explain(newer)
    const shares = Object.values<number>(body.members)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
    expect(body.history).toEqual({
      from: `${addDays(AFTER_HISTORY, -70)}T04:00:00.000Z`,
      to: `${addDays(AFTER_HISTORY, -1)}T12:00:00.000Z`,
      contacts: 70 * DAY_CONTACTS,
    })
    expect(body.shift).toBeNull()
  })

  it('says what has moved it since the version before', async () => {
    expect((await explain(older)).body.before).toBeNull()
    const { body } = await explain(newer)
    expect(body.before).toMatchObject({
      forecastId: older,
      version: 1,
      because: ['history'],
      added: { days: 7, came: 7 * DAY_CONTACTS },
    })
    const [day] = body.days
    const steps = day.moved.steps.reduce(
      (sum: number, { contacts }: { contacts: number }) => sum + contacts,
      0,
    )
    expect(day.moved.from + steps + day.moved.rest).toBeCloseTo(day.volume, 6)
  })

  it('shows what came where it is known', async () => {
    const { body } = await explain(older)
    expect(body.days.slice(0, 8).map(({ actual }: { actual: number | null }) => actual)).toEqual([
      ...Array.from({ length: 7 }, () => DAY_CONTACTS),
      null,
    ])
  })

  it('moves the day with what a planner has changed by hand', async () => {
    const from = `${AFTER_HISTORY}T00:00:00+05:00`
    const to = `${addDays(AFTER_HISTORY, 1)}T00:00:00+05:00`
    await service.app.inject({
      method: 'POST',
      url: `/api/v1/forecasts/${newer}/overrides`,
      headers: { 'x-role': 'planner' },
      payload: { queueId, from, to, kind: 'set', value: 320, reason: 'Twice as many letters' },
    })
    const [day] = (await explain(newer)).body.days
    expect(day.adjusted).toBeCloseTo(320, 6)
    expect(day.volume).toBeLessThan(DAY_CONTACTS + 3)
    expect(day.low).toBeLessThan(320)
    expect(day.high).toBeGreaterThan(320)
  })

  it('refuses strangers, unknown forecasts and queues, and what is malformed', async () => {
    expect((await explain(newer, null)).status).toBe(401)
    expect((await explain(randomUUID())).body.type).toBe('/problems/forecast-unknown')
    expect((await explain(newer, 'planner', randomUUID())).body.type).toBe(
      '/problems/explanation-missing',
    )
    expect((await explain(newer, 'planner', 'none')).status).toBe(400)
  })

  it('tells each day by language, once an import has told it, and no more when that is withdrawn', async () => {
    const shares = (role: string | null = 'operator', id = newer, queue = queueId) =>
      get(`/forecasts/${id}/shares?queueId=${queue}`, role)
    expect((await shares()).body.language).toMatchObject({ kind: 'not_told', days: [] })
    const layerId = await importLanguages()
    const { status, body } = await shares()
    expect(status).toBe(200)
    expect(body.topic.kind).toBe('not_told')
    expect(body.language).toMatchObject({ kind: 'estimated', toldShare: 1, names: ['kk', 'ru'] })
    expect(body.language.learnedFrom).toEqual({
      from: addDays(AFTER_HISTORY, -28),
      to: addDays(AFTER_HISTORY, -1),
      days: 28,
    })
    // Every day has 96 of 160 in Kazakh; the first was set to 320 by hand.
    const [first, second] = body.language.days
    expect(first.parts[0].contacts.mean).toBeCloseTo(0.6 * 320, 6)
    expect(second.parts[0].share.mean).toBeCloseTo(0.6, 9)
    expect(second.parts[0].share.low95).toBeLessThan(second.parts[0].share.low)
    expect(second.parts[0].share.low).toBeLessThan(0.6)
    expect((await shares(null)).status).toBe(401)
    expect((await shares('planner', randomUUID())).body.type).toBe('/problems/forecast-unknown')
    expect((await shares('planner', newer, randomUUID())).body.type).toBe('/problems/queue-unknown')
    await inCenter(connection.db, scope, (db) => withdrawLayer(db, layerId, 'planner'))
    expect((await shares()).body.language.kind).toBe('not_told')
  })

  /** Four weeks of the same days, six tenths of them in Kazakh. */
  async function importLanguages(): Promise<string> {
    const lines = Array.from({ length: 28 * 16 }, (_, at) => {
      const day = addDays(AFTER_HISTORY, Math.floor(at / 16) - 28)
      const half = 18 + (at % 16)
      const hour = String(Math.floor(half / 2)).padStart(2, '0')
      const start = `${day}T${hour}:${half % 2 === 0 ? '00' : '30'}:00+05:00,calls,voice`
      return `${start},6,kk\n${start},4,ru`
    })
    const file = `interval_start,queue,channel,offered,language\n${lines.join('\n')}\n`
    const { layer } = await importFile(connection.db, scope, Readable.from([Buffer.from(file)]), {
      kind: 'intervals',
      fileName: 'languages.csv',
      dryRun: false,
      language: 'en',
    })
    return layer?.id ?? ''
  }

  it('is fenced: another centre sees neither', async () => {
    const other = await testCentre(connection, 'other')
    const seen = await inCenter(connection.db, other, (db) =>
      db.selectFrom('forecast_day').select('day').execute(),
    )
    expect(seen).toEqual([])
  })
})
