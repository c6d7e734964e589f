import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connection } from '#server/platform/db/connection.ts'

import { callAs } from '../../../../support/call.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const MOVE = {
  from: '2027-03-20',
  to: '2027-03-24',
  sixDayWeek: false,
  source: 'Приказ министра труда № 1',
}
const HOLIDAY = {
  date: '2027-06-05',
  kind: 'holiday',
  key: null,
  name: { kk: 'Қала күні', ru: 'День города', en: 'City day' },
  fiveDayWeek: 'off',
  sixDayWeek: 'off',
  source: 'Решение маслихата',
}

describe.each(DATABASES)('the days of a calendar, on %s', (database) => {
  let connection: Connection
  let service: TestApp

  beforeAll(async () => {
    connection = await testDatabase(database)
    service = await testApp(connection, await testCentre(connection))
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('planner', () => service)
  const daysOf2027 = async (): Promise<{ date: string; kind: string }[]> =>
    (await call('GET', '/calendar?from=2027-01-01&to=2028-01-01')).json<{
      days: { date: string; kind: string }[]
    }>().days

  it('take a rest day that is moved: both its dates or neither', async () => {
    const answer = await call('POST', '/calendar/moves', MOVE)
    expect(answer.statusCode).toBe(201)
    expect(await daysOf2027()).toMatchObject([
      { date: '2027-03-20', kind: 'moved_out', fiveDayWeek: 'working', source: MOVE.source },
      { date: '2027-03-24', kind: 'moved_in', fiveDayWeek: 'off', sixDayWeek: 'working' },
    ])
    const again = await call('POST', '/calendar/moves', { ...MOVE, from: '2027-03-27' })
    expect([again.statusCode, again.json()]).toMatchObject([
      409,
      { type: '/problems/calendar-day-known' },
    ])
    expect((await daysOf2027()).map(({ date }) => date)).toEqual(['2027-03-20', '2027-03-24'])
  })

  it('take a holiday, and lose it again', async () => {
    const before = await daysOf2027()
    const answer = await call('POST', '/calendar/days', HOLIDAY)
    expect([answer.statusCode, answer.json()]).toEqual([201, HOLIDAY])
    expect(await daysOf2027()).toEqual([...before, HOLIDAY])
    expect((await call('DELETE', '/calendar/days/2027-06-05/holiday')).statusCode).toBe(204)
    expect(await daysOf2027()).toEqual(before)
    expect((await call('DELETE', '/calendar/days/2027-06-05/holiday')).statusCode).toBe(404)
  })

  it('refuse a move to the same date, a source that says nothing, and whoever is no planner', async () => {
    expect(
      (await call('POST', '/calendar/moves', { ...MOVE, to: MOVE.from })).json(),
    ).toMatchObject({
      type: '/problems/day-moved-to-itself',
    })
    expect((await call('POST', '/calendar/days', { ...HOLIDAY, source: ' ' })).statusCode).toBe(400)
    expect((await call('POST', '/calendar/days', HOLIDAY, 'operator')).statusCode).toBe(403)
  })
})
