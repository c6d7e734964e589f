import { Readable } from 'node:stream'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { evaluateErlangA } from '#forecasting/staffing/erlang-a.ts'
import { addQueue } from '#server/features/centers/centers.service.ts'
import { importFile } from '#server/features/imports/imports.service.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const PATIENCE = 150
const DAY_MS = 86_400_000

/** Forty days of intervals that obey Erlang A at this patience, now with fewer people and now with more. */
function history(): string {
  const lines = ['interval_start,queue,channel,offered,handled,aht_seconds,abandoned,wait_seconds']
  const last = Math.floor(Date.now() / DAY_MS) * DAY_MS
  for (let day = 40; day > 0; day--) {
    const metrics = evaluateErlangA({
      agents: 18 + (day % 4),
      offeredErlangs: 20,
      handleSeconds: 240,
      patienceSeconds: PATIENCE,
    })
    for (let half = 0; half < 8; half++) {
      const at = new Date(last - day * DAY_MS + half * 1_800_000).toISOString()
      const abandoned = Math.round(150 * metrics.abandonShare)
      const wait = metrics.asaSeconds * (150 - abandoned)
      lines.push(`${at},calls,voice,150,${150 - abandoned},240,${abandoned},${wait.toFixed(1)}`)
    }
  }
  return `${lines.join('\n')}\n`
}

/** A log in which of thirty who give up twelve try again after five minutes. */
function log(): string {
  const lines: string[] = []
  for (let i = 0; i < 30; i++) {
    const at = 1_772_424_000 + i * 1000
    const number = `7701000${1000 + i}`
    lines.push(`${at}|a${i}|calls|NONE|ENTERQUEUE||${number}|1`)
    lines.push(`${at + 30}|a${i}|calls|NONE|ABANDON|1|1|30`)
    if (i % 5 > 1) continue
    lines.push(`${at + 330}|b${i}|calls|NONE|ENTERQUEUE||${number}|1`)
    lines.push(`${at + 335}|b${i}|calls|SIP/1|CONNECT|5|x|3`)
    lines.push(`${at + 395}|b${i}|calls|SIP/1|COMPLETECALLER|5|60|1`)
  }
  lines.push(`${1_772_424_000 + 60_000}|z|calls|NONE|ENTERQUEUE||77019999999|1`)
  return `${lines.join('\n')}\n`
}

describe.each(DATABASES)('what a queue learns from its history, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let queueId: string

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    service = await testApp(connection, scope)
    const openingHours = Array.from({ length: 7 }, () => [{ fromMinutes: 0, toMinutes: 1440 }])
    const text = { kk: 'Қоңыраулар', ru: 'Звонки', en: 'Calls' }
    const queue = await inCenter(connection.db, scope, (db) =>
      addQueue(db, scope.centerId, { code: 'calls', name: text, channel: 'voice', openingHours }),
    )
    queueId = queue.id
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const learned = async (id = queueId) =>
    service.app.inject({
      url: `/api/v1/queues/${id}/learned`,
      headers: { 'x-role': 'planner' },
    })
  const bring = async (kind: 'intervals' | 'queue_log', text: string) =>
    importFile(connection.db, scope, Readable.from([Buffer.from(text)]), {
      kind,
      fileName: kind,
      dryRun: false,
      language: 'en',
    })

  it('says that it cannot tell before there is any', async () => {
    const { patience, redials } = (await learned()).json()
    expect(patience).toMatchObject({ kind: 'no_waits', seconds: null })
    expect(redials).toMatchObject({ kind: 'not_told', share: null })
  })

  it('finds the patience that made the intervals, and how sure that is', async () => {
    await bring('intervals', history())
    const { patience } = (await learned()).json()
    expect(patience).toMatchObject({ kind: 'estimated', source: 'intervals', offered: 150 * 320 })
    // Whole people gave up: a few per cent of rounding.
    expect(Math.abs(patience.seconds / PATIENCE - 1)).toBeLessThan(0.05)
    expect(patience.low).toBeLessThan(patience.seconds)
    expect(patience.high).toBeGreaterThan(patience.seconds)
  })

  it('counts who tried again in a log, keeps no number, and forgets a withdrawn log', async () => {
    const { layer } = await bring('queue_log', log())
    const { redials } = (await learned()).json()
    expect(redials).toMatchObject({ kind: 'estimated', abandoned: 30, followed: 12, share: 0.4 })
    expect(redials.pauseSeconds).toBe(300)
    const stored = await inCenter(connection.db, scope, (db) =>
      db.selectFrom('history_import').select('report').execute(),
    )
    expect(JSON.stringify(stored)).not.toContain('7701000')
    await service.app.inject({
      method: 'POST',
      url: `/api/v1/imports/${layer?.id}/withdraw`,
      headers: { 'x-role': 'planner' },
    })
    expect((await learned()).json().redials.kind).toBe('not_told')
  })

  it('stands beside what a requirement was reckoned with', async () => {
    const run = async (url: string, payload: object): Promise<Record<string, unknown>> => {
      const headers = { 'x-role': 'planner' }
      const job = await service.app.inject({
        method: 'POST',
        url: `/api/v1${url}`,
        headers,
        payload,
      })
      const row = await service.jobs.waitFor(scope, job.json().id)
      expect(row.problem).toBeNull()
      return row.result as Record<string, unknown>
    }
    const { forecastId } = await run('/forecasts', { weeks: 1 })
    const { requirementId } = await run('/requirements', { forecastId })
    const values = async (id: unknown, role = 'planner', queue = queueId) =>
      service.app.inject({
        url: `/api/v1/requirements/${String(id)}/values?queueId=${queue}`,
        headers: { 'x-role': role },
      })
    const answer = (await values(requirementId, 'head')).json()
    const byName = new Map(answer.values.map((value: { name: string }) => [value.name, value]))
    // The queue was made without patience: nobody was supposed to give up.
    expect(byName.get('patienceSeconds')).toMatchObject({ used: null, differs: true })
    expect(byName.get('handleSeconds')).toMatchObject({ learned: 240, differs: false })
    expect(byName.get('shrinkageUnplanned')).toMatchObject({ learned: null, differs: false })
    expect((await values(requirementId, 'operator')).statusCode).toBe(403)
    const nowhere = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21'
    expect((await values(nowhere)).json().type).toBe('/problems/requirement-unknown')
    expect((await values(requirementId, 'planner', nowhere)).json().type).toBe(
      '/problems/queue-unknown',
    )
  })

  it('believes the waits of contacts before sums, and shows how many would be left', async () => {
    const feed = await inCenter(connection.db, scope, (db) =>
      db
        .insertInto('state_feed')
        .values({
          center_id: scope.centerId,
          code: 'pbx',
          kind: 'http',
          secret: `secret ${name}`,
          settings: '{}',
          state_names: '{}',
          made_by: 'test',
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    // Forty of a hundred give up after 65 s, and the others are answered after 35 s.
    await inCenter(connection.db, scope, (db) =>
      db
        .insertInto('feed_contact')
        .values(
          Array.from({ length: 100 }, (_, i) => ({
            center_id: scope.centerId,
            feed_id: feed.id,
            key: `c${i}`,
            queue: 'calls',
            arrived_at: new Date(Date.now() - DAY_MS - i * 60_000),
            stage: i < 40 ? 'abandoned' : 'handled',
            wait_seconds: i < 40 ? 65 : 35,
          })),
        )
        .execute(),
    )
    const { patience } = (await learned()).json()
    expect(patience).toMatchObject({ kind: 'estimated', source: 'contacts', abandoned: 40 })
    // From the fifth second on: (40 × 60 + 60 × 30) / 40.
    expect(patience.seconds).toBeCloseTo(105, 6)
    expect(patience.stillWaiting).toMatchObject([
      { seconds: 30, share: 1 },
      { seconds: 60, share: 1 },
    ])
  })

  it('refuses a queue that is not there, and whoever has not signed in', async () => {
    const unknown = await learned('0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21')
    expect(unknown.statusCode).toBe(404)
    const anybody = await service.app.inject({ url: `/api/v1/queues/${queueId}/learned` })
    expect(anybody.statusCode).toBe(401)
  })
})
