import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDateOf, mondayOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { SCHEDULE_WEIGHTS } from '../../../../../fixtures/rules/schedule-weights.ts'
import { callAs } from '../../../../support/call.ts'
import { addPeople, publishShifts } from '../../../../support/day-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const TODAY = localDateOf(Date.now() as EpochMs, 'Asia/Almaty')
const MONDAY = mondayOf(addDays(TODAY, 14))

describe.each(DATABASES)('head count, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let people: readonly OperatorId[] = []

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    people = await addPeople(connection, scope, 4)
    service = await testApp(connection, scope)
    await inCenter(connection.db, scope, (db) =>
      db
        .updateTable('center')
        .set({ schedule_weights: JSON.stringify(SCHEDULE_WEIGHTS) })
        .execute(),
    )
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const api = callAs('hr', () => service)
  const call = (url: string, role?: string) => api('GET', url, undefined, role)

  it('asks for a requirement first', async () => {
    expect((await call('/head-count')).json().type).toBe('/problems/head-count-without-requirement')
    expect((await call('/head-count', 'operator')).statusCode).toBe(403)
    expect((await call('/head-count?attritionPercent=100')).statusCode).toBe(400)
  })

  it('takes the need from the latest requirement, flat where history says nothing', async () => {
    const at = (half: number): Date =>
      new Date(Date.parse(`${MONDAY}T03:00:00Z`) + half * 1_800_000)
    await publishShifts(connection, scope, {
      fromDate: MONDAY,
      publishedAt: new Date(),
      shifts: people.map((operatorId) => ({ operatorId, startsAt: at(0), endsAt: at(16) })),
      settings: {
        intervalSeconds: 1800,
        concurrency: 1,
        shrinkagePlanned: 0,
        shrinkageUnplanned: 0,
        targets: { asaSeconds: 60 },
      },
      required: Array.from({ length: 16 }, (_, half) => ({
        startsAt: at(half),
        agents: 4,
        contacts: 12,
        ahtSeconds: 200,
      })),
    })
    await inCenter(connection.db, scope, (db) =>
      db
        .updateTable('forecast')
        .set({ from_date: MONDAY, to_date: addDays(MONDAY, 6) })
        .execute(),
    )
    const plan = (await call('/head-count?months=3&attritionPercent=0')).json()
    expect(plan.months).toHaveLength(3)
    expect(plan.assumptions).toMatchObject({ attritionPercent: 0, hiringMonths: 3 })
    expect(plan.assumptions.flatQueues).toHaveLength(1)
    expect(plan.today.people).toBe(4)
    // Sixteen halves of an hour with four agents are 32 hours in the week of the requirement.
    const [first] = plan.months
    const days = new Date(
      Date.UTC(Number(first.month.slice(0, 4)), Number(first.month.slice(5)), 0),
    )
    expect(first.needed * first.hoursPerPerson).toBeCloseTo((32 / 7) * days.getUTCDate(), 6)
  })

  it('needs more people for more contacts, and begins to hire for those who will leave', async () => {
    const need = async (query: string) => (await call(`/head-count?months=12&${query}`)).json()
    const steady = await need('attritionPercent=0')
    const more = await need('attritionPercent=0&growthPercent=50')
    expect(more.months[11].needed).toBeGreaterThan(steady.months[11].needed)
    const leaving = await need('attritionPercent=90&hiringMonths=1')
    expect(leaving.months[11].without).toBeCloseTo(leaving.today.fullTime * 0.1, 6)
    expect(leaving.months.every(({ short }: { readonly short: number }) => short === 0)).toBe(true)
  })

  it('leaves as a table', async () => {
    const file = await call('/head-count/file?months=3&format=csv', 'planner')
    expect(file.headers['content-type']).toContain('text/csv')
    // A header, and a row for each month and for each month and competence.
    const { skills } = (await call('/head-count?months=3')).json()
    expect(file.body.trim().split('\r\n')).toHaveLength(1 + 3 * (1 + skills.length))
  })
})
