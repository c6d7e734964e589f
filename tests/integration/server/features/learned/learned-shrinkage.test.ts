import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDateOf, mondayOf, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { addPeople, publishShifts, type TestShift } from '../../../../support/day-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const ZONE = 'Asia/Almaty'
const HOUR_MS = 3_600_000

describe.each(DATABASES)('learned shrinkage, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let people: readonly OperatorId[]
  const thisMonday = mondayOf(localDateOf(Date.now() as EpochMs, ZONE))
  const from = addDays(thisMonday, -14)
  const at = (day: number, hour: number): Date =>
    new Date(startOfLocalDay(addDays(from, day), ZONE) + hour * HOUR_MS)

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    service = await testApp(connection, scope)
    people = await addPeople(connection, scope, 3)
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const learned = async (role = 'planner') =>
    service.app.inject({ url: '/api/v1/center/learned-shrinkage', headers: { 'x-role': role } })
  const shiftsOf = (week: number, who: readonly number[]): TestShift[] =>
    who.flatMap((person) =>
      [0, 1, 2, 3, 4, 5, 6].map((day) => ({
        operatorId: people[person] as OperatorId,
        startsAt: at(7 * week + day, 9),
        endsAt: at(7 * week + day, 18),
        meal: [at(7 * week + day, 13), at(7 * week + day, 14)] as const,
      })),
    )

  it('says that it cannot tell before there is a schedule', async () => {
    const { planned, unplanned } = (await learned()).json()
    expect(planned).toMatchObject({ kind: 'too_few_days', days: 0, share: null })
    expect(unplanned).toMatchObject({ kind: 'too_few_days', days: 0 })
  })

  it('takes nobody for absent where no feed told of anybody', async () => {
    for (const week of [0, 1]) {
      await publishShifts(connection, scope, {
        fromDate: addDays(from, 7 * week),
        publishedAt: at(7 * week - 10, 0),
        shifts: shiftsOf(week, [0, 1]),
      })
    }
    const { planned, unplanned } = (await learned()).json()
    // Fourteen days of two people with eight hours beside the meal.
    expect(planned).toMatchObject({ kind: 'estimated', share: 0, days: 14, hours: 224 })
    expect(unplanned).toMatchObject({ kind: 'too_few_days', days: 0 })
  })

  it('tells what was not worked, and why, with breaks left out', async () => {
    const made = await service.app.inject({
      method: 'POST',
      url: '/api/v1/feeds',
      headers: { 'x-role': 'admin' },
      payload: { code: 'pbx', kind: 'http', silentAfterSeconds: 86_400 },
    })
    // The first works all of every day but half an hour too long at table; the second comes two hours late.
    const events = Array.from({ length: 14 }, (_, day) =>
      [
        ['1001', 'ready', 9],
        ['1001', 'meal', 13],
        ['1001', 'ready', 14.5],
        ['1001', 'logged_off', 18],
        ['1002', 'ready', 11],
        ['1002', 'meal', 13],
        ['1002', 'ready', 14],
        ['1002', 'logged_off', 18],
      ].map(([agent, state, hour]) => ({ agent, state, at: at(day, Number(hour)).toISOString() })),
    ).flat()
    // What somebody did before anything was ever heard of them is not known.
    const before = ['1001', '1002'].map((agent) => ({
      agent,
      state: 'logged_off',
      at: at(0, 8).toISOString(),
    }))
    const sent = await service.app.inject({
      method: 'POST',
      url: '/api/v1/feeds/events',
      headers: { authorization: `Bearer ${made.json().key}` },
      payload: { key: 'all', sequence: 1, events: [...before, ...events] },
    })
    expect(sent.statusCode).toBe(200)
    const { unplanned, weekdays } = (await learned()).json()
    expect(unplanned).toMatchObject({ kind: 'estimated', days: 14, hours: 224 })
    // Two hours and a half of sixteen.
    expect(unplanned.share).toBeCloseTo(2.5 / 16, 9)
    expect(unplanned.reasons).toEqual([
      { reason: 'signed_off', share: 2 / 16 },
      { reason: 'break', share: 0.5 / 16 },
    ])
    expect(weekdays).toHaveLength(7)
    expect(weekdays[0]).toMatchObject({ weekday: 1, shifts: 4, unplanned: 2.5 / 16 })
  })

  it('counts a shift that was taken out because its person fell ill, and leave beside it', async () => {
    await publishShifts(connection, scope, {
      fromDate: from,
      publishedAt: at(-12, 0),
      shifts: shiftsOf(0, [2]),
      status: 'superseded',
    })
    await inCenter(connection.db, scope, (db) =>
      db
        .insertInto('absence')
        .values([
          {
            center_id: scope.centerId,
            operator_id: people[2] as OperatorId,
            kind: 'sick',
            from_date: from,
            to_date: addDays(from, 6),
          },
          {
            center_id: scope.centerId,
            operator_id: people[2] as OperatorId,
            kind: 'annual',
            from_date: addDays(from, 7),
            to_date: addDays(from, 13),
          },
        ])
        .execute(),
    )
    const { unplanned, leave } = (await learned()).json()
    // Seven days of eight hours more were planned, and lost.
    expect(unplanned.hours).toBeCloseTo(224 + 56, 6)
    expect(unplanned.share).toBeCloseTo((14 * 2.5 + 56) / (224 + 56), 9)
    expect(unplanned.reasons[0]).toMatchObject({ reason: 'sick' })
    // Of three people's eight weeks.
    expect(leave).toContainEqual({ kind: 'annual', personDays: 7, share: 7 / 168 })
  })

  it('is not for operators', async () => {
    expect((await learned('operator')).statusCode).toBe(403)
  })
})
