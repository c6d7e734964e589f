import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDateOf, mondayOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { type Db, inCenter, type Scope } from '#server/platform/db/scope.ts'

import { SCHEDULE_WEIGHTS } from '../../../../../fixtures/rules/schedule-weights.ts'
import { answerAs } from '../../../../support/call.ts'
import { addPeople, publishShifts } from '../../../../support/day-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const HOUR_MS = 3_600_000
const NOWHERE = '00000000-0000-4000-8000-000000000000'

describe.each(DATABASES)("an operator's own shifts, on %s", (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let people: readonly OperatorId[]
  const today = localDateOf(Date.now() as EpochMs, 'Asia/Almaty')
  const monday = addDays(mondayOf(today), 7)
  /** Five hours from an hour of a day of the week; so short a shift needs no meal. */
  const shift = (day: number, hour: number) => {
    const startMs = Date.parse(`${addDays(monday, day)}T00:00:00+05:00`) + hour * HOUR_MS
    return { startsAt: new Date(startMs), endsAt: new Date(startMs + 5 * HOUR_MS) }
  }

  const inside = <Result>(work: (tx: Db) => Promise<Result>) => inCenter(connection.db, scope, work)

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    people = await addPeople(connection, scope, 4)
    service = await testApp(connection, scope)
    const [a, b, c] = people as [OperatorId, OperatorId, OperatorId]
    await publishShifts(connection, scope, {
      fromDate: monday,
      publishedAt: new Date(),
      shifts: [
        { operatorId: a, ...shift(0, 9) },
        { operatorId: a, ...shift(1, 9) },
        { operatorId: b, ...shift(2, 13) },
        // Three hours after the end of what A works on Tuesday: too little rest for A.
        { operatorId: c, ...shift(1, 17) },
      ],
      required: Array.from({ length: 336 }, (_, t) => ({
        startsAt: new Date(Date.parse(`${monday}T00:00:00+05:00`) + (t * HOUR_MS) / 2),
        agents: 1,
      })),
    })
    await inside(async (tx) => {
      const own = { center_id: scope.centerId }
      await tx
        .updateTable('center')
        .set({ schedule_weights: JSON.stringify(SCHEDULE_WEIGHTS) })
        .execute()
      await tx
        .updateTable('shift_shape')
        .set({ span_minutes: 300, paid_minutes: 300, start_step_minutes: 60 })
        .execute()
      const shape = await tx.selectFrom('shift_shape').select('id').executeTakeFirstOrThrow()
      const contract = await tx.selectFrom('contract').select('id').executeTakeFirstOrThrow()
      await tx
        .insertInto('contract_shape')
        .values({ ...own, contract_id: contract.id, shape_id: shape.id })
        .execute()
      await tx
        .insertInto('users')
        .values({ ...own, id: scope.actorId, name: 'Somebody', email: 'one@centre.example' })
        .execute()
    })
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = answerAs('operator', () => service)

  /** Whoever signs in is this person from now on; nobody of the centre without a number. */
  async function be(index?: number): Promise<void> {
    await inside(async (tx) => {
      await tx
        .updateTable('operator')
        .set({ user_id: null })
        .where('user_id', '=', scope.actorId)
        .execute()
      if (index === undefined) return
      await tx
        .updateTable('operator')
        .set({ user_id: scope.actorId })
        .where('id', '=', people[index] as OperatorId)
        .execute()
    })
  }

  const starts = ({ body }: { body: { shifts: { startsAt: string }[] } }) =>
    body.shifts.map(({ startsAt }) => startsAt)

  describe('/my/shifts', () => {
    it('shows what is published for oneself, and of nobody else', async () => {
      await be(0)
      const own = await call('GET', '/my/shifts')
      expect(own.status).toBe(200)
      expect(starts(own)).toEqual(
        [shift(0, 9), shift(1, 9)].map((one) => one.startsAt.toISOString()),
      )
      expect(own.body).toMatchObject({
        today,
        published: [{ fromDate: monday, toDate: addDays(monday, 6) }],
        seenAt: null,
        changes: [],
      })
    })

    it('is for operators whose sign-in is known', async () => {
      await be()
      expect((await call('GET', '/my/shifts')).body.type).toBe('/problems/own-person-missing')
      expect((await call('GET', '/my/shifts', undefined, null)).status).toBe(401)
      expect((await call('GET', '/my/shifts', undefined, 'hr')).status).toBe(403)
    })
  })

  describe('/my/wishes', () => {
    it('are kept for the generator, and taken back', async () => {
      await be(0)
      const wishes = { daysOff: [4], start: { fromMinutes: 480, toMinutes: 600 } }
      expect((await call('PUT', '/my/wishes', wishes)).body).toEqual(wishes)
      const rows = await inside((tx) => tx.selectFrom('preference').selectAll().execute())
      expect(rows.map(({ kind, weekday, operator_id: id }) => [kind, weekday, id])).toEqual(
        expect.arrayContaining([
          ['day_off', 4, people[0]],
          ['start', null, people[0]],
        ]),
      )
      const none = { daysOff: [], start: null }
      expect((await call('PUT', '/my/wishes', none)).body).toEqual(none)
      expect((await call('GET', '/my/wishes')).body).toEqual(none)
    })

    it('refuses days that are none, and a start that ends before it begins', async () => {
      expect((await call('PUT', '/my/wishes', { daysOff: [7], start: null })).status).toBe(400)
      const turned = { daysOff: [], start: { fromMinutes: 600, toMinutes: 480 } }
      expect((await call('PUT', '/my/wishes', turned)).body.type).toBe('/problems/interval-empty')
      expect((await call('PUT', '/my/wishes', turned, null)).status).toBe(401)
    })
  })

  describe('a swap', () => {
    let requestId = ''
    const swap = () => ({
      kind: 'swap',
      startsAt: shift(1, 9).startsAt.toISOString(),
      otherOperatorId: people[1],
      otherStartsAt: shift(2, 13).startsAt.toISOString(),
      note: ' к врачу ',
    })

    it('offers colleagues with whom it would be legal', async () => {
      await be(0)
      await call('POST', '/my/shifts/seen')
      const startsAt = encodeURIComponent(shift(0, 9).startsAt.toISOString())
      const { body } = await call('GET', `/my/shifts/swaps?startsAt=${startsAt}`)
      const offered = body.choices.map(({ operatorId }: { operatorId: string }) => operatorId)
      expect(offered).toContain(people[1])
      // C's shift on Tuesday lies too near to what A works that day.
      expect(offered).not.toContain(people[2])
    })

    it('is refused by name where it would break a rule', async () => {
      await be(0)
      const near = {
        ...swap(),
        startsAt: shift(0, 9).startsAt.toISOString(),
        otherOperatorId: people[2],
        otherStartsAt: shift(1, 17).startsAt.toISOString(),
      }
      const { status, body } = await call('POST', '/my/shift-requests', near)
      expect(status).toBe(422)
      expect(body.type).toBe('/problems/swap-refused')
      expect(JSON.stringify(body.errors)).toMatch(/ст\. (73|83)/u)
    })

    it('waits for the colleague, then for a decision', async () => {
      await be(0)
      const asked = await call('POST', '/my/shift-requests', swap())
      expect(asked).toMatchObject({ status: 201, body: { status: 'asked', note: 'к врачу' } })
      requestId = asked.body.id
      const own = `/my/shift-requests/${requestId}`
      expect((await call('POST', `${own}/answer`, { agrees: true })).status).toBe(404)
      expect((await call('GET', '/shift-requests', undefined, 'supervisor')).body.requests).toEqual(
        [],
      )
      await be(1)
      const [seen] = (await call('GET', '/my/shift-requests')).body.requests
      expect(seen).toMatchObject({ id: requestId, operatorName: 'Person 1' })
      expect((await call('POST', `${own}/answer`, { agrees: true })).body.status).toBe('waiting')
      expect((await call('POST', `${own}/answer`, { agrees: false })).body.type).toBe(
        '/problems/shift-request-decided',
      )
    })

    it('tells what it would do before it is decided', async () => {
      const url = `/shift-requests/${requestId}/effect`
      const { status, body } = await call('GET', url, undefined, 'supervisor')
      expect(status).toBe(200)
      expect(body.broken).toEqual([])
      expect(body.shortHours.after).toBe(body.shortHours.before)
      expect((await call('GET', url, undefined, 'operator')).status).toBe(403)
    })

    it('is decided by nobody whose own it is', async () => {
      await be(1)
      const decision = { approve: true, reply: '' }
      const url = `/shift-requests/${requestId}/decision`
      expect((await call('POST', url, decision, 'supervisor')).body.type).toBe(
        '/problems/shift-request-own',
      )
      expect((await call('POST', url, decision, 'operator')).status).toBe(403)
    })

    it('is in force once it is approved, and shown as a change to both', async () => {
      await be()
      const decision = { approve: true, reply: 'Хорошо' }
      const url = `/shift-requests/${requestId}/decision`
      const { status, body } = await call('POST', url, decision, 'supervisor')
      expect(status).toBe(200)
      expect(body).toMatchObject({ status: 'approved', reply: 'Хорошо' })
      expect((await call('POST', url, decision, 'supervisor')).status).toBe(409)
      await be(0)
      const own = await call('GET', '/my/shifts')
      expect(starts(own)).toEqual(
        [shift(0, 9), shift(2, 13)].map((one) => one.startsAt.toISOString()),
      )
      expect(own.body.changes).toHaveLength(2)
      expect((await call('POST', '/my/shifts/seen')).body.changes).toEqual([])
      await be(1)
      expect(starts(await call('GET', '/my/shifts'))).toEqual([shift(1, 9).startsAt.toISOString()])
      const schedules = (await call('GET', '/schedules')).body.schedules
      const status2 = schedules.map(({ status: one }: { status: string }) => one)
      expect(status2).toEqual(['published', 'superseded'])
    })
  })

  describe('leave', () => {
    const leave = (part: object = {}) => ({
      kind: 'leave',
      absenceKind: 'annual',
      fromDate: addDays(monday, 2),
      toDate: addDays(monday, 3),
      note: '',
      ...part,
    })

    it.each([
      ['days in disorder', { toDate: today }, 422, 'dates-disordered'],
      ['today', { fromDate: today, toDate: today }, 422, 'part-begun'],
      ['an illness, which is not asked for', { absenceKind: 'sick' }, 400, 'invalid-request'],
    ])('refuses %s', async (_, part, status, code) => {
      await be(0)
      const answer = await call('POST', '/my/shift-requests', leave(part))
      expect(answer).toMatchObject({ status, body: { type: `/problems/${code}` } })
    })

    it('is withdrawn by whoever asked, until it is decided', async () => {
      await be(0)
      const asked = await call('POST', '/my/shift-requests', leave())
      expect(asked).toMatchObject({ status: 201, body: { status: 'waiting', isOwn: true } })
      const { id } = asked.body
      await be(1)
      const url = `/my/shift-requests/${id}/withdrawal`
      expect((await call('POST', url)).status).toBe(404)
      await be(0)
      expect((await call('POST', url)).body.status).toBe('withdrawn')
      expect((await call('POST', url)).body.type).toBe('/problems/shift-request-decided')
    })

    it('takes the shifts away when it is approved, and says before what will be missing', async () => {
      await be(0)
      const { id } = (await call('POST', '/my/shift-requests', leave())).body
      await be()
      const effect = (await call('GET', `/shift-requests/${id}/effect`, undefined, 'planner')).body
      // Five hours of one agent, and nobody else is there.
      expect(effect.shortHours.after - effect.shortHours.before).toBeCloseTo(5, 6)
      expect(effect.dropped).toHaveLength(1)
      const decision = { approve: true, reply: '' }
      const url = `/shift-requests/${id}/decision`
      expect((await call('POST', url, decision, 'planner')).body.status).toBe('approved')
      await be(0)
      const own = await call('GET', '/my/shifts')
      expect(starts(own)).toEqual([shift(0, 9).startsAt.toISOString()])
      expect(own.body.absences).toEqual([
        { kind: 'annual', fromDate: addDays(monday, 2), toDate: addDays(monday, 3) },
      ])
    })

    it('is declined with a reply, and changes nothing', async () => {
      await be(1)
      const { id } = (
        await call('POST', '/my/shift-requests', leave({ fromDate: addDays(monday, 1) }))
      ).body
      await be()
      const decision = { approve: false, reply: 'Некому заменить' }
      await call('POST', `/shift-requests/${id}/decision`, decision, 'supervisor')
      await be(1)
      const [first] = (await call('GET', '/my/shift-requests')).body.requests
      expect(first).toMatchObject({ id, status: 'declined', reply: 'Некому заменить' })
      expect(starts(await call('GET', '/my/shifts'))).toHaveLength(1)
    })

    it('knows no other request', async () => {
      const decision = { approve: true, reply: '' }
      const url = `/shift-requests/${NOWHERE}`
      expect((await call('POST', `${url}/decision`, decision, 'planner')).status).toBe(404)
      expect((await call('GET', `${url}/effect`, undefined, 'planner')).status).toBe(404)
      expect((await call('GET', '/shift-requests', undefined, 'hr')).status).toBe(403)
    })
  })

  describe('an objection', () => {
    const objection = (about: string, subject: unknown) => ({
      about,
      subject,
      words: ' В этот день я просил выходной ',
    })
    const mine = () => objection('shift', shift(1, 9).startsAt.toISOString())

    it('begins with the reason: who confirmed the shift, and what it is needed for', async () => {
      await be(1)
      const startsAt = encodeURIComponent(shift(1, 9).startsAt.toISOString())
      const { status, body } = await call('GET', `/my/shifts/reason?startsAt=${startsAt}`)
      expect(status).toBe(200)
      expect(body).toMatchObject({ publishedBy: scope.actorName, setAside: [] })
      // One agent is required all day, and nobody else is there for five hours.
      expect(body.neededFor).toMatchObject([
        { hours: 5, startsAt: shift(1, 9).startsAt.toISOString() },
      ])
      const nobodys = encodeURIComponent(shift(4, 9).startsAt.toISOString())
      expect((await call('GET', `/my/shifts/reason?startsAt=${nobodys}`)).status).toBe(404)
    })

    it('is made to a decision about oneself, once, and goes to people by name', async () => {
      await be(1)
      const made = await call('POST', '/my/objections', mine())
      expect(made.status).toBe(201)
      const [own] = made.body.objections
      expect(own).toMatchObject({
        about: 'shift',
        words: 'В этот день я просил выходной',
        status: 'open',
        isLate: false,
        // An operator's role answers nothing.
        mayAnswer: false,
        shift: { publishedBy: scope.actorName },
        assessment: null,
      })
      // The shift is tomorrow at the earliest: the answer comes before it.
      expect(own.answerBy < addDays(monday, 1)).toBe(true)
      expect(made.body.answerers).toEqual({ people: [], shifts: [], sessions: [] })
      expect((await call('POST', '/my/objections', mine())).body.type).toBe(
        '/problems/objection-open',
      )
    })

    it.each([
      ['a shift of nobody', 'shift', () => shift(4, 9).startsAt.toISOString(), 422],
      ['a request of nobody', 'request', () => NOWHERE, 422],
      ['an assessment of nobody', 'assessment', () => NOWHERE, 422],
      ['a competence of nobody', 'competence', () => 'nothing', 422],
      ['what is no id', 'request', () => 'x', 400],
      ['what the service decides nothing about', 'weather', () => NOWHERE, 400],
    ])('is not made to %s', async (_, about, subject, status) => {
      await be(1)
      expect((await call('POST', '/my/objections', objection(about, subject()))).status).toBe(
        status,
      )
    })

    it('is answered by whoever plans, with words, and never by oneself', async () => {
      await be(1)
      const [{ id }] = (await call('GET', '/objections', undefined, 'planner')).body.objections
      const url = `/objections/${id}/answer`
      const answer = { upheld: false, answer: 'Заменить некем' }
      expect((await call('POST', url, answer, 'planner')).body.type).toBe('/problems/objection-own')
      await be()
      expect((await call('GET', '/objections', undefined, 'hr')).body.objections).toEqual([])
      expect((await call('POST', url, answer, 'hr')).status).toBe(403)
      expect((await call('POST', url, answer, 'head')).status).toBe(403)
      expect((await call('POST', url, { ...answer, answer: ' ' }, 'planner')).status).toBe(400)
      expect((await call('POST', url, answer, 'planner')).body).toMatchObject({
        status: 'rejected',
        answer: 'Заменить некем',
        answeredBy: scope.actorName,
      })
      expect((await call('POST', url, answer, 'planner')).body.type).toBe(
        '/problems/objection-closed',
      )
      const [head] = (await call('GET', '/objections', undefined, 'head')).body.objections
      expect(head).toMatchObject({ id, status: 'rejected', mayAnswer: false })
    })

    it('lets a declined request wait anew when it is right, answered by somebody else', async () => {
      await be(1)
      const requests = (await call('GET', '/my/shift-requests')).body.requests
      const declined = requests.find((one: { mayObject: boolean }) => one.mayObject)
      const made = await call('POST', '/my/objections', objection('request', declined.id))
      const { id } = made.body.objections[0]
      await be()
      const url = `/objections/${id}/answer`
      const answer = { upheld: true, answer: 'Решим заново' }
      expect((await call('POST', url, answer, 'planner')).body.type).toBe(
        '/problems/objection-to-own-decision',
      )
      await inside((tx) =>
        tx.updateTable('objection').set({ decider_id: NOWHERE }).where('id', '=', id).execute(),
      )
      expect((await call('POST', url, answer, 'planner')).body.status).toBe('upheld')
      await be(1)
      const again = (await call('GET', '/my/shift-requests')).body.requests
      expect(again.find((one: { id: string }) => one.id === declined.id)).toMatchObject({
        status: 'waiting',
        mayObject: false,
      })
    })

    it('is withdrawn by whoever made it alone', async () => {
      await be(1)
      const { objections } = (await call('POST', '/my/objections', mine())).body
      const url = `/my/objections/${objections[0].id}/withdrawal`
      await be(0)
      expect((await call('POST', url)).status).toBe(404)
      expect((await call('GET', '/my/objections')).body.objections).toEqual([])
      await be(1)
      expect((await call('POST', url)).body.objections[0].status).toBe('withdrawn')
      expect((await call('POST', url)).body.type).toBe('/problems/objection-closed')
      expect((await call('GET', '/my/objections', undefined, null)).status).toBe(401)
      expect((await call('GET', '/objections', undefined, 'operator')).status).toBe(403)
    })

    it('is on record with its answer', async () => {
      const rows = await inside((tx) =>
        tx
          .selectFrom('audit_record')
          .select('action')
          .where('entity', '=', 'objection')
          .orderBy('id')
          .execute(),
      )
      expect(rows.map(({ action }) => action).slice(0, 2)).toEqual(['insert', 'update'])
    })
  })
})
