import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { addPeople } from '../../../../support/day-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const TODAY = localDateOf(Date.now() as EpochMs, 'Asia/Almaty')
const RULE = { months: 12, source: 'Приказ № 14' }

describe.each(DATABASES)('retention, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let people: readonly OperatorId[] = []
  const userId = randomUUID()

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    people = await addPeople(connection, scope, 3)
    service = await testApp(connection, scope)
    await inCenter(connection.db, scope, async (db) => {
      await db
        .insertInto('users')
        .values({ id: userId, center_id: scope.centerId, name: 'Кто-то', email: 'x@x.example' })
        .execute()
      // The first two left long ago, the third a month ago.
      for (const [at, days] of [500, 400, 30].entries()) {
        await db
          .updateTable('operator')
          .set({
            hired_on: '2015-01-01',
            left_on: addDays(TODAY, -days),
            full_name: `Имя ${at}`,
            ...(at === 0 ? { user_id: userId } : {}),
          })
          .where('id', '=', people[at] as OperatorId)
          .execute()
      }
    })
    await inCenter(connection.db, scope, async (db) => {
      const own = { center_id: scope.centerId, operator_id: people[0] as OperatorId }
      await db
        .insertInto('shift_request')
        .values({
          ...own,
          kind: 'leave',
          status: 'declined',
          absence_kind: 'unpaid',
          from_date: TODAY,
          to_date: TODAY,
          note: 'К врачу',
          reply: 'Болеете часто',
          decided_by: 'Старший',
        })
        .execute()
      await db
        .insertInto('objection')
        .values({
          ...own,
          about: 'competence',
          subject: '19.2',
          facts: JSON.stringify({ code: '19.2', level: null, validUntil: null }),
          words: 'Я болела',
          answer_by: TODAY,
        })
        .execute()
    })
    await call('POST', `/operators/${people[0]}/consents`, {
      kind: 'overtime',
      document: 'Заявление',
      givenOn: '2020-01-01',
      withdrawnOn: null,
    })
    await call('POST', '/certificates', {
      holder: 'person',
      operatorId: people[0],
      manager: false,
      kind: 'course',
      title: 'Курс',
      number: '77',
      issuedBy: 'Орган',
      issuedOn: '2020-01-01',
      validUntil: null,
    })
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('hr', () => service)
  const personOf = async (id: OperatorId | undefined) =>
    inCenter(connection.db, scope, (db) =>
      db
        .selectFrom('operator')
        .selectAll()
        .where('id', '=', id as OperatorId)
        .executeTakeFirstOrThrow(),
    )

  it('proposes nothing without a period, and then whose period is over', async () => {
    expect((await call('GET', '/retention')).json()).toMatchObject({ rule: null, proposals: [] })
    const set = await call('PUT', '/retention/rule', RULE)
    expect(set.json().rule).toEqual(RULE)
    expect(set.json().proposals).toMatchObject([
      { operatorId: people[0], fullName: 'Имя 0' },
      { operatorId: people[1] },
    ])
    expect((await call('PUT', '/retention/rule', { months: 0, source: 'x' })).statusCode).toBe(400)
    for (const role of ['planner', 'supervisor', 'operator']) {
      expect((await call('GET', '/retention', undefined, role)).statusCode).toBe(403)
    }
  })

  it('anonymises nobody but by the number, by HR, and when it is due', async () => {
    const { personnel_number: personnelNumber } = await personOf(people[0])
    const url = `/retention/${people[0]}/anonymisation`
    const reason = 'Срок истёк'
    const wrong = await call('POST', url, { personnelNumber: 'x', reason })
    expect(wrong.json().type).toBe('/problems/retention-number-differs')
    expect((await call('POST', url, { personnelNumber, reason }, 'head')).statusCode).toBe(403)
    const early = `/retention/${people[2]}/anonymisation`
    expect((await call('POST', early, { personnelNumber, reason })).json().type).toBe(
      '/problems/retention-not-due',
    )
    expect((await personOf(people[0])).full_name).toBe('Имя 0')
  })

  it('takes away who somebody was, and keeps the figures and the record', async () => {
    const { personnel_number: personnelNumber } = await personOf(people[0])
    const done = await call('POST', `/retention/${people[0]}/anonymisation`, {
      personnelNumber,
      reason: 'Срок истёк',
    })
    expect(done.json().proposals).toMatchObject([{ operatorId: people[1] }])
    expect(done.json().decisions).toMatchObject([
      { decision: 'anonymised', reason: 'Срок истёк', decidedBy: scope.actorName },
    ])
    const person = await personOf(people[0])
    expect(person.full_name).toMatch(/^anon-[0-9a-f]{12}$/u)
    expect(person).toMatchObject({
      personnel_number: person.full_name,
      user_id: null,
      hired_on: '2015-01-01',
      left_on: addDays(TODAY, -500),
    })
    const kept = await inCenter(connection.db, scope, async (db) => ({
      user: await db
        .selectFrom('users')
        .select(['name', 'email', 'disabled_at'])
        .where('id', '=', userId)
        .executeTakeFirstOrThrow(),
      certificate: await db.selectFrom('certificate').selectAll().executeTakeFirstOrThrow(),
      request: await db
        .selectFrom('shift_request')
        .select(['status', 'note', 'reply'])
        .executeTakeFirstOrThrow(),
      objection: await db
        .selectFrom('objection')
        .select(['words', 'subject'])
        .executeTakeFirstOrThrow(),
      audit: await db
        .selectFrom('audit_record')
        .select('entity')
        .where('entity', '=', 'retention_decision')
        .execute(),
    }))
    expect(kept.user).toMatchObject({ name: person.full_name })
    expect(kept.user.email).toMatch(/@anonymised\.invalid$/u)
    expect(kept.user.disabled_at).not.toBeNull()
    expect(kept.certificate).toMatchObject({ holder_name: person.full_name, title: 'Курс' })
    expect(kept.certificate.number).not.toBe('77')
    expect(kept.audit).toHaveLength(1)
    expect(kept.request).toEqual({ status: 'declined', note: '', reply: '' })
    expect(kept.objection).toEqual({ words: '—', subject: '19.2' })
    const records = await call('GET', `/operators/${people[0]}/personal-records`)
    expect(records.json().consents).toEqual([])
  })

  it('keeps somebody until a later day, for a reason', async () => {
    const url = `/retention/${people[1]}/keeping`
    const past = await call('POST', url, { until: TODAY, reason: 'Спор' })
    expect(past.json().type).toBe('/problems/retention-day-passed')
    const kept = await call('POST', url, { until: addDays(TODAY, 90), reason: 'Спор' })
    expect(kept.json().proposals).toEqual([])
    expect(kept.json().decisions[0]).toMatchObject({
      decision: 'kept',
      fullName: 'Имя 1',
      keepUntil: addDays(TODAY, 90),
    })
  })
})
