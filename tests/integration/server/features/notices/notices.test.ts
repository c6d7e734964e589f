import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import { noticeRemindersJob } from '#server/features/notices/notice-reminders.job.ts'
import { remindOfNotices } from '#server/features/notices/notice-reminders.queries.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { addPeople } from '../../../../support/day-centre.ts'
import { addUsers } from '../../../../support/own-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const TEXT = { kk: 'А', ru: 'Б', en: 'C' }
const BODY = { title: TEXT, body: TEXT, officialSource: 'adilet.zan.kz, Закон № 239-VIII' }

describe.each(DATABASES)('notices, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    service = await testApp(connection, scope)
    await addUsers(connection, scope, [
      { id: scope.actorId, name: 'Б', roles: 'operator' },
      { id: randomUUID(), name: 'А', roles: 'operator' },
    ])
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('hr', () => service)
  const first = async () => (await call('GET', '/notices', undefined, 'operator')).json().notices[0]

  it('reach everybody at once, and are read by nobody yet', async () => {
    const answer = await call('POST', '/notices', BODY)
    expect(answer.statusCode).toBe(201)
    expect(await first()).toMatchObject({
      ...BODY,
      version: 1,
      readVersion: null,
      readers: 0,
      audience: 2,
    })
  })

  it('are refused without an official source, and from an operator', async () => {
    for (const officialSource of ['', ' ']) {
      expect((await call('POST', '/notices', { ...BODY, officialSource })).statusCode).toBe(400)
    }
    expect((await call('POST', '/notices', BODY, 'operator')).statusCode).toBe(403)
    expect((await call('GET', '/notices/x/receipts', undefined, 'operator')).statusCode).toBe(403)
  })

  it('are confirmed by each reader, and again after a change', async () => {
    const { id } = await first()
    await call('POST', `/notices/${id}/receipt`, undefined, 'operator')
    expect(await first()).toMatchObject({ readVersion: 1, readers: 1 })
    const { receipts } = (await call('GET', `/notices/${id}/receipts`)).json()
    // Those who have not read it come first.
    expect(receipts).toMatchObject([
      { name: 'А', version: null },
      { name: 'Б', version: 1 },
    ])
    await call('PUT', `/notices/${id}`, { ...BODY, title: { ...TEXT, ru: 'Иначе' } })
    expect(await first()).toMatchObject({ version: 2, readVersion: 1, readers: 0 })
    await call('POST', `/notices/${id}/receipt`, undefined, 'operator')
    expect(await first()).toMatchObject({ readVersion: 2, readers: 1 })
  })

  const remind = () => inCenter(connection.db, scope, (db) => remindOfNotices(db, scope.centerId))
  /** As if what was published, and the accounts, were older by so many days. */
  const age = (days: number): Promise<void> =>
    inCenter(connection.db, scope, async (db) => {
      const back = sql<Date>`now() - make_interval(days => ${days})`
      await db.updateTable('notice').set({ published_at: back }).execute()
      await db.updateTable('users').set({ created_at: back }).execute()
    })
  const late = async (role = 'hr') =>
    (await call('GET', '/notice-reminders', undefined, role)).json()

  it('are reminded of once to whoever has not confirmed within the term, and then told to the heads', async () => {
    await age(2)
    expect(await remind()).toEqual({ reminded: 0, escalated: 0 })
    expect(await late()).toMatchObject({ afterDays: 3, people: 0, unread: [] })
    await age(3)
    expect(await late()).toMatchObject({
      total: 1,
      people: 1,
      escalated: 0,
      unread: [{ name: 'А', version: 2, remindedAt: null }],
    })
    expect(await remind()).toEqual({ reminded: 1, escalated: 0 })
    expect(await remind()).toEqual({ reminded: 0, escalated: 0 })
    await age(6)
    expect(await remind()).toEqual({ reminded: 0, escalated: 1 })
    expect(await remind()).toEqual({ reminded: 0, escalated: 0 })
    expect(await late('supervisor')).toMatchObject({
      escalated: 1,
      unread: [{ remindedAt: expect.any(String), escalatedAt: expect.any(String) }],
    })
    // The reader of the test has confirmed, so nothing reminds them.
    expect(await first()).toMatchObject({ remindedAt: null })
  })

  it('say how many people work here who cannot confirm for want of a sign-in', async () => {
    const { withoutSignIn: before } = await late()
    const [leaver] = await addPeople(connection, scope, 3)
    await inCenter(connection.db, scope, (db) =>
      db
        .updateTable('operator')
        .set({ left_on: '2020-01-01', hired_on: '2019-01-01' })
        .where('id', '=', leaver as OperatorId)
        .execute(),
    )
    expect((await late()).withoutSignIn).toBe(before + 2)
  })

  it('are reminded of after a term that HR sets', async () => {
    const put = (days: number, role: string) =>
      call('PUT', '/notice-reminders/term', { days }, role)
    expect((await put(7, 'supervisor')).statusCode).toBe(403)
    expect((await put(0, 'hr')).statusCode).toBe(400)
    expect((await put(7, 'hr')).json()).toMatchObject({ afterDays: 7, people: 0 })
    expect((await call('GET', '/notice-reminders', undefined, 'operator')).statusCode).toBe(403)
    const context = { db: connection.db, scope } as Parameters<typeof noticeRemindersJob>[0]
    expect(await noticeRemindersJob(context)).toEqual({ reminded: 0, escalated: 0 })
  })

  it('are neither changed nor confirmed once withdrawn', async () => {
    const { id } = await first()
    expect((await call('POST', `/notices/${id}/withdrawal`)).json().notices[0].withdrawnAt).toEqual(
      expect.any(String),
    )
    for (const [method, url, body] of [
      ['PUT', `/notices/${id}`, BODY],
      ['POST', `/notices/${id}/receipt`, undefined],
      ['POST', `/notices/${id}/withdrawal`, undefined],
    ] as const) {
      expect((await call(method, url, body)).statusCode).toBe(404)
    }
  })
})
