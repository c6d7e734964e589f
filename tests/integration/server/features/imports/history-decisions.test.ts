import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays } from '#forecasting/kernel/calendar.ts'
import { importFile } from '#server/features/imports/imports.service.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { answerAs, resultOf } from '../../../../support/call.ts'
import { AFTER_HISTORY, historyCentre } from '../../../../support/history-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testDatabase } from '../../../../support/test-database.ts'

const day = (days: number): string => addDays(AFTER_HISTORY, days)
const midnight = (days: number): string => `${day(days)}T00:00:00+05:00`

/** 160 contacts a day of ten weeks; on one day a second import says 1600. */
const ODD_DAY = -10

describe.each(DATABASES)('decisions about the history, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let queueId = ''

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await historyCentre(connection, 10)
    const half = (n: number) =>
      `${String(Math.floor(n / 2)).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`
    const lines = Array.from(
      { length: 16 },
      (_, i) => `${day(ODD_DAY)}T${half(18 + i)}:00+05:00,calls,voice,100,100`,
    )
    await importFile(
      connection.db,
      scope,
      Readable.from([
        Buffer.from(['interval_start,queue,channel,offered,handled', ...lines].join('\n')),
      ]),
      { kind: 'intervals', fileName: 'odd.csv', dryRun: false, language: 'en' },
    )
    service = await testApp(connection, scope)
    queueId = (await call('GET', '/queues')).body.queues[0].id
    await forecast()
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = answerAs('planner', () => service)

  async function forecast(): Promise<string> {
    const { body } = await call('POST', '/forecasts', { weeks: 1 })
    return (await resultOf(service, scope, body))['forecastId'] ?? ''
  }

  const quality = async () => (await call('GET', `/history/quality?queueId=${queueId}`)).body
  const decision = (part: object = {}) => ({
    queueId,
    from: midnight(ODD_DAY),
    to: midnight(ODD_DAY + 1),
    finding: 'outlier',
    action: 'usual',
    reason: 'The counter was stuck',
    ...part,
  })

  it('finds what two imports tell differently and what the engine could not believe', async () => {
    const { findings } = await quality()
    // The imports overlap from 09:00 to 17:00; the outlier is the whole day.
    expect(findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          finding: 'duplicate',
          from: `${day(ODD_DAY)}T04:00:00.000Z`,
          to: `${day(ODD_DAY)}T12:00:00.000Z`,
          came: 1600,
          usual: 160,
          decisionId: null,
        }),
        expect.objectContaining({ finding: 'outlier', came: 1600, usual: 160, decisionId: null }),
      ]),
    )
  })

  it('lets the next forecast obey, keeps the decision with it, and changes no figure', async () => {
    const before = (await call('GET', '/forecasts')).body.forecasts[0]
    expect(before).toMatchObject({ stale: false, decisions: [] })
    const { status, body } = await call('POST', '/history/decisions', decision())
    expect(status).toBe(201)
    const [made] = body.decisions
    expect(made).toMatchObject({ action: 'usual', active: true, madeBy: 'Test Planner' })
    expect(
      body.findings.find(({ finding }: { finding: string }) => finding === 'outlier').decisionId,
    ).toBe(made.id)
    expect((await call('GET', `/forecasts/${before.id}`)).body.stale).toBe(true)

    const after = (await call('GET', `/forecasts/${await forecast()}`)).body
    expect(after).toMatchObject({ stale: false, outliers: { [queueId]: [] } })
    expect(after.decisions).toEqual([made])
    expect(after.dataHash).not.toBe(before.dataHash)
    const span = `from=${encodeURIComponent(midnight(ODD_DAY))}&to=${encodeURIComponent(midnight(ODD_DAY + 1))}`
    const { points } = (await call('GET', `/history?queueId=${queueId}&${span}&step=day`)).body
    expect(points[0].offered).toBe(1600)
  })

  it('can be taken back', async () => {
    const [made] = (await quality()).decisions
    const { body } = await call('PATCH', `/history/decisions/${made.id}`, { active: false })
    expect(body.decisions).toEqual([{ ...made, active: false }])
    const [latest] = (await call('GET', '/forecasts')).body.forecasts
    expect(latest.stale).toBe(true)
    const again = (await call('GET', `/forecasts/${await forecast()}`)).body
    expect(again).toMatchObject({ outliers: { [queueId]: [day(ODD_DAY)] }, decisions: [] })
  })

  it('says that decisions are why a forecast moved', async () => {
    await call('POST', '/history/decisions', decision({ action: 'drop' }))
    const id = await forecast()
    const { before } = (await call('GET', `/forecasts/${id}/explanation?queueId=${queueId}`)).body
    expect(before.because).toEqual(['decisions'])
  })

  it('refuses what cannot be decided so', async () => {
    const refused = async (part: object) =>
      (await call('POST', '/history/decisions', decision(part))).body.type
    expect(await refused({ action: 'replace' })).toBe('/problems/decision-unfit')
    expect(await refused({ contacts: 5 })).toBe('/problems/decision-unfit')
    expect(await refused({ finding: 'shift' })).toBe('/problems/decision-unfit')
    expect(await refused({ to: midnight(ODD_DAY) })).toBe('/problems/interval-empty')
    expect(await refused({ queueId: randomUUID() })).toBe('/problems/queue-unknown')
    expect(await refused({ reason: ' ' })).toBe('/problems/invalid-request')
    expect(
      (await call('PATCH', `/history/decisions/${randomUUID()}`, { active: true })).status,
    ).toBe(404)
  })

  it('is for planners to decide, and for everybody of the centre to see', async () => {
    expect((await call('POST', '/history/decisions', decision(), 'operator')).status).toBe(403)
    expect((await call('POST', '/history/decisions', decision(), null)).status).toBe(401)
    const url = `/history/quality?queueId=`
    expect((await call('GET', url + queueId, undefined, 'operator')).status).toBe(200)
    expect((await call('GET', url + randomUUID())).body.type).toBe('/problems/queue-unknown')
    const changes = await inCenter(connection.db, scope, (db) =>
      db
        .selectFrom('audit_record')
        .select('action')
        .where('entity', '=', 'history_decision')
        .orderBy('id')
        .execute(),
    )
    // Made, switched off, and another made.
    expect(changes.map(({ action }) => action)).toEqual(['insert', 'update', 'insert'])
  })

  it('finds hours in which nobody came, and takes a decision about them', async () => {
    const lines = Array.from(
      { length: 3 },
      (_, i) =>
        `${day(-20)}T1${i}:00:00+05:00,calls,voice,0,0\n${day(-20)}T1${i}:30:00+05:00,calls,voice,0,0`,
    )
    const file = ['interval_start,queue,channel,offered,handled', ...lines].join('\n')
    await importFile(connection.db, scope, Readable.from([Buffer.from(file)]), {
      kind: 'intervals',
      fileName: 'silent.csv',
      dryRun: false,
      language: 'en',
    })
    const { findings } = await quality()
    const span = { from: `${day(-20)}T05:00:00.000Z`, to: `${day(-20)}T08:00:00.000Z` }
    expect(findings).toContainEqual(
      expect.objectContaining({ finding: 'silence', ...span, came: 0, usual: 60 }),
    )
    const made = await call('POST', '/history/decisions', decision({ finding: 'silence', ...span }))
    expect(made.status).toBe(201)
  })
})
