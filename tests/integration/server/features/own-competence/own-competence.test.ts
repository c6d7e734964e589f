import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'

import { callAs } from '../../../../support/call.ts'
import { addUsers, ownCentre } from '../../../../support/own-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testDatabase } from '../../../../support/test-database.ts'

const NAME = { kk: 'А', ru: 'Б', en: 'C' }
const TODAY = localDateOf(Date.now() as EpochMs, 'Asia/Almaty')

describe.each(DATABASES)('one’s own competence, on %s', (name) => {
  let connection: Connection
  let hr: TestApp
  let own: TestApp
  let other: TestApp
  let operatorId = ''
  const ids = { hr: randomUUID(), own: randomUUID(), other: randomUUID() }

  beforeAll(async () => {
    connection = await testDatabase(name)
    const scope = await ownCentre(connection)
    const users = [
      { id: ids.hr, name: 'Кадры', roles: 'hr' },
      { id: ids.own, name: 'Ахметова', roles: 'operator' },
      { id: ids.other, name: 'Другой', roles: 'operator' },
    ]
    await addUsers(connection, scope, users)
    const as = ({ id, name: actorName }: { id: string; name: string }) =>
      testApp(connection, { ...scope, actorId: id, actorName })
    hr = await as(users[0] as (typeof users)[number])
    own = await as(users[1] as (typeof users)[number])
    other = await as(users[2] as (typeof users)[number])
    await asHr('POST', '/sites', { code: 'A', name: NAME, workplaces: 4 })
    const card = await asHr('POST', '/operators', {
      personnelNumber: 'K-1',
      fullName: 'Ахметова',
      siteCode: 'A',
      contractCode: 'FT40',
      hiredOn: addDays(TODAY, -100),
    })
    operatorId = card.json().person.id
    await asHr('PUT', `/assessors/${ids.hr}`, { trainedOn: TODAY, document: '№ 8' })
  })
  afterAll(async () => {
    await Promise.all([hr.close(), own.close(), other.close()])
    await connection.close()
  })

  const asHr = callAs('hr', () => hr)
  const asOwn = callAs('operator', () => own)
  const asOther = callAs('operator', () => other)
  const asPlanner = callAs('planner', () => other)
  const asSupervisor = callAs('supervisor', () => other)
  const mine = async () => (await asOwn('GET', '/my/competence')).json()
  const assess = async () => {
    const order = {
      operatorId,
      method: 'observation',
      assessedOn: TODAY,
      evidence: '10 разговоров',
    }
    const results = [{ code: '19.2', level: 3, evidence: '' }]
    const { id } = (await asHr('POST', '/assessments', { ...order, results })).json()
    return `/assessments/${id}`
  }

  it('is nobody’s until HR says whose sign-in it is', async () => {
    const refused = await asOwn('GET', '/my/competence')
    expect(refused.statusCode).toBe(404)
    expect(refused.json().type).toBe('/problems/own-person-missing')
    const url = `/operators/${operatorId}`
    const { signIns } = (await asHr('GET', `${url}/sign-ins`)).json()
    expect(signIns.map((one: { userId: string }) => one.userId)).toEqual(
      expect.arrayContaining([ids.own, ids.other]),
    )
    expect((await asOwn('GET', `${url}/sign-ins`)).statusCode).toBe(403)
    expect((await asHr('PATCH', url, { userId: ids.own })).statusCode).toBe(200)
    expect(await mine()).toMatchObject({ operatorId, fullName: 'Ахметова', competences: [] })
  })

  it('offers a sign-in to nobody else once it is somebody’s', async () => {
    const second = await asHr('POST', '/operators', {
      personnelNumber: 'K-2',
      fullName: 'Борисов',
      siteCode: 'A',
      contractCode: 'FT40',
      hiredOn: TODAY,
    })
    const url = `/operators/${second.json().person.id}/sign-ins`
    const { signIns } = (await asHr('GET', url)).json()
    expect(signIns.map((one: { userId: string }) => one.userId)).not.toContain(ids.own)
  })

  it('asks to read the profile of the position as it is now, and keeps that it was read', async () => {
    const body = {
      code: 'operator',
      name: NAME,
      function: null,
      duties: 'Отвечает на обращения',
      competences: [{ code: '19.2', minLevel: 3 }],
    }
    await asHr('POST', '/position-profiles', body)
    await asHr('PUT', `/position-profiles/operator/holders/${operatorId}`, { since: TODAY })
    expect((await mine()).profiles).toMatchObject([
      { code: 'operator', version: 1, readVersion: null, gaps: [{ code: '19.2', level: null }] },
    ])
    const reading = '/my/profiles/operator/reading'
    await asHr('PUT', '/position-profiles/operator', { ...body, duties: 'Иначе' })
    const old = await asOwn('POST', reading, { version: 1 })
    expect(old.statusCode).toBe(409)
    expect(old.json().type).toBe('/problems/profile-changed')
    const read = (await asOwn('POST', reading, { version: 2 })).json()
    expect(read.profiles).toMatchObject([{ readVersion: 2 }])
    expect((await asOwn('POST', '/my/profiles/none/reading', { version: 1 })).statusCode).toBe(404)
    expect((await asOther('POST', reading, { version: 2 })).statusCode).toBe(404)
  })

  it('hides what is still being written, and takes one’s own answer alone', async () => {
    const url = await assess()
    expect((await mine()).assessments).toEqual([])
    await asHr('POST', `${url}/signature`)
    expect((await mine()).assessments).toMatchObject([
      { status: 'signed', evidence: '10 разговоров' },
    ])
    expect((await asHr('POST', `${url}/answer`, { agrees: true })).statusCode).toBe(403)
    expect((await asOther('POST', `${url}/answer`, { agrees: true })).statusCode).toBe(403)
    expect((await asOwn('POST', `${url}/answer`, { agrees: false })).statusCode).toBe(422)
    const objection = { agrees: false, objection: 'Разговор не мой' }
    expect((await asOwn('POST', `${url}/answer`, objection)).json().status).toBe('disputed')
    expect((await mine()).competences).toEqual([])
  })

  it('shows a level from the day that both have signed', async () => {
    const url = await assess()
    await asHr('POST', `${url}/signature`)
    await asOwn('POST', `${url}/answer`, { agrees: true })
    const { competences, profiles } = await mine()
    expect(competences).toMatchObject([{ code: '19.2', level: 3, state: 'valid' }])
    expect(profiles[0].gaps).toEqual([])
    // The centre has no queue yet.
    expect((await mine()).queues).toEqual([])
  })

  it('takes a self-assessment, which gives no level and waits for nobody', async () => {
    const body = { evidence: '', results: [{ code: '19.2', level: 5, evidence: '' }] }
    const { assessments, competences } = (await asOwn('POST', '/my/self-assessments', body)).json()
    expect(assessments).toContainEqual(
      expect.objectContaining({ method: 'self', status: 'agreed', results: body.results }),
    )
    expect(competences).toMatchObject([{ code: '19.2', level: 3 }])
    const unknown = { evidence: '', results: [{ code: 'none', level: 1, evidence: '' }] }
    expect((await asOwn('POST', '/my/self-assessments', unknown)).statusCode).toBe(422)
    expect((await asOwn('POST', '/my/self-assessments', { results: [] })).statusCode).toBe(400)
  })

  it('lets one object to an assessment in force and to what is lacking; HR answers, not the assessor', async () => {
    const { assessments, due } = await mine()
    const agreed = assessments.find(
      (one: { method: string; status: string }) => one.method !== 'self' && one.status === 'agreed',
    )
    const disputed = assessments.find((one: { status: string }) => one.status === 'disputed')
    const objection = (about: string, subject: string) => ({ about, subject, words: 'Не так' })
    // What is only signed is answered with the signature.
    const early = await asOwn('POST', '/my/objections', objection('assessment', disputed.id))
    expect(early.json().type).toBe('/problems/objection-subject-missing')
    await asOwn('POST', '/my/objections', objection('competence', due.missing[0]))
    const made = await asOwn('POST', '/my/objections', objection('assessment', agreed.id))
    const { objections, answerers } = made.json()
    expect(answerers.people).toEqual(['Кадры'])
    expect(objections).toMatchObject([
      { about: 'assessment', assessment: { results: [{ code: '19.2', level: 3 }] } },
      { about: 'competence', competence: { code: due.missing[0], level: null } },
    ])
    const answer = { upheld: true, answer: 'Оценим заново' }
    const [toAssessment, toCompetence] = objections.map(
      ({ id }: { id: string }) => `/objections/${id}/answer`,
    )
    expect((await asHr('POST', toAssessment, answer)).json().type).toBe(
      '/problems/objection-to-own-decision',
    )
    expect((await asHr('POST', toCompetence, answer)).json()).toMatchObject({
      status: 'upheld',
      answeredBy: 'Кадры',
    })
    expect((await asOther('POST', '/my/objections', objection('shift', TODAY))).statusCode).toBe(
      400,
    )
  })

  it('lets one object to a place in a session to come; another answers than who gave it', async () => {
    await asHr('POST', '/courses', {
      code: 'calm',
      name: NAME,
      minutes: 60,
      programme: 'Разбор',
      passShare: null,
      certificateMonths: null,
      competences: [{ code: '19.2', level: 4 }],
    })
    const place = async (days: number): Promise<string> => {
      const session = {
        courseCode: 'calm',
        siteCode: 'A',
        room: '',
        trainer: 'Тренер',
        places: 4,
        startsAt: new Date(Date.now() + days * 86_400_000).toISOString(),
        operatorIds: [operatorId],
      }
      return (await asHr('POST', '/training-sessions', session)).json().id
    }
    const object = (subject: string, as = asOwn) =>
      as('POST', '/my/objections', { about: 'session', subject, words: 'В отпуске' })
    const soon = await place(5)
    expect((await object(soon, asOther)).json().type).toBe('/problems/own-person-missing')
    expect((await object(randomUUID())).json().type).toBe('/problems/objection-subject-missing')
    expect((await object(await place(-1))).json().type).toBe('/problems/session-begun')
    const { objections, answerers } = (await object(soon)).json()
    expect(answerers.sessions).toEqual(['Кадры'])
    expect(objections[0]).toMatchObject({
      about: 'session',
      session: { courseName: NAME, trainer: 'Тренер' },
      // The day before the session, by the centre's clock.
      answerBy: addDays(TODAY, 4),
    })
    expect((await object(soon)).json().type).toBe('/problems/objection-open')
    const url = `/objections/${objections[0].id}/answer`
    const answer = { upheld: true, answer: 'Перенесём' }
    const own = await asHr('POST', url, answer)
    expect(own.json().type).toBe('/problems/objection-to-own-decision')
    expect((await asSupervisor('POST', url, answer)).statusCode).toBe(403)
    expect((await asPlanner('POST', url, answer)).json()).toMatchObject({ status: 'upheld' })
    await asHr('DELETE', `/training-sessions/${soon}/people/${operatorId}`)
    expect((await object(soon)).json().type).toBe('/problems/objection-subject-missing')
  })
})
