import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, daysBetween, localDateOf, mondayOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { answerAs } from '../../../../support/call.ts'
import { addPeople, publishShifts } from '../../../../support/day-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const HOUR_MS = 3_600_000
const MONDAY = mondayOf(localDateOf(Date.now() as EpochMs, 'Asia/Almaty'))
const SUNDAY = addDays(MONDAY, 6)

describe.each(DATABASES)('hours of one person, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let person: OperatorId
  let other: OperatorId

  /** Seven paid hours on each of some days of this week. */
  const shiftsOn = (days: readonly number[]) =>
    days.map((day) => {
      const startsAt = new Date(`${addDays(MONDAY, day)}T09:00:00+05:00`)
      return {
        operatorId: person,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 8 * HOUR_MS),
      }
    })

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    const people = await addPeople(connection, scope, 2)
    ;[person, other] = people as [OperatorId, OperatorId]
    service = await testApp(connection, scope)
    await publishShifts(connection, scope, {
      fromDate: MONDAY,
      publishedAt: new Date(),
      shifts: shiftsOn([0, 1, 2, 3, 4, 5]),
    })
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = answerAs('hr', () => service)
  const hours = async (id: string) => (await call('GET', `/operators/${id}/hours`)).body

  it('tell the overtime of published weeks beside its limits, agreed to or not', async () => {
    // Six days of seven hours are two more than forty.
    expect(await hours(person)).toEqual({
      overtime: {
        isAgreed: false,
        month: { month: SUNDAY.slice(0, 7), usedMinutes: 120, mostMinutes: 720 },
        year: { year: SUNDAY.slice(0, 4), usedMinutes: 120, mostMinutes: 7200 },
      },
      account: null,
    })
    expect(await hours(other)).toMatchObject({ overtime: { year: { usedMinutes: 0 } } })
  })

  it('tell the accounting period of who balances hours over months', async () => {
    await inCenter(connection.db, scope, (db) =>
      db.updateTable('contract').set({ regime: 'summarised', accounting_months: 3 }).execute(),
    )
    const { overtime, account } = await hours(person)
    expect(overtime).toBeNull()
    expect(account.fromDate <= MONDAY && SUNDAY <= account.toDate).toBe(true)
    const weeks = (from: typeof MONDAY, to: typeof MONDAY): number => daysBetween(from, to) / 7
    // Weeks before this one, which nobody has published, count as worked by their norm.
    expect(account.bookedMinutes).toBe(weeks(account.fromDate, MONDAY) * 2400 + 6 * 420)
    expect(account.normMinutes).toBe(weeks(account.fromDate, addDays(account.toDate, 1)) * 2400)
  })

  it('are not for those whom no schedule has, nor for everybody to read', async () => {
    await inCenter(connection.db, scope, (db) =>
      db.updateTable('operator').set({ takes_contacts: false }).where('id', '=', other).execute(),
    )
    expect(await hours(other)).toEqual({ overtime: null, account: null })
    const url = `/operators/${person}/hours`
    expect((await call('GET', url, undefined, 'operator')).status).toBe(403)
    expect((await call('GET', url, undefined, null)).status).toBe(401)
    const nobody = '00000000-0000-4000-8000-000000000000'
    expect((await call('GET', `/operators/${nobody}/hours`)).status).toBe(404)
  })
})
