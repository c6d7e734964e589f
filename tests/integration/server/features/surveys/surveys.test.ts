import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import { answerSurvey } from '#server/features/surveys/surveys.service.ts'
import type { Connection } from '#server/platform/db/connection.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { callAs } from '../../../../support/call.ts'
import { addUsers } from '../../../../support/own-centre.ts'
import { type TestApp, testApp } from '../../../../support/test-app.ts'
import { DATABASES, testCentre, testDatabase } from '../../../../support/test-database.ts'

const TODAY = localDateOf(Date.now() as EpochMs, 'Asia/Almaty')
const TEXT = { kk: 'А', ru: 'Б', en: 'C' }
const SURVEY = {
  title: TEXT,
  opensOn: TODAY,
  closesOn: addDays(TODAY, 7),
  groupMin: 3,
  repeatMonths: 6,
  questions: [
    { factor: 'satisfaction', text: TEXT },
    { factor: 'experience', text: TEXT },
  ],
}

describe.each(DATABASES)('surveys, on %s', (name) => {
  let connection: Connection
  let service: TestApp
  let scope: Scope
  const colleagues = [randomUUID(), randomUUID()]

  beforeAll(async () => {
    connection = await testDatabase(name)
    scope = await testCentre(connection)
    service = await testApp(connection, scope)
    await addUsers(
      connection,
      scope,
      [scope.actorId, ...colleagues].map((id) => ({ id, name: 'Б', roles: 'operator' })),
    )
  })
  afterAll(async () => {
    await service.close()
    await connection.close()
  })

  const call = callAs('hr', () => service)
  const first = async () => (await call('GET', '/surveys')).json().surveys[0]

  it('ask about both factors of п. 15, and wait until their day', async () => {
    const one = { ...SURVEY, questions: [SURVEY.questions[0], SURVEY.questions[0]] }
    expect((await call('POST', '/surveys', one)).json().type).toBe(
      '/problems/survey-factor-missing',
    )
    expect((await call('POST', '/surveys', SURVEY, 'supervisor')).statusCode).toBe(403)
    expect((await call('POST', '/surveys', { ...SURVEY, groupMin: 1 })).statusCode).toBe(400)
    const backwards = { ...SURVEY, closesOn: addDays(TODAY, -1) }
    expect((await call('POST', '/surveys', backwards)).statusCode).toBe(422)
    const later = { ...SURVEY, opensOn: addDays(TODAY, 1) }
    expect((await call('POST', '/surveys', later)).json().surveys).toMatchObject([
      { status: 'planned', audience: 3, respondents: 0, results: null },
    ])
    expect((await call('GET', '/my/surveys', undefined, 'operator')).json().surveys).toEqual([])
  })

  it('take one answer from each, and keep nothing of whose it was', async () => {
    await call('POST', '/surveys', {
      ...SURVEY,
      opensOn: addDays(TODAY, 0),
      title: { ...TEXT, ru: 'Сейчас' },
    })
    const { surveys } = (await call('GET', '/my/surveys', undefined, 'operator')).json()
    expect(surveys).toMatchObject([{ answered: false, groupMin: 3 }])
    const url = `/my/surveys/${surveys[0].id}/answers`
    const few = await call('POST', url, { marks: [5] }, 'operator')
    expect(few.json().type).toBe('/problems/survey-incomplete')
    const answer = await call('POST', url, { marks: [5, 2] }, 'operator')
    expect(answer.json().surveys).toMatchObject([{ answered: true }])
    const again = await call('POST', url, { marks: [1, 1] }, 'operator')
    expect(again.json().type).toBe('/problems/survey-answered')

    const kept = await inCenter(connection.db, scope, async (db) => ({
      tally: await db.selectFrom('survey_tally').selectAll().execute(),
      mark: await db.selectFrom('survey_respondent').selectAll().execute(),
      audit: await db
        .selectFrom('audit_record')
        .select('entity')
        .where('entity', 'in', ['survey_tally', 'survey_respondent'])
        .execute(),
    }))
    // Two questions of five marks, in no team: counts alone, neither a person nor a time.
    expect(kept.tally).toHaveLength(10)
    expect(Object.keys(kept.tally[0] ?? {}).toSorted()).toEqual([
      'answers',
      'center_id',
      'mark',
      'position',
      'survey_id',
      'team',
    ])
    expect(Object.keys(kept.mark[0] ?? {}).toSorted()).toEqual([
      'center_id',
      'survey_id',
      'user_id',
    ])
    expect(kept.audit).toEqual([])
  })

  it('tell nothing while they are open, however many have answered', async () => {
    const survey = (await call('GET', '/surveys'))
      .json()
      .surveys.find(({ status }: { readonly status: string }) => status === 'open')
    await inCenter(connection.db, scope, async (db) => {
      for (const id of colleagues) {
        const actor = {
          id,
          name: 'Б',
          centerId: scope.centerId,
          roles: [],
          language: 'ru' as const,
        }
        await answerSurvey(db, actor, { surveyId: survey.id, marks: [3, 4] })
      }
    })
    const { surveys } = (await call('GET', '/surveys')).json()
    expect(surveys.find(({ id }: { readonly id: string }) => id === survey.id)).toMatchObject({
      respondents: 3,
      results: null,
    })
    const closed = (await call('POST', `/surveys/${survey.id}/closing`)).json().surveys
    // Marks 5, 3, 3 and 2, 4, 4.
    expect(closed.find(({ id }: { readonly id: string }) => id === survey.id)).toMatchObject({
      status: 'closed',
      results: {
        people: 3,
        factors: [
          { factor: 'satisfaction', mean: 11 / 3, favourable: 1 / 3 },
          { factor: 'experience', mean: 10 / 3, favourable: 2 / 3 },
        ],
      },
    })
    const twice = await call('POST', `/surveys/${survey.id}/closing`)
    expect(twice.json().type).toBe('/problems/survey-closed')
    const late = await call('POST', `/my/surveys/${survey.id}/answers`, { marks: [1, 1] })
    expect(late.json().type).toBe('/problems/survey-closed')
  })

  it('lead to actions with owners, which end with what came of them', async () => {
    const { id } = await first()
    const action = { factor: 'experience', what: 'Разборы', owner: 'А', dueOn: addDays(TODAY, 30) }
    const made = await call('POST', `/surveys/${id}/actions`, action, 'head')
    const find = (all: readonly { readonly id: string }[]) => all.find((one) => one.id === id)
    expect(find(made.json().surveys)).toMatchObject({ actions: [{ ...action, doneOn: null }] })
    const [{ id: actionId }] = (
      find(made.json().surveys) as unknown as { actions: { id: string }[] }
    ).actions as [{ id: string }]
    const url = `/surveys/${id}/actions/${actionId}/end`
    const ended = await call('POST', url, { outcome: 'Проведены' })
    expect(find(ended.json().surveys)).toMatchObject({
      actions: [{ doneOn: TODAY, outcome: 'Проведены' }],
    })
    expect((await call('POST', url, { outcome: 'Ещё' })).statusCode).toBe(404)
    expect((await call('POST', `/surveys/${id}/actions`, action, 'operator')).statusCode).toBe(403)
  })
})
