import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { addUsers, ownCentre } from '../../../../support/own-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testDatabase } from '../../../../support/test-database.ts'
import { uploadOf } from '../../../../support/upload.ts'

const NAME = { kk: 'А', ru: 'Б', en: 'C' }
const TODAY = localDateOf(Date.now() as EpochMs, 'Asia/Almaty')
const HEADER = 'Компетенция;Код;Вопрос (ru);Верные ответы (ru);Неверные ответы (ru)'
const FILE = [
  HEADER,
  ...Array.from({ length: 6 }, (_, at) => `19.7;law-${at};Вопрос ${at}?;Верно;Неверно|Мимо`),
].join('\n')
const SETTINGS = { questionCount: 5, minutes: 30, passShare: 0.8, level: 3, attempts: 2 }

interface Attempt {
  readonly id: string
  readonly questions: readonly { readonly options: readonly { readonly ru: string }[] }[]
}

describe.each(DATABASES)('tests of knowledge, on %s', (name) => {
  let connection: Connection
  let scope: Scope
  let hr: TestApp
  let own: TestApp
  let other: TestApp
  let operatorId = ''
  const ids = { hr: randomUUID(), own: randomUUID(), other: randomUUID() }

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await ownCentre(connection)
    const users = [
      { id: ids.hr, name: 'Кадры', roles: 'hr' },
      { id: ids.own, name: 'Ахметова', roles: 'operator' },
      { id: ids.other, name: 'Другой', roles: 'operator' },
    ]
    await addUsers(connection, scope, users)
    hr = await testApp(connection, { ...scope, actorId: ids.hr, actorName: 'Кадры' })
    own = await testApp(connection, { ...scope, actorId: ids.own, actorName: 'Ахметова' })
    other = await testApp(connection, { ...scope, actorId: ids.other, actorName: 'Другой' })
    await asHr('POST', '/sites', { code: 'A', name: NAME, workplaces: 4 })
    for (const [number, userId] of [
      ['K-1', ids.own],
      ['K-2', ids.other],
    ] as const) {
      const card = await asHr('POST', '/operators', {
        personnelNumber: number,
        fullName: number,
        siteCode: 'A',
        contractCode: 'FT40',
        hiredOn: addDays(TODAY, -100),
      })
      const { id } = card.json().person
      await asHr('PATCH', `/operators/${id}`, { userId })
      if (userId === ids.own) operatorId = id
    }
    await asHr('PUT', `/assessors/${ids.hr}`, { trainedOn: TODAY, document: '№ 8' })
  })
  afterAll(async () => {
    await Promise.all([hr.close(), own.close(), other.close()])
    await connection.close()
  })

  const asHr = callAs('hr', () => hr)
  const asOwn = callAs('operator', () => own)
  const asOther = callAs('operator', () => other)
  const send = (query: string, text = FILE) => {
    const { headers, payload } = uploadOf('questions.csv', text)
    return hr.app.inject({
      method: 'POST',
      url: `/api/v1/question-files?${query}`,
      headers: { ...headers, 'x-role': 'hr' },
      payload,
    })
  }
  const assign = () =>
    asHr('POST', '/test-assignments', {
      competenceCode: '19.7',
      operatorIds: [operatorId],
      dueOn: addDays(TODAY, 10),
    })
  const openTest = async (): Promise<string> => {
    const { tests } = (await asOwn('GET', '/my/tests')).json()
    return tests.find((one: { outcome: string | null }) => one.outcome === null).id
  }
  const begin = async (): Promise<Attempt> =>
    (await asOwn('POST', `/my/tests/${await openTest()}/attempts`)).json()
  /** Answers some questions right, and the others wrong. */
  const answer = async ({ id, questions }: Attempt, right: number): Promise<void> => {
    for (const [position, { options }] of questions.entries()) {
      const wanted = position < right ? 'Верно' : 'Мимо'
      const chosen = [options.findIndex(({ ru }) => ru === wanted)]
      await asOwn('PUT', `/my/test-attempts/${id}/answers/${position}`, { chosen })
    }
  }

  describe('the bank', () => {
    it('takes a file on trial, then whole, and leaves alone what it has', async () => {
      const faulty = `${FILE}\n19.9;x;Вопрос?;;Нет`
      const tried = (await send('dryRun=true', faulty)).json()
      expect(tried).toMatchObject({ stored: false, added: 6, rowsRefused: 1, problemCount: 2 })
      expect(tried.problems).toContainEqual(expect.objectContaining({ row: 8, column: 'right_ru' }))
      expect((await asHr('GET', '/questions')).json().questions).toEqual([])
      const refused = await send('', faulty)
      expect(refused.json()).toMatchObject({ type: '/problems/file-refused', status: 422 })
      expect((await send('')).json()).toMatchObject({ stored: true, added: 6 })
      const again = (await send('', FILE.replace('Вопрос 0?', 'Иначе 0?'))).json()
      expect(again).toMatchObject({ added: 0, changed: 1, unchanged: 5 })
      const { questions } = (await asHr('GET', '/questions?competence=19.7')).json()
      expect(questions).toHaveLength(6)
      expect(questions[0]).toMatchObject({ code: 'law-0', version: 2, madeBy: 'Кадры' })
    })

    it('gives back a file that it takes as it is', async () => {
      const file = await asHr('GET', '/question-files?format=csv')
      const same = (await send('dryRun=true', file.body)).json()
      expect(same).toMatchObject({ added: 0, changed: 0, unchanged: 6, problemCount: 0 })
    })

    it('has at least one right answer and one wrong to a question, and a code once', async () => {
      const option = (right: boolean) => ({ text: NAME, right })
      const order = { code: 'own-1', competenceCode: '19.7', text: NAME }
      const one = { ...order, options: [option(true), option(false)] }
      expect((await asHr('POST', '/questions', one)).statusCode).toBe(201)
      expect((await asHr('POST', '/questions', one)).json().type).toBe('/problems/name-taken')
      const body = { text: NAME, options: [option(true), option(true)] }
      const refused = await asHr('PUT', '/questions/own-1', body)
      expect(refused.json().type).toBe('/problems/question-answers-missing')
      const changed = await asHr('PUT', '/questions/own-1', {
        ...body,
        options: one.options.toReversed(),
      })
      expect(changed.json().version).toBe(2)
      const gone = await asHr('POST', '/questions/own-1/archive', { archived: true })
      expect(gone.json().archived).toBe(true)
      expect((await asHr('PUT', '/questions/none', one)).statusCode).toBe(400)
      expect((await asHr('POST', '/questions/none/archive', { archived: true })).statusCode).toBe(
        404,
      )
    })

    it('is for HR alone: operators never see what is right', async () => {
      expect((await asOwn('GET', '/questions')).statusCode).toBe(403)
      expect((await asOwn('GET', '/question-files?format=csv')).statusCode).toBe(403)
      expect((await asOwn('GET', '/test-assignments')).statusCode).toBe(403)
    })
  })

  describe('a test', () => {
    it('is set where the bank has enough questions, and assigned once', async () => {
      const url = '/knowledge-tests/19.7'
      const many = await asHr('PUT', url, { ...SETTINGS, questionCount: 7 })
      expect(many.json()).toMatchObject({
        type: '/problems/questions-too-few',
        values: { needed: 7, has: 6 },
      })
      expect((await assign()).json().type).toBe('/problems/test-unknown')
      const { tests } = (await asHr('PUT', url, SETTINGS)).json()
      expect(tests).toMatchObject([{ competenceCode: '19.7', bankSize: 6, open: 0, version: 1 }])
      expect((await assign()).statusCode).toBe(201)
      expect((await assign()).json().type).toBe('/problems/test-assigned')
    })

    it('shows drawn questions without the right answers, to whom it was assigned alone', async () => {
      const attempt = await begin()
      expect(attempt.questions).toHaveLength(5)
      expect(JSON.stringify(attempt)).not.toContain('"right"')
      // Going on is no second attempt.
      expect((await begin()).id).toBe(attempt.id)
      const assignmentId = await openTest()
      const foreign = [
        await asOther('POST', `/my/tests/${assignmentId}/attempts`),
        await asOther('GET', `/my/test-attempts/${attempt.id}`),
        await asOther('PUT', `/my/test-attempts/${attempt.id}/answers/0`, { chosen: [0] }),
        await asOther('POST', `/my/test-attempts/${attempt.id}/end`),
      ]
      expect(foreign.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404])
      const url = `/my/test-attempts/${attempt.id}/answers`
      expect((await asOwn('PUT', `${url}/9`, { chosen: [0] })).statusCode).toBe(404)
      expect((await asOwn('PUT', `${url}/0`, { chosen: [3] })).statusCode).toBe(404)
    })

    it('is over when its time is, with what was answered until then', async () => {
      const attempt = await begin()
      await answer(attempt, 3)
      await inCenter(connection.db, scope, (db) =>
        db
          .updateTable('test_attempt')
          .set({ ends_at: new Date(Date.now() - 1000), started_at: new Date(Date.now() - 60_000) })
          .where('id', '=', attempt.id)
          .execute(),
      )
      const late = await asOwn('PUT', `/my/test-attempts/${attempt.id}/answers/3`, {
        chosen: [0],
      })
      expect(late.json()).toMatchObject({ status: 409, type: '/problems/attempt-over' })
      const { tests } = (await asOwn('GET', '/my/tests')).json()
      expect(tests[0]).toMatchObject({
        outcome: null,
        results: [{ number: 1, rightCount: 3, passed: false, questionCount: 5 }],
      })
      const levels = (await asOwn('GET', '/my/competence')).json()
      expect(levels).toMatchObject({ competences: [], assessments: [] })
    })

    it('that is passed is evidence of an assessment, which two people still sign', async () => {
      const attempt = await begin()
      await answer(attempt, 4)
      const ended = (await asOwn('POST', `/my/test-attempts/${attempt.id}/end`)).json()
      expect(ended).toMatchObject({ rightCount: 4, passed: true })
      const { assignments } = (await asHr('GET', '/test-assignments')).json()
      expect(assignments[0]).toMatchObject({ outcome: 'passed', results: [{}, { passed: true }] })
      const open = (await asHr('GET', '/assessments?open=true')).json().assessments
      expect(open).toMatchObject([
        {
          id: assignments[0].assessmentId,
          method: 'test',
          status: 'draft',
          assessorName: 'Кадры',
          results: [{ code: '19.7', level: 3 }],
        },
      ])
      expect(open[0].evidence).toContain('№ 2: 4/5 (80 %), ≥ 80 %')
      // The service has decided nothing: no level, until both have signed.
      expect((await asOwn('GET', '/my/competence')).json().competences).toEqual([])
      await asHr('POST', `/assessments/${open[0].id}/signature`)
      await asOwn('POST', `/assessments/${open[0].id}/answer`, { agrees: true })
      expect((await asOwn('GET', '/my/competence')).json().competences).toMatchObject([
        { code: '19.7', level: 3 },
      ])
    })

    it('keeps what was asked, shown and chosen, so that a dispute can be decided', async () => {
      const { assignments } = (await asHr('GET', '/test-assignments')).json()
      const [, { id }] = assignments[0].results
      // What is asked otherwise later changes nothing of it.
      await send('', FILE.replaceAll('Верно', 'Теперь так'))
      const record = (await asHr('GET', `/test-attempts/${id}`)).json()
      expect(record).toMatchObject({ fullName: 'K-1', number: 2, rightCount: 4, testVersion: 1 })
      expect(record.seed).toBeGreaterThanOrEqual(0)
      const chosen = record.questions.flatMap(
        ({ options }: { options: { chosen: boolean; right: boolean; text: { ru: string } }[] }) =>
          options.filter((option) => option.chosen),
      )
      expect(chosen.map((one: { text: { ru: string } }) => one.text.ru)).toEqual([
        'Верно',
        'Верно',
        'Верно',
        'Верно',
        'Мимо',
      ])
      expect((await asOwn('GET', `/test-attempts/${id}`)).statusCode).toBe(403)
    })

    it('is failed when no attempt is left, or withdrawn, and then begun no more', async () => {
      await assign()
      for (const _ of [1, 2]) {
        const { id } = await begin()
        await asOwn('POST', `/my/test-attempts/${id}/end`)
      }
      const { tests } = (await asOwn('GET', '/my/tests')).json()
      const failed = tests.find((one: { outcome: string }) => one.outcome === 'failed')
      const again = await asOwn('POST', `/my/tests/${failed.id}/attempts`)
      expect(again.json().type).toBe('/problems/test-closed')
      await assign()
      const url = `/test-assignments/${await openTest()}/withdrawal`
      expect((await asHr('POST', url)).statusCode).toBe(200)
      expect((await asHr('POST', url)).statusCode).toBe(404)
      expect((await asHr('GET', '/assessments?open=true')).json().assessments).toEqual([])
    })
  })
})
