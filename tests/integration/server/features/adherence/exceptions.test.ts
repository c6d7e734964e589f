import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { localDateOf, mondayOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { addPeople, publishShifts } from '../../../../support/day-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

interface Exception {
  readonly id: string
  readonly operatorId: string | null
  readonly status: string
}
const MINUTE_MS = 60_000
const DAY_MS = 1440 * MINUTE_MS

describe.each(DATABASES)('explanations of time, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let people: readonly OperatorId[]
  // Noon in Almaty of the day before: the whole shift is past.
  const noonMs = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS + 7 * 60 * MINUTE_MS
  const at = (minutes: number): Date => new Date(noonMs + minutes * MINUTE_MS)
  const date = localDateOf(noonMs as EpochMs, 'Asia/Almaty')
  const nextDate = localDateOf((noonMs + DAY_MS) as EpochMs, 'Asia/Almaty')

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    people = await addPeople(connection, scope, 4)
    service = await testApp(connection, scope)
    await publishShifts(connection, scope, {
      fromDate: mondayOf(date),
      publishedAt: at(-10_000),
      shifts: people.map((operatorId) => ({ operatorId, startsAt: at(-120), endsAt: at(120) })),
    })
    const feed = await call('POST', '/feeds', { code: 'pbx', kind: 'http' }, 'admin')
    // All four sign on an hour late, and off at the end. The feed speaks the whole time.
    await service.app.inject({
      method: 'POST',
      url: '/api/v1/feeds/events',
      headers: { authorization: `Bearer ${feed.json().key}` },
      payload: {
        key: 'day',
        events: people.flatMap((_, i) => [
          { agent: String(1001 + i), state: 'logged_off', at: at(-180).toISOString() },
          { agent: String(1001 + i), state: 'ready', at: at(-60).toISOString() },
          { agent: String(1001 + i), state: 'logged_off', at: at(120).toISOString() },
        ]),
      },
    })
    await inCenter(connection.db, scope, async (tx) => {
      const own = { center_id: scope.centerId }
      await tx
        .insertInto('users')
        .values({ ...own, id: scope.actorId, name: 'Person 1', email: 'one@centre.example' })
        .execute()
      await tx
        .updateTable('operator')
        .set({ user_id: scope.actorId })
        .where('id', '=', people[0] as OperatorId)
        .execute()
      const team = await tx
        .insertInto('team')
        .values({ ...own, code: 'north', name: JSON.stringify({ kk: 'С', ru: 'С', en: 'N' }) })
        .returning('id')
        .executeTakeFirstOrThrow()
      await tx
        .updateTable('operator')
        .set({ team_id: team.id })
        .where('id', 'in', people.slice(1, 3))
        .execute()
      await tx
        .insertInto('team')
        .values({ ...own, code: 'empty', name: JSON.stringify({ kk: 'Б', ru: 'П', en: 'E' }) })
        .execute()
    })
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('supervisor', () => service)
  const late = { from: at(-120).toISOString(), to: at(-60).toISOString(), kind: 'transport' }
  const period = `from=${date}&to=${nextDate}`
  const window = `from=${at(-600).toISOString()}&to=${at(600).toISOString()}`
  const reportOf = async (person: number) => {
    const { people: rows } = (await call('GET', `/adherence?${period}`)).json()
    return rows.find((row: { operatorId: string }) => row.operatorId === people[person])
  }
  const decide = (ids: readonly string[], status: string, role = 'supervisor') =>
    call(
      'POST',
      '/adherence/exceptions/decisions',
      { exceptionIds: ids, status, reply: 'So be it' },
      role,
    )
  const ask = async (): Promise<Exception> => {
    const asked = await call('POST', '/my/adherence/exceptions', late, 'operator')
    expect(asked.statusCode).toBe(201)
    return asked.json()
  }

  it('lets an operator ask, and changes no figure before the answer', async () => {
    // Three hours of four: 180 / 240.
    expect((await reportOf(0)).adherence).toBeCloseTo(0.75, 9)
    const { id, status } = await ask()
    expect(status).toBe('requested')
    expect((await reportOf(0)).adherence).toBeCloseTo(0.75, 9)
    const waiting = await call('GET', `/adherence/exceptions?${window}&status=requested`)
    expect(waiting.json().exceptions).toMatchObject([{ id, operatorName: 'Person 1' }])
    const withdrawn = await call(
      'POST',
      `/my/adherence/exceptions/${id}/withdrawal`,
      {},
      'operator',
    )
    expect(withdrawn.statusCode).toBe(204)
    const again = await call('POST', `/my/adherence/exceptions/${id}/withdrawal`, {}, 'operator')
    expect(again.statusCode).toBe(409)
    expect((await decide([id], 'approved', 'supervisor')).statusCode).toBe(409)
  })

  it('lets nobody approve their own time, and shows all the same number once it is approved', async () => {
    const { id } = await ask()
    // The sign-in of the supervisor who asks is Person 1's own.
    const own = await decide([id], 'approved')
    expect(own.json().type).toBe('/problems/excuses-oneself')
    expect(
      (await call('POST', '/adherence/exceptions', { ...late, operatorIds: [people[0]] })).json()
        .type,
    ).toBe('/problems/excuses-oneself')
    await inCenter(connection.db, scope, (tx) =>
      tx
        .updateTable('operator')
        .set({ user_id: null })
        .where('id', '=', people[0] as OperatorId)
        .execute(),
    )
    const decided = await decide([id], 'approved')
    expect(decided.json().exceptions).toMatchObject([{ status: 'approved', reply: 'So be it' }])
    await inCenter(connection.db, scope, (tx) =>
      tx
        .updateTable('operator')
        .set({ user_id: scope.actorId })
        .where('id', '=', people[0] as OperatorId)
        .execute(),
    )
    const report = await reportOf(0)
    const day = (await call('GET', `/adherence/people/${people[0]}/days/${date}`)).json()
    const mine = (await call('GET', `/my/adherence?${period}`, undefined, 'operator')).json()
    const myDay = (await call('GET', `/my/adherence/days/${date}`, undefined, 'operator')).json()
    for (const figures of [report, day, mine.people[0], myDay]) {
      expect(figures.adherence).toBe(1)
      // The hour became neutral, not adherent.
      expect(figures.totals).toMatchObject({
        inSeconds: 10_800,
        outSeconds: 0,
        excusedSeconds: 3600,
      })
    }
    expect(mine.people).toHaveLength(1)
  })

  it('explains a team together, a time to come too, and answers all or none', async () => {
    const made = await call('POST', '/adherence/exceptions', {
      ...late,
      operatorIds: null,
      team: 'north',
    })
    const rows = made.json().exceptions as readonly Exception[]
    expect(new Set(rows.map(({ operatorId }) => operatorId))).toEqual(new Set(people.slice(1, 3)))
    expect((await reportOf(1)).adherence).toBe(1)
    expect((await reportOf(3)).adherence).toBeCloseTo(0.75, 9)
    const ids = rows.map(({ id }) => id)
    expect((await decide(ids, 'withdrawn')).statusCode).toBe(200)
    expect((await reportOf(1)).adherence).toBeCloseTo(0.75, 9)
    // One of two is not open any more: neither changes.
    const { id } = await ask()
    expect((await decide([id, ids[0] ?? ''], 'refused')).statusCode).toBe(409)
    const still = await call('GET', `/adherence/exceptions?${window}&status=requested`)
    expect(still.json().exceptions.map((one: Exception) => one.id)).toContain(id)
    const ahead = await call('POST', '/adherence/exceptions', {
      from: at(3000).toISOString(),
      to: at(3060).toISOString(),
      kind: 'meeting',
      operatorIds: null,
    })
    expect(ahead.json().exceptions).toMatchObject([{ operatorId: null, status: 'approved' }])
  })

  it('refuses what it cannot record, and whoever may not', async () => {
    const order = { ...late, operatorIds: null }
    expect(
      (await call('POST', '/adherence/exceptions', { ...order, team: 'none' })).json().type,
    ).toBe('/problems/team-unknown')
    expect(
      (await call('POST', '/adherence/exceptions', { ...order, team: 'empty' })).json().type,
    ).toBe('/problems/team-empty')
    expect(
      (await call('POST', '/adherence/exceptions', { ...order, to: order.from })).json().type,
    ).toBe('/problems/interval-empty')
    expect((await call('POST', '/adherence/exceptions', { kind: 'other' })).statusCode).toBe(400)
    expect((await call('POST', '/adherence/exceptions', order, 'operator')).statusCode).toBe(403)
    expect((await call('GET', `/my/adherence?${period}`, undefined, 'hr')).statusCode).toBe(403)
    expect((await decide([scope.actorId], 'approved')).statusCode).toBe(404)
    await inCenter(connection.db, scope, (tx) =>
      tx
        .updateTable('operator')
        .set({ user_id: null })
        .where('id', '=', people[0] as OperatorId)
        .execute(),
    )
    const nobody = await call('GET', `/my/adherence?${period}`, undefined, 'operator')
    expect(nobody.json().type).toBe('/problems/own-person-missing')
  })
})
