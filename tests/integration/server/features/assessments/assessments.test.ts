import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDate, localDateOf, mondayOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { type Db, inCenter, type Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { addUsers, ownCentre } from '../../../../support/own-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testDatabase } from '../../../../support/test-database.ts'

const NAME = { kk: 'А', ru: 'Б', en: 'C' }
const TODAY = localDateOf(Date.now() as EpochMs, 'Asia/Almaty')
const HIRED = addDays(TODAY, -100)
const result = (code: string, level = 3) => ({ code, level, evidence: 'Разговор' })

/** A published schedule with one shift a day, 09:00–17:00 in Almaty, and what it must stand on. */
async function publishShifts(
  db: Db,
  { centerId: center_id }: Scope,
  { operatorId, days }: { readonly operatorId: string; readonly days: readonly string[] },
): Promise<void> {
  const made = { engine_version: '1', data_hash: 'x', settings: '{}', made_by: 'x' }
  const forecast = await db
    .insertInto('forecast')
    .values({
      center_id,
      version: 1,
      status: 'draft',
      from_date: TODAY as string,
      to_date: addDays(TODAY, 7) as string,
      seed: 1,
      accuracy: '{}',
      ...made,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const requirement = await db
    .insertInto('requirement')
    .values({ center_id, version: 1, forecast_id: forecast.id, ...made })
    .returning('id')
    .executeTakeFirstOrThrow()
  const schedule = await db
    .insertInto('schedule')
    .values({
      center_id,
      version: 1,
      requirement_id: requirement.id,
      from_date: TODAY as string,
      days: 7,
      status: 'published',
      seed: 1,
      summary: '{}',
      published_by: 'x',
      published_at: new Date(),
      ...made,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const shape = await db.selectFrom('shift_shape').select('id').limit(1).executeTakeFirstOrThrow()
  await db
    .insertInto('shift')
    .values(
      days.map((day) => ({
        center_id,
        schedule_id: schedule.id,
        operator_id: operatorId as OperatorId,
        shape_id: shape.id,
        starts_at: new Date(`${day}T04:00:00Z`),
        ends_at: new Date(`${day}T12:00:00Z`),
        origin: 'engine' as const,
      })),
    )
    .execute()
}

describe.each(DATABASES)('competences and their assessment, on %s', (name) => {
  let connection: Connection
  let assessor: TestApp
  let hr: TestApp
  let scope: Scope
  let operatorId = ''
  const assessorId = randomUUID()
  const hrId = randomUUID()

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await ownCentre(connection)
    await addUsers(connection, scope, [
      { id: assessorId, name: 'Старший', roles: 'supervisor' },
      { id: hrId, name: 'Кадры', roles: 'hr' },
    ])
    assessor = await testApp(connection, { ...scope, actorId: assessorId, actorName: 'Старший' })
    hr = await testApp(connection, { ...scope, actorId: hrId, actorName: 'Кадры' })
    await asHr('POST', '/sites', { code: 'A', name: NAME, workplaces: 4 })
    const card = await asHr('POST', '/operators', {
      personnelNumber: 'K-1',
      fullName: 'Ахметова',
      siteCode: 'A',
      contractCode: 'FT40',
      hiredOn: HIRED,
    })
    operatorId = card.json().person.id
  })
  afterAll(async () => {
    await assessor.close()
    await hr.close()
    await connection.close()
  })

  const asHr = callAs('hr', () => hr)
  const asAssessor = callAs('supervisor', () => assessor)
  const begin = async (part: object = {}): Promise<string> => {
    const order = {
      operatorId,
      method: 'observation',
      assessedOn: TODAY,
      evidence: '10 разговоров',
      results: [result('19.1'), result('language.kk', 4)],
      ...part,
    }
    const answer = await asAssessor('POST', '/assessments', order)
    expect(answer.statusCode).toBe(201)
    return `/assessments/${answer.json().id}`
  }
  const held = async (): Promise<Record<string, { level: number; validUntil: string }>> => {
    const { competences } = (await asHr('GET', `/operators/${operatorId}`)).json()
    return Object.fromEntries(competences.map((one: { code: string }) => [one.code, one]))
  }

  describe('the catalogue', () => {
    it('has what the order asks for built in, and the own beside it', async () => {
      const added = await asHr('POST', '/competences', {
        code: 'topic.pensions',
        kind: 'topic',
        name: NAME,
        anchors: [{ level: 3, text: NAME }],
      })
      expect(added.json()).toMatchObject({ paragraph: null, anchors: [{ level: 3, text: NAME }] })
      const { competences } = (await asHr('GET', '/competences')).json()
      const ofOrder = competences.filter((one: { paragraph: string | null }) => one.paragraph)
      // Eight of п. 19 and three of п. 20.
      expect(ofOrder).toHaveLength(11)
      const again = await asHr('POST', '/competences', added.json())
      expect(again.statusCode).toBe(400)
    })

    it('lets the own be archived, and not what the order asks for', async () => {
      const archived = await asHr('PATCH', '/competences/topic.pensions', { archived: true })
      expect(archived.json().archived).toBe(true)
      const refused = await asHr('PATCH', '/competences/19.1', { archived: true })
      expect(refused.json()).toMatchObject({
        status: 409,
        type: '/problems/competence-of-order',
        values: { paragraph: '19.1' },
      })
      expect((await asHr('PATCH', '/competences/x', { archived: true })).statusCode).toBe(422)
      const other = await asAssessor('PATCH', '/competences/19.1', { name: NAME })
      expect(other.statusCode).toBe(403)
    })
  })

  describe('position profiles', () => {
    const body = {
      code: 'planner',
      name: NAME,
      function: '17.5',
      duties: 'Прогноз и график',
      competences: [{ code: '20.1', minLevel: 4 }],
    }
    const cover = (list: { functions: { function: string; covered: boolean }[] }) =>
      list.functions.filter(({ covered }) => covered).map((one) => one.function)

    it('leave all six functions uncovered until somebody competent holds one', async () => {
      const made = (await asHr('POST', '/position-profiles', body)).json()
      expect(made.functions).toHaveLength(6)
      expect(cover(made)).toEqual([])
      const url = `/position-profiles/planner/holders/${operatorId}`
      const given = (await asHr('PUT', url, { since: TODAY })).json()
      expect(given.profiles[0].holders).toMatchObject([
        { gaps: [{ code: '20.1', minLevel: 4, level: null }], readVersion: null },
      ])
      expect(cover(given)).toEqual([])
    })

    it('are read again after a change', async () => {
      const url = `/position-profiles/planner/holders/${operatorId}`
      const read = (await asHr('POST', `${url}/reading`)).json()
      expect(read.profiles[0]).toMatchObject({ version: 1, holders: [{ readVersion: 1 }] })
      const lighter = { ...body, competences: [] }
      const changed = (await asHr('PUT', '/position-profiles/planner', lighter)).json()
      expect(changed.profiles[0]).toMatchObject({ version: 2, holders: [{ readVersion: 1 }] })
      expect(cover(changed)).toEqual(['17.5'])
      expect((await asHr('DELETE', url)).json().profiles[0].holders).toEqual([])
      expect((await asHr('DELETE', url)).statusCode).toBe(404)
      expect((await asHr('DELETE', '/position-profiles/planner')).json().profiles).toEqual([])
    })
  })

  describe('an assessment', () => {
    it('is signed by nobody who was not taught to assess', async () => {
      const url = await begin()
      expect((await asAssessor('POST', `${url}/signature`)).json().type).toBe(
        '/problems/assessor-untrained',
      )
      const named = { trainedOn: '2026-01-15', document: 'Удостоверение № 8' }
      const { assessors } = (await asHr('PUT', `/assessors/${assessorId}`, named)).json()
      expect(assessors).toContainEqual({ userId: assessorId, name: 'Старший', ...named })
      expect((await asAssessor('POST', `${url}/signature`)).json().status).toBe('signed')
      expect(
        (
          await asAssessor('PUT', url, {
            method: 'test',
            assessedOn: TODAY,
            evidence: '',
            results: [result('19.1')],
          })
        ).json().type,
      ).toBe('/problems/assessment-signed')
    })

    it('holds when both have signed, from its day on, for the cycle of the centre', async () => {
      const [{ id }] = (await asHr('GET', '/assessments?open=true')).json().assessments
      expect(await held()).toEqual({})
      const other = await asAssessor('POST', `/assessments/${id}/answer`, { agrees: true })
      expect(other.statusCode).toBe(403)
      const agreed = await asHr('POST', `/assessments/${id}/answer`, { agrees: true })
      expect(agreed.json().status).toBe('agreed')
      const year = Number(TODAY.slice(0, 4)) + 1
      const expected = TODAY.slice(5) === '02-29' ? `${year}-02-28` : `${year}${TODAY.slice(4)}`
      expect(await held()).toMatchObject({
        '19.1': { level: 3, validUntil: expected },
        'language.kk': { level: 4, validUntil: expected },
      })
    })

    it('does not undo what was found later', async () => {
      const url = await begin({ assessedOn: addDays(TODAY, -10), results: [result('19.1', 1)] })
      await asAssessor('POST', `${url}/signature`)
      await asHr('POST', `${url}/answer`, { agrees: true })
      expect((await held())['19.1']?.level).toBe(3)
    })

    it('that is disputed holds once somebody else than its assessor has decided', async () => {
      const url = await begin({ results: [result('19.1', 1)] })
      await asAssessor('POST', `${url}/signature`)
      const mute = await asHr('POST', `${url}/answer`, { agrees: false })
      expect(mute.json().type).toBe('/problems/objection-missing')
      const objection = { agrees: false, objection: 'Разговор не мой' }
      expect((await asHr('POST', `${url}/answer`, objection)).json().status).toBe('disputed')
      expect((await held())['19.1']?.level).toBe(3)
      const decision = { decision: 'Протокол № 2', results: [result('19.1', 2)] }
      const own = await asAssessor('POST', `${url}/resolution`, decision, 'hr')
      expect(own.json().type).toBe('/problems/assessor-decides-dispute')
      expect((await asHr('POST', `${url}/resolution`, decision)).json()).toMatchObject({
        status: 'resolved',
        decidedBy: 'Кадры',
        results: [result('19.1', 2)],
      })
      expect((await held())['19.1']?.level).toBe(2)
    })

    it('of oneself is a self-assessment, and changes nothing', async () => {
      await asHr('PATCH', `/operators/${operatorId}`, { userId: assessorId })
      const foreign = await begin({ results: [result('19.1', 5)] })
      expect((await asAssessor('POST', `${foreign}/signature`)).json().type).toBe(
        '/problems/assesses-oneself',
      )
      expect((await asAssessor('DELETE', foreign)).statusCode).toBe(204)
      const own = await begin({ method: 'self', results: [result('19.1', 5)] })
      await asAssessor('POST', `${own}/signature`)
      expect((await asHr('POST', `${own}/answer`, { agrees: true })).statusCode).toBe(403)
      const agreed = await asAssessor('POST', `${own}/answer`, { agrees: true }, 'operator')
      expect(agreed.json().status).toBe('agreed')
      expect((await held())['19.1']?.level).toBe(2)
      await asHr('PATCH', `/operators/${operatorId}`, { userId: null })
    })

    it.each([
      [{ assessedOn: '2999-01-01' }, 'assessment-in-future'],
      [{ results: [result('99')] }, 'competence-unknown'],
      [{ operatorId: randomUUID() }, 'operator-unknown'],
      [{ results: [] }, 'invalid-request'],
      [{ results: [result('19.1'), result('19.1')] }, 'name-taken'],
    ])('is refused when it does not fit: %#', async (part, code) => {
      const order = {
        operatorId,
        method: 'test',
        assessedOn: TODAY,
        evidence: '',
        results: [result('19.1')],
        ...part,
      }
      expect((await asAssessor('POST', '/assessments', order)).json().type).toBe(
        `/problems/${code}`,
      )
    })
  })

  describe('the plan', () => {
    it('says who is overdue, and what share the auditor may count', async () => {
      const plan = (await asHr('GET', '/assessment-plan')).json()
      // Ten competences of the order were never assessed: due since the day of hiring.
      expect(plan.people).toMatchObject([{ operatorId, dueOn: HIRED, urgency: 'overdue' }])
      expect(plan.people[0].missing).toHaveLength(10)
      expect(plan.year).toMatchObject({ operators: 1, assessed: 0 })
      const { competences } = (await asHr('GET', '/competences')).json()
      const codes = competences.flatMap((one: { code: string; paragraph: string | null }) =>
        one.paragraph === null ? [] : [one.code],
      )
      const url = await begin({ results: codes.map((code: string) => result(code)) })
      await asAssessor('POST', `${url}/signature`)
      await asHr('POST', `${url}/answer`, { agrees: true })
      const after = (await asHr('GET', '/assessment-plan')).json()
      expect(after.year.assessed).toBe(1)
      expect(after.people[0]).toMatchObject({ missing: [], urgency: 'later' })
    })

    it('reads «annually» as the centre says, for what is assessed from then on', async () => {
      const plan = await asHr('PUT', '/assessment-plan/cycle', { cycle: 'calendar_year' })
      expect(plan.json().cycle).toBe('calendar_year')
      const url = await begin({ results: [result('19.5')] })
      await asAssessor('POST', `${url}/signature`)
      await asHr('POST', `${url}/answer`, { agrees: true })
      const year = Number(TODAY.slice(0, 4)) + 1
      expect((await held())['19.5']?.validUntil).toBe(`${year}-12-31`)
    })

    it('shows everything in one matrix, and a history behind each of its cells', async () => {
      const { competences, operators, cells } = (await asHr('GET', '/competence-matrix')).json()
      expect(operators).toMatchObject([{ id: operatorId }])
      const cell = cells.find(
        (one: { competence: number }) => competences[one.competence] === '19.5',
      )
      expect(cell).toMatchObject({ operator: 0, level: 3, assessedOn: TODAY })
      const history = await asHr('GET', `/assessments?operatorId=${operatorId}&code=19.5`)
      expect(history.json().assessments).toHaveLength(2)
    })

    it('warns of an expiry inside a published schedule, with the shifts that it touches', async () => {
      const queue = await asHr(
        'POST',
        '/queues',
        {
          code: 'calls',
          name: NAME,
          channel: 'voice',
          openingHours: [[], [], [], [], [], [], []],
          competences: [{ code: '19.5', minLevel: 3 }],
        },
        'planner',
      )
      expect(queue.statusCode).toBe(201)
      const { validUntil = TODAY } = (await held())['19.5'] ?? {}
      const days = [validUntil, addDays(localDate(validUntil), 1)]
      await inCenter(connection.db, scope, (db) => publishShifts(db, scope, { operatorId, days }))
      const { alerts } = (await asHr('GET', '/competence-alerts', undefined, 'planner')).json()
      expect(alerts).toMatchObject([
        // Nothing else is left to them.
        {
          operatorId,
          competenceCode: '19.5',
          queueCodes: ['calls'],
          keptQueueCodes: [],
          validUntil,
        },
      ])
      // Only the shift of the day after the last day of validity.
      const week = mondayOf(localDate(days[1] ?? ''))
      expect(alerts[0].shifts).toMatchObject([
        { startsAt: `${days[1]}T04:00:00.000Z`, date: days[1], week, version: 1 },
      ])
      const other = await asHr('GET', '/competence-alerts', undefined, 'operator')
      expect(other.statusCode).toBe(403)
    })

    it('warns of a level that was lowered after the week was published, until it is held again', async () => {
      const lowered = async () =>
        (await asHr('GET', '/competence-alerts'))
          .json()
          .alerts.filter((one: { lowered: object | null }) => one.lowered !== null)
      expect(await lowered()).toEqual([])
      const judge = async (level: number): Promise<void> => {
        const url = await begin({ results: [result('19.5', level)] })
        await asAssessor('POST', `${url}/signature`)
        await asHr('POST', `${url}/answer`, { agrees: true })
      }
      await judge(1)
      const [alert, ...others] = await lowered()
      expect(others).toEqual([])
      expect(alert).toMatchObject({
        operatorId,
        competenceCode: '19.5',
        lowered: { level: 1, formerLevel: 3, assessedOn: TODAY },
        queueCodes: ['calls'],
        keptQueueCodes: [],
      })
      // Both shifts of the week are after it.
      expect(alert.shifts).toHaveLength(2)
      // Lowered again, what counts is what was held when the week was published.
      await judge(0)
      expect(await lowered()).toMatchObject([{ lowered: { level: 0, formerLevel: 3 } }])
      await judge(2)
      expect(await lowered()).toMatchObject([{ lowered: { level: 2, formerLevel: 3 } }])
      await judge(3)
      expect(await lowered()).toEqual([])
    })

    it('ends what was assessed with the employment, for somebody who is hired again', async () => {
      await asHr('PATCH', `/operators/${operatorId}`, { leftOn: TODAY })
      await asHr('PATCH', `/operators/${operatorId}`, { hiredOn: addDays(TODAY, 1) })
      for (const { validUntil } of Object.values(await held())) expect(validUntil).toBe(TODAY)
    })
  })
})
