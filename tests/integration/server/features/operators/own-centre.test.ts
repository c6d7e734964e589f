import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDate, weekdayOf } from '#forecasting/kernel/calendar.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import type { Scope } from '#server/platform/db/scope.ts'

import { answerAs, resultOf } from '../../../../support/call.ts'
import { ownCentre } from '../../../../support/own-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { testDatabase } from '../../../../support/test-database.ts'
import { uploadOf } from '../../../../support/upload.ts'

const NAME = { kk: 'А', ru: 'Б', en: 'C' }
const MONDAY = localDate('2026-12-07')
const HISTORY_DAYS = 84

/** Twelve weeks of weekdays, 08:00–20:00, 12 calls of four minutes in every half-hour. */
function history(): string {
  const lines = ['interval_start,queue,channel,offered,handled,aht_seconds']
  for (let back = HISTORY_DAYS; back > 0; back--) {
    const date = addDays(MONDAY, -back)
    if (weekdayOf(date) > 4) continue
    for (let minute = 480; minute < 1200; minute += 30) {
      const clock = [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0'))
      lines.push(`${date}T${clock.join(':')}:00+05:00,calls,voice,12,12,240`)
    }
  }
  return lines.join('\n')
}

const PEOPLE = Array.from({ length: 14 }, (_, at) => `P-${at + 1}`)
const peopleFile = [
  'personnel_number,full_name,site,contract,hired_on,takes_contacts',
  ...PEOPLE.map((number, at) => `${number},Работник ${at + 1},A,FT40,2025-01-01,yes`),
  'T-1,Тренер,A,FT40,2025-01-01,no',
].join('\n')
const levelFile = [
  'personnel_number,competence,level,assessed_on',
  ...[...PEOPLE.slice(0, 13), 'T-1'].map((number) => `${number},channel.voice,3,2026-10-01`),
].join('\n')

describe('a centre that is not the sample', () => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let scheduleId = ''

  beforeAll(async () => {
    connection = await testDatabase('pglite')
    scope = await ownCentre(connection)
    service = await testApp(connection, scope)
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const answer = answerAs('planner', () => service)
  const call = async (...order: Parameters<typeof answer>) => (await answer(...order)).body
  const upload = async (url: string, text: string, role: string) => {
    const { payload, headers } = uploadOf('file.csv', text)
    const answer = await service.app.inject({
      method: 'POST',
      url: `/api/v1${url}`,
      headers: { ...headers, 'x-role': role },
      payload,
    })
    expect(answer.json()).toMatchObject({ stored: true })
  }
  const finished = (job: { readonly id: string }) => resultOf(service, scope, job)
  const idOf = async (number: string): Promise<string> => {
    const { operators } = await call('GET', '/operators')
    return operators.find((one: { personnelNumber: string }) => one.personnelNumber === number).id
  }

  it('plans its own week from files of people, competences and history', async () => {
    const day = [{ fromMinutes: 480, toMinutes: 1200 }]
    await call('POST', '/sites', { code: 'A', name: NAME, workplaces: 20 }, 'hr')
    await call('POST', '/queues', {
      code: 'calls',
      name: NAME,
      channel: 'voice',
      openingHours: [day, day, day, day, day, [], []],
      competences: [{ code: 'channel.voice', minLevel: 3 }],
    })
    await upload('/people-files?kind=people', peopleFile, 'hr')
    await upload('/people-files?kind=competences', levelFile, 'hr')
    // P-1 may not work more than eight hours a shift nor on a holiday; P-2 not over 36 hours a week.
    for (const [number, kind] of [
      ['P-1', 'pregnancy'],
      ['P-2', 'disability_2'],
    ] as const) {
      const url = `/operators/${await idOf(number)}/restrictions`
      const order = { kind, fromDate: '2026-11-01', toDate: null, document: 'Справка' }
      await call('POST', url, order, 'hr')
    }
    await upload('/imports?kind=intervals', history(), 'planner')
    const { forecastId } = await finished(
      await call('POST', '/forecasts', { fromDate: MONDAY, weeks: 2 }),
    )
    const { requirementId } = await finished(await call('POST', '/requirements', { forecastId }))
    const week = { requirementId, fromDate: MONDAY, days: 14, timeLimitSeconds: 3 }
    scheduleId = (await finished(await call('POST', '/schedules', week)))['scheduleId'] ?? ''
    const { shifts, violations } = await call('GET', `/schedules/${scheduleId}/grid`)
    expect(violations).toEqual([])
    expect(shifts.length).toBeGreaterThan(40)
  })

  it('rosters neither who is not competent nor who takes no contacts', async () => {
    const { shifts, operators } = await call('GET', `/schedules/${scheduleId}/grid`)
    const working = new Set(shifts.map(({ operatorId }: { operatorId: string }) => operatorId))
    expect(working).not.toContain(await idOf('P-14'))
    expect(operators.map(({ id }: { id: string }) => id)).not.toContain(await idOf('T-1'))
  })

  it('keeps the law of single people, and tells the planner nothing of it', async () => {
    const grid = await call('GET', `/schedules/${scheduleId}/grid`)
    const datesOf = async (number: string): Promise<string[]> => {
      const id = await idOf(number)
      return grid.shifts
        .filter(({ operatorId }: { operatorId: string }) => operatorId === id)
        .map(({ startsAt }: { startsAt: string }) =>
          new Date(Date.parse(startsAt) + 5 * 3_600_000).toISOString().slice(0, 10),
        )
    }
    // 16 December is Independence Day, a holiday by law 267-II art. 1.
    expect(await datesOf('P-1')).not.toContain('2026-12-16')
    // 36 hours hold four shifts of eight; the fifth would make 40.
    for (const monday of [MONDAY, addDays(MONDAY, 7)]) {
      const inWeek = (await datesOf('P-2')).filter(
        (date) => date >= monday && date < addDays(monday, 7),
      )
      expect(inWeek.length).toBeLessThanOrEqual(4)
    }
    expect(JSON.stringify(grid)).not.toMatch(/pregnan|disab/i)
  })
})
