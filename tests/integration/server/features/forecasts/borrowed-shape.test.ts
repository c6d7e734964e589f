import { Readable } from 'node:stream'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, weekdayOf } from '#forecasting/kernel/calendar.ts'
import { importFile } from '#server/features/imports/imports.service.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import type { Scope } from '#server/platform/db/scope.ts'

import { callAs, resultOf } from '../../../../support/call.ts'
import { AFTER_HISTORY } from '../../../../support/history-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const ALWAYS = Array.from({ length: 7 }, () => [{ fromMinutes: 0, toMinutes: 1440 }])

/** Twelve weeks of one queue that is busy on Mondays, and the last four days of another of half its size. */
function history(): string {
  const lines = ['interval_start,queue,channel,offered,handled,aht_seconds']
  for (let day = -84; day < 0; day++) {
    const date = addDays(AFTER_HISTORY, day)
    const contacts = weekdayOf(date) === 0 ? 40 : 20
    for (let half = 18; half < 36; half++) {
      const clock = `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`
      const start = `${date}T${clock}:00+05:00`
      lines.push(`${start},old,voice,${contacts},${contacts},240`)
      if (day >= -4) lines.push(`${start},young,voice,${contacts / 2},${contacts / 2},180`)
    }
  }
  return `${lines.join('\n')}\n`
}

describe.each(DATABASES)('a young queue that is like another, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  const ids: string[] = []

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    service = await testApp(connection, scope)
    for (const code of ['old', 'young']) {
      const text = { kk: code, ru: code, en: code }
      const order = { code, name: text, channel: 'voice', openingHours: ALWAYS }
      ids.push((await call('POST', '/queues', order)).json().id)
    }
    await importFile(connection.db, scope, Readable.from([Buffer.from(history())]), {
      kind: 'intervals',
      fileName: 'history.csv',
      dryRun: false,
      language: 'en',
    })
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('planner', () => service)
  const forecast = async () => {
    await resultOf(service, scope, (await call('POST', '/forecasts', { weeks: 1 })).json())
    const [latest] = (await call('GET', '/forecasts')).json().forecasts
    const span = 'from=2026-06-01T00:00:00%2B05:00&to=2026-06-08T00:00:00%2B05:00'
    const url = `/forecasts/${latest.id}/points?queueId=${ids[1]}&${span}`
    const points: { volume: number; ahtSeconds: number }[] = (await call('GET', url)).json().points
    const day = (index: number): number =>
      points.slice(48 * index, 48 * index + 48).reduce((sum, { volume }) => sum + volume, 0)
    return { latest, monday: day(0), tuesday: day(1), aht: points[20]?.ahtSeconds }
  }

  it('knows no Mondays by itself', async () => {
    const { latest, monday, tuesday } = await forecast()
    expect(latest.borrowed).toEqual([])
    expect(monday / tuesday).toBeLessThan(1.5)
  })

  it('takes the Mondays of the other, at its own level and with its own handle time, and says so', async () => {
    await call('PATCH', `/queues/${ids[1]}`, { likeQueueId: ids[0] })
    expect((await call('GET', '/forecasts')).json().forecasts[0].stale).toBe(true)
    const { latest, monday, tuesday, aht } = await forecast()
    expect(latest.stale).toBe(false)
    expect(latest.borrowed).toEqual([
      {
        queueId: ids[1],
        likeQueueId: ids[0],
        ownWeeks: expect.closeTo(3.375 / 7, 3),
        borrowedWeeks: expect.any(Number),
        factor: 0.5,
      },
    ])
    expect(monday / tuesday).toBeGreaterThan(1.7)
    // Eighteen half-hours of ten contacts.
    expect(tuesday).toBeGreaterThan(150)
    expect(tuesday).toBeLessThan(210)
    expect(aht).toBeCloseTo(180, 6)
  })

  it('is not like itself, nor like one that is not there', async () => {
    const itself = await call('PATCH', `/queues/${ids[1]}`, { likeQueueId: ids[1] })
    expect(itself.json().type).toBe('/problems/queue-like-itself')
    const nobody = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21'
    const unknown = await call('PATCH', `/queues/${ids[1]}`, { likeQueueId: nobody })
    expect(unknown.json().type).toBe('/problems/queue-unknown')
  })
})
