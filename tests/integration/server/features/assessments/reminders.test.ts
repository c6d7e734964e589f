import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDateOf, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import { remindOfAssessments } from '#server/features/assessments/reminders.service.ts'
import { queueNightWork } from '#server/night-watch.ts'
import { ASSESSMENT_REMINDERS } from '#server/night-work.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { addUsers, ownCentre } from '../../../../support/own-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testDatabase } from '../../../../support/test-database.ts'

const NAME = { kk: 'А', ru: 'Б', en: 'C' }
const ZONE = 'Asia/Almaty'
const TODAY = localDateOf(Date.now() as EpochMs, ZONE)

describe.each(DATABASES)('reminders of assessments, on %s', (name) => {
  let connection: Connection
  let scope: Scope
  let hr: TestApp
  let own: TestApp
  const ids = { hr: randomUUID(), head: randomUUID(), own: randomUUID(), gone: randomUUID() }

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await ownCentre(connection)
    await addUsers(connection, scope, [
      { id: ids.hr, name: 'Кадры', roles: 'hr' },
      { id: ids.head, name: 'Директор', roles: 'head,planner' },
      { id: ids.own, name: 'Ахметова', roles: 'operator' },
      { id: ids.gone, name: 'Ушёл', roles: 'hr', disabled_at: new Date() },
    ])
    hr = await testApp(connection, { ...scope, actorId: ids.hr, actorName: 'Кадры' })
    own = await testApp(connection, { ...scope, actorId: ids.own, actorName: 'Ахметова' })
    await asHr('POST', '/sites', { code: 'A', name: NAME, workplaces: 4 })
    const soon = await hire('Ахметова', addDays(TODAY, 20))
    await asHr('PATCH', `/operators/${soon}`, { userId: ids.own })
    await hire('Борисов', addDays(TODAY, -3))
    await hire('Нескоро', addDays(TODAY, 90))
  })
  afterAll(async () => {
    await Promise.all([hr.close(), own.close()])
    await connection.close()
  })

  const asHr = callAs('hr', () => hr)
  const asOwn = callAs('operator', () => own)
  const hire = async (fullName: string, hiredOn: string): Promise<string> => {
    const order = { personnelNumber: fullName, fullName, siteCode: 'A', contractCode: 'FT40' }
    return (await asHr('POST', '/operators', { ...order, hiredOn })).json().person.id
  }
  const remind = (): Promise<number> =>
    inCenter(connection.db, scope, (db) => remindOfAssessments(db, scope.centerId))
  const told = async () => (await asHr('GET', '/assessment-reminders')).json().reminders

  it('are told once to the person and HR, and what is overdue to the heads too', async () => {
    expect(await remind()).toBe(2)
    const [late, soon] = (await told()) as [object, object]
    expect(late).toMatchObject({
      fullName: 'Борисов',
      stage: 'overdue',
      told: [
        { name: 'Директор', capacity: 'head' },
        { name: 'Кадры', capacity: 'hr' },
      ],
    })
    expect(soon).toMatchObject({
      fullName: 'Ахметова',
      stage: 'days30',
      dueOn: addDays(TODAY, 20),
      told: [
        { name: 'Ахметова', capacity: 'person', readAt: null },
        { name: 'Кадры', capacity: 'hr' },
      ],
    })
    expect(await remind()).toBe(0)
    expect(await told()).toHaveLength(2)
  })

  it('are told once by two processes at once', async () => {
    await hire('Вместе', addDays(TODAY, 5))
    const made = await Promise.all([remind(), remind()])
    expect(made.toSorted()).toEqual([0, 1])
    expect(await told()).toHaveLength(3)
  })

  it('stay with whom they were told to until they are read', async () => {
    const { reminders } = (await asOwn('GET', '/my/reminders')).json()
    expect(reminders).toMatchObject([{ fullName: 'Ахметова', isOwn: true }])
    const unread = async () => (await asHr('GET', '/my/reminders')).json().reminders
    expect(await unread()).toHaveLength(3)
    const body = { ids: [reminders[0].id] }
    expect((await asOwn('POST', '/my/reminders/reading', body)).json().reminders).toEqual([])
    // What one has read, others have not.
    expect(await unread()).toHaveLength(3)
    const read = (await told()).find((one: { id: string }) => one.id === reminders[0].id)
    expect(read.told[0]).toMatchObject({ name: 'Ахметова', readAt: expect.any(String) })
  })

  it('are nobody else’s to list, and are read by id', async () => {
    expect((await asOwn('GET', '/assessment-reminders')).statusCode).toBe(403)
    expect((await asOwn('POST', '/my/reminders/reading', { ids: [] })).statusCode).toBe(400)
    const out = await own.app.inject({ method: 'GET', url: '/api/v1/my/reminders' })
    expect(out.statusCode).toBe(401)
  })

  it('are told to an administrator where a centre has no HR', async () => {
    const become = (roles: string): Promise<unknown> =>
      inCenter(connection.db, scope, (db) =>
        db.updateTable('users').set({ roles }).where('id', '=', ids.hr).execute(),
      )
    await become('planner')
    const id = await hire('Без кадров', addDays(TODAY, 6))
    expect(await remind()).toBe(1)
    const mine = (await told()).find((one: { operatorId: string }) => one.operatorId === id)
    expect(mine.told.map((one: { capacity: string }) => one.capacity)).toEqual(['hr'])
    await become('hr')
  })

  it('are made by the night’s job, once a night', async () => {
    const parts = { db: connection.db, jobs: hr.jobs, work: [ASSESSMENT_REMINDERS] }
    const midnightMs = startOfLocalDay(TODAY, ZONE)
    expect(await queueNightWork(parts, midnightMs + 3_600_000)).toBe(0)
    await hire('Ночью', addDays(TODAY, 50))
    expect(await queueNightWork(parts, midnightMs + 2 * 3_600_000)).toBe(1)
    await expect.poll(async () => (await told()).length, { timeout: 20_000 }).toBe(5)
    const isDue = (sinceMs: number): Promise<boolean> =>
      inCenter(connection.db, scope, (db) =>
        ASSESSMENT_REMINDERS.isDue(db, { nowMs: Date.now(), sinceMs }),
      )
    expect(await isDue(Date.now() - 600_000)).toBe(false)
    expect(await isDue(Date.now() + 1000)).toBe(true)
  })
})
