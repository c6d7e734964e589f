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

describe.each(DATABASES)('due dates, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let people: readonly OperatorId[] = []

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    people = await addPeople(connection, scope, 2)
    service = await testApp(connection, scope)
    const [first = ''] = people
    await call('POST', '/certificates', {
      holder: 'person',
      operatorId: first,
      manager: false,
      kind: 'certification',
      title: 'Менеджер',
      number: '7',
      issuedBy: 'Орган',
      issuedOn: addDays(TODAY, -100),
      validUntil: addDays(TODAY, 10),
    })
    await call('POST', `/operators/${first}/consents`, {
      kind: 'night_work',
      document: 'Заявление № 3',
      givenOn: addDays(TODAY, -100),
      withdrawnOn: addDays(TODAY, 11),
    })
    await call('POST', `/operators/${first}/consents`, {
      kind: 'personal_data',
      document: 'Заявление № 1',
      givenOn: addDays(TODAY, -100),
      withdrawnOn: null,
    })
    await call('PATCH', `/operators/${people[1]}`, { leftOn: addDays(TODAY, 12) })
    // A session at 23:30 of Almaty, which is 18:30 in UTC; so that a zone forgotten would show.
    await inCenter(connection.db, scope, async (db) => {
      const centre = { center_id: scope.centerId }
      const { id } = await db
        .insertInto('course')
        .values({
          ...centre,
          code: 'c',
          name: JSON.stringify({ kk: 'К', ru: 'Курс', en: 'C' }),
          archived_at: null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      const version = { ...centre, course_id: id, version: 1, minutes: 60, programme: 'П' }
      await db
        .insertInto('course_version')
        .values({ ...version, pass_share: null, certificate_months: null, made_by: 'Б' })
        .execute()
      const session = await db
        .insertInto('training_session')
        .values({
          ...centre,
          course_id: id,
          course_version: 1,
          site_id: null,
          room: '12',
          trainer: 'Т',
          places: 3,
          starts_at: new Date(`${addDays(TODAY, 13)}T18:30:00Z`),
          ends_at: new Date(`${addDays(TODAY, 13)}T19:30:00Z`),
          short_agent_hours: null,
          made_by: 'Б',
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('training_attendance')
        .values({
          ...centre,
          session_id: session.id,
          operator_id: first as OperatorId,
          share: null,
          passed: null,
        })
        .execute()
    })
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('hr', () => service)
  const soon = `from=${addDays(TODAY, 1)}&days=30`
  const entriesFor = async (role: string, filter = '') =>
    (await call('GET', `/due-dates?${soon}${filter}`, undefined, role)).json().entries

  it('come day by day, from everything that is kept about people', async () => {
    expect(await entriesFor('hr')).toMatchObject([
      {
        kind: 'certificate',
        date: addDays(TODAY, 10),
        about: 'Менеджер, № 7',
        operatorId: people[0],
      },
      { kind: 'document', date: addDays(TODAY, 11), about: 'согласие на ночную работу' },
      { kind: 'contract', date: addDays(TODAY, 12), operatorId: people[1] },
      { kind: 'session', date: addDays(TODAY, 13), about: 'Курс, 12' },
    ])
  })

  it('name who works here without a consent to the use of personal data, to HR alone', async () => {
    const missing = async (role: string): Promise<unknown[]> =>
      (await call('GET', `/due-dates?${soon}&kind=consent`, undefined, role)).json().overdue
    expect(await missing('hr')).toMatchObject([{ operatorId: people[1], overdue: true }])
    expect(await missing('head')).toEqual([])
    const card = async (at: number): Promise<string[]> =>
      (await call('GET', `/operators/${people[at] ?? ''}/personal-records`)).json().warnings
    expect(await card(0)).toEqual([])
    expect(await card(1)).toEqual(['personal-data-consent-missing'])
  })

  it('have the days of surveys, and what was promised after them until it is done', async () => {
    const survey = {
      title: { kk: 'С', ru: 'Опрос', en: 'S' },
      opensOn: addDays(TODAY, 2),
      closesOn: addDays(TODAY, 9),
      groupMin: 5,
      repeatMonths: null,
      questions: ['satisfaction', 'experience'].map((factor) => ({
        factor,
        text: { kk: 'С', ru: 'В', en: 'Q' },
      })),
    }
    expect((await call('POST', '/surveys', survey)).statusCode).toBe(201)
    expect(await entriesFor('supervisor', '&kind=survey')).toMatchObject([
      { fullName: 'Опрос', date: addDays(TODAY, 2), about: 'начало', operatorId: null },
      { fullName: 'Опрос', date: addDays(TODAY, 9), about: 'последний день' },
    ])
    await inCenter(connection.db, scope, async (db) => {
      const { id } = await db.selectFrom('survey').select('id').executeTakeFirstOrThrow()
      await db
        .insertInto('survey_action')
        .values({
          center_id: scope.centerId,
          survey_id: id,
          factor: 'satisfaction',
          what: 'Комната отдыха',
          owner: 'Директор',
          due_on: addDays(TODAY, -1),
          done_on: null,
          made_by: 'Б',
        })
        .execute()
    })
    expect((await call('GET', `/due-dates?${soon}&kind=action`)).json().overdue).toMatchObject([
      { fullName: 'Директор', about: 'Комната отдыха', overdue: true },
    ])
  })

  it('say nothing of consents to others than HR', async () => {
    const kinds = async (role: string): Promise<string[]> =>
      (await entriesFor(role)).map(({ kind }: { readonly kind: string }) => kind)
    expect(await kinds('hr')).toContain('document')
    for (const role of ['head', 'supervisor', 'admin']) {
      expect(await kinds(role)).not.toContain('document')
    }
  })

  it('name who has never been assessed as overdue, whatever the span', async () => {
    const { overdue } = (await call('GET', `/due-dates?${soon}&kind=assessment`)).json()
    expect(overdue).toMatchObject([
      { kind: 'assessment', overdue: true },
      { kind: 'assessment', overdue: true },
    ])
  })

  it('are narrowed by kind and team', async () => {
    expect(await entriesFor('hr', '&kind=session')).toHaveLength(1)
    expect(await entriesFor('hr', '&team=none')).toEqual([])
  })

  it('leave as a calendar and as a table', async () => {
    const calendar = await call('GET', `/due-dates/file?${soon}&format=ics`)
    expect(calendar.headers['content-type']).toContain('text/calendar')
    expect(calendar.body.match(/BEGIN:VEVENT/gu)).toHaveLength(6)
    const table = await call('GET', `/due-dates/file?${soon}&format=csv`)
    // A header; two assessments, a consent and an action that are overdue; six entries.
    expect(table.body.trim().split('\r\n')).toHaveLength(11)
    expect(table.body).toContain('Просрочено')
  })

  it('are refused to operators and without a span', async () => {
    expect((await call('GET', `/due-dates?${soon}`, undefined, 'operator')).statusCode).toBe(403)
    expect((await call('GET', '/due-dates?from=x&days=1')).statusCode).toBe(400)
    expect((await call('GET', `/due-dates/file?${soon}&format=doc`)).statusCode).toBe(400)
  })
})
