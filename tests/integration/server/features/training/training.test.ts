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

const NAME = { kk: 'А', ru: 'Б', en: 'C' }
const TODAY = localDateOf(Date.now() as EpochMs, 'Asia/Almaty')
const MONDAY = mondayOf(addDays(TODAY, 14))
const NOWHERE = '00000000-0000-4000-8000-000000000000'
/** Of the Monday, in Almaty, which is five hours ahead. */
const at = (hour: number, minute = 0): Date =>
  new Date(Date.parse(`${MONDAY}T00:00:00Z`) + ((hour - 5) * 60 + minute) * 60_000)
const COURSE = {
  name: NAME,
  minutes: 60,
  programme: 'Приёмы',
  passShare: 0.8,
  certificateMonths: 12,
  competences: [{ code: 'topic.pensions', level: 3 }],
}

describe.each(DATABASES)('training, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  let people: readonly OperatorId[] = []
  let scheduleId = ''

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
    const competence = { code: 'topic.pensions', kind: 'topic', name: NAME }
    await call('POST', '/competences', competence)
    // Everybody works 08:00–16:00 with a meal at noon; four are asked for until 14:00, then two.
    scheduleId = await publishShifts(connection, scope, {
      fromDate: MONDAY,
      publishedAt: new Date(),
      shifts: people.map((operatorId) => ({
        operatorId,
        startsAt: at(8),
        endsAt: at(16),
        meal: [at(12), at(12, 30)],
      })),
      settings: { ...QUEUE, targets: { asaSeconds: 60 } },
      required: Array.from({ length: 16 }, (_, half) => ({
        startsAt: at(8, half * 30),
        agents: half < 12 ? 4 : 2,
        contacts: 12,
        ahtSeconds: 200,
      })),
    })
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const QUEUE = {
    intervalSeconds: 1800,
    concurrency: 1,
    shrinkagePlanned: 0,
    shrinkageUnplanned: 0,
  }
  const call = callAs('hr', () => service)
  const place = (part: object = {}) =>
    call('POST', '/training-sessions', {
      courseCode: 'pensions',
      siteCode: 'main',
      room: '12',
      trainer: 'Тренер',
      places: 2,
      startsAt: at(14).toISOString(),
      operatorIds: people.slice(0, 2),
      ...part,
    })

  it('teaches courses in versions', async () => {
    const added = await call('POST', '/courses', { code: 'pensions', ...COURSE })
    expect(added.json()).toMatchObject({ code: 'pensions', version: 1, archived: false })
    const changed = await call('PUT', '/courses/pensions', { ...COURSE, programme: 'Новое' })
    expect(changed.json()).toMatchObject({ version: 2, programme: 'Новое' })
    expect((await call('GET', '/courses')).json().courses).toHaveLength(1)
    const again = await call('POST', '/courses', { code: 'pensions', ...COURSE })
    expect(again.json().type).toBe('/problems/name-taken')
    expect((await call('PUT', '/courses/none', COURSE)).json().type).toBe(
      '/problems/course-unknown',
    )
    expect((await call('POST', '/courses', {})).statusCode).toBe(400)
    expect((await call('POST', '/courses', COURSE, 'planner')).statusCode).toBe(403)
  })

  it('proposes the hour at which two are too many', async () => {
    const wish = { scheduleId, courseCode: 'pensions', operatorIds: people.slice(0, 2) }
    const url = '/training-session-proposals'
    const { proposals } = (await call('POST', url, wish, 'planner')).json()
    expect(proposals[0]).toMatchObject({
      startsAt: at(14).toISOString(),
      endsAt: at(15).toISOString(),
      present: people.slice(0, 2),
      missing: [],
      shortAgentHours: 0,
      waitTargetSeconds: 60,
    })
    // 12 calls of 200 s in half an hour are 1.33 Erlangs: with four agents hardly a wait, with two some.
    expect(proposals[0].waitBeforeSeconds).toBeLessThan(10)
    expect(proposals[0].waitAfterSeconds).toBeGreaterThan(proposals[0].waitBeforeSeconds)
    const nowhere = await call('POST', url, { ...wish, scheduleId: NOWHERE }, 'planner')
    expect(nowhere.json().type).toBe('/problems/schedule-unknown')
    expect((await call('POST', url, wish, 'operator')).statusCode).toBe(403)
  })

  it('takes the people of a session off the queues, and says so in the schedule', async () => {
    const grid = async () =>
      (await call('GET', `/schedules/${scheduleId}/grid`, undefined, 'planner')).json()
    const before = (await grid()).coverage
    const placed = await place({ startsAt: at(9, 15).toISOString() })
    expect(placed.statusCode).toBe(201)
    expect(placed.json()).toMatchObject({ courseVersion: 2, endsAt: at(10, 15).toISOString() })
    const { coverage, operators } = await grid()
    const of = (hour: number, minute = 0): number =>
      coverage.startsAt.indexOf(at(hour, minute).toISOString())
    // Two people are away for half, the whole, and half of an interval.
    const lost = [of(9), of(9, 30), of(10), of(10, 30)].map(
      (t) => before.scheduled[t] - coverage.scheduled[t],
    )
    expect(lost).toEqual([1, 2, 1, 0])
    expect(coverage.shortage[of(9, 30)] - before.shortage[of(9, 30)]).toBe(2)
    expect(operators[0].training).toEqual([
      { startsAt: at(9, 15).toISOString(), endsAt: at(10, 15).toISOString(), course: NAME },
    ])
    const why = `/schedules/${scheduleId}/shortage?queueId=${coverage.queues[0].queueId}&at=${at(9, 30).toISOString()}`
    const shortage = (await call('GET', why, undefined, 'planner')).json()
    expect(shortage.short).toBe(2)
    const kinds = shortage.people.map((one: { kind: string }) => one.kind)
    expect(kinds.toSorted()).toEqual(['in_training', 'in_training', 'on_duty', 'on_duty'])
    const cancelled = await call('POST', `/training-sessions/${placed.json().id}/cancellation`)
    expect(cancelled.json().status).toBe('cancelled')
    expect((await grid()).coverage).toEqual(before)
  })

  it('warns of a session outside the shift', async () => {
    const placed = await place({ startsAt: at(18).toISOString(), operatorIds: [people[0]] })
    const url = `/schedules/${scheduleId}/grid`
    const { violations } = (await call('GET', url, undefined, 'planner')).json()
    expect(violations).toContainEqual(
      expect.objectContaining({ rule: 'TRAINING', hard: false, operatorId: people[0] }),
    )
    await call('POST', `/training-sessions/${placed.json().id}/cancellation`)
  })

  it('gives no place twice, and nobody two sessions at once', async () => {
    const [first, second, third, fourth] = people
    const full = await place({ operatorIds: [first, second, third] })
    expect(full.json()).toMatchObject({ type: '/problems/session-full', values: { places: 2 } })
    const { id } = (await place()).json()
    const url = `/training-sessions/${id}/people`
    const busy = await place({ operatorIds: [first], startsAt: at(14, 30).toISOString() })
    expect(busy.json()).toMatchObject({
      type: '/problems/training-overlaps',
      values: { names: 'Person 1' },
    })
    expect((await call('POST', url, { operatorIds: [fourth] })).json().type).toBe(
      '/problems/session-full',
    )
    expect((await call('DELETE', `${url}/${first}`)).json().people).toHaveLength(1)
    expect((await call('DELETE', `${url}/${first}`)).statusCode).toBe(404)
    expect((await call('POST', url, { operatorIds: [fourth] })).json().people).toHaveLength(2)
    expect((await place({ courseCode: 'none' })).json().type).toBe('/problems/course-unknown')
    expect((await place({ siteCode: 'none' })).json().type).toBe('/problems/site-unknown')
    expect((await place({ operatorIds: [NOWHERE] })).json().type).toBe('/problems/operator-unknown')
    const results = { people: [{ operatorId: second, attended: true, share: 1 }] }
    expect((await call('PUT', `/training-sessions/${id}/results`, results)).json().type).toBe(
      '/problems/session-not-begun',
    )
  })

  it('goes from a gap to a plan, a session, a certificate, and the next assessment', async () => {
    const [operatorId, mentorId] = people
    const profile = { code: 'op', name: NAME, function: null, duties: '' }
    const asked = [{ code: 'topic.pensions', minLevel: 3 }]
    await call('POST', '/position-profiles', { ...profile, competences: asked })
    await call('PUT', `/position-profiles/op/holders/${operatorId}`, { since: TODAY })
    const needs = async () => (await call('GET', '/training-needs')).json().needs
    expect(await needs()).toMatchObject([
      {
        operatorId,
        competenceCode: 'topic.pensions',
        level: null,
        requiredLevel: 3,
        askedBy: [{ kind: 'profile', code: 'op' }],
        step: null,
      },
    ])
    const step = {
      operatorId,
      competenceCode: 'topic.pensions',
      targetLevel: 3,
      way: 'course',
      courseCode: 'pensions',
      mentorId: null,
      dueOn: addDays(TODAY, 30),
    }
    expect((await call('POST', '/development-steps', step)).statusCode).toBe(201)
    expect((await call('POST', '/development-steps', step)).json().type).toBe('/problems/step-open')
    const nameless = await call('POST', '/development-steps', { ...step, courseCode: null })
    expect(nameless.json().type).toBe('/problems/step-course-missing')
    expect((await needs())[0].step).toMatchObject({ way: 'course', status: 'planned' })

    const startsAt = new Date(Date.now() - 86_400_000).toISOString()
    const { id } = (await place({ startsAt, operatorIds: [operatorId, mentorId] })).json()
    const url = `/training-sessions/${id}/results`
    const came = { operatorId, attended: true, share: 0.9, certificateNumber: 'К-1' }
    const missing = await call('PUT', url, { people: [{ ...came, share: undefined }] })
    expect(missing.json().type).toBe('/problems/session-result-missing')
    const results = { people: [came, { operatorId: mentorId, attended: true, share: 0.5 }] }
    const held = (await call('PUT', url, results)).json()
    expect(held).toMatchObject({ status: 'held' })
    expect(held.people).toMatchObject([
      { passed: true, certificateNumber: 'К-1' },
      { passed: false, certificateNumber: null },
    ])
    // Written down again, nothing is issued twice.
    await call('PUT', url, results)
    const { certificates } = (await call('GET', '/certificates')).json()
    expect(certificates).toMatchObject([
      { number: 'К-1', kind: 'course', holder: 'person', holderName: 'Person 1' },
    ])
    // What was learnt is there; whether it is enough an assessment says.
    expect((await needs())[0].step).toMatchObject({ status: 'done' })
  })

  it('has mentoring beside courses, and ends it with words', async () => {
    const [mentorId, operatorId] = people
    const step = {
      operatorId,
      competenceCode: 'topic.pensions',
      targetLevel: 2,
      way: 'mentoring',
      courseCode: null,
      mentorId,
      dueOn: addDays(TODAY, 30),
    }
    const self = await call('POST', '/development-steps', { ...step, mentorId: operatorId })
    expect(self.json().type).toBe('/problems/step-mentor-self')
    const { id, mentorName } = (await call('POST', '/development-steps', step)).json()
    expect(mentorName).toBe('Person 1')
    const end = { status: 'done', outcome: 'Пять разборов' }
    const ended = await call('POST', `/development-steps/${id}/end`, end)
    expect(ended.json()).toMatchObject({ status: 'done', endedOn: TODAY })
    expect((await call('POST', `/development-steps/${id}/end`, end)).statusCode).toBe(404)
  })

  it('keeps a register of certificates, of the centre and of those who manage it', async () => {
    const one = {
      holder: 'centre',
      operatorId: null,
      manager: false,
      kind: 'certification',
      title: 'СТ РК ISO 18295-1-2020',
      number: '77',
      issuedBy: 'Орган',
      issuedOn: '2026-03-12',
      validUntil: null,
    }
    expect((await call('POST', '/certificates', one)).statusCode).toBe(201)
    const twice = await call('POST', '/certificates', one)
    expect(twice.json().type).toBe('/problems/certificate-number-taken')
    const nobody = await call('POST', '/certificates', { ...one, holder: 'person', number: '78' })
    expect(nobody.json().type).toBe('/problems/certificate-holder-missing')
    const { certificates } = (await call('GET', '/certificates')).json()
    const { id } = certificates.find(({ number }: { number: string }) => number === '77')
    const url = `/certificates/${id}/withdrawal`
    expect((await call('POST', url)).json().certificates).toContainEqual(
      expect.objectContaining({ id, withdrawnOn: TODAY }),
    )
    expect((await call('POST', url)).statusCode).toBe(404)
    expect((await call('POST', url, undefined, 'supervisor')).statusCode).toBe(403)
  })
})
