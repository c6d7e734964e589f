import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'

import {
  ActionEnd,
  ActionParams,
  Answers,
  NewAction,
  NewSurvey,
  OwnSurvey,
  OwnSurveyList,
  Survey,
  SurveyList,
  SurveyParams,
} from './surveys.schema.ts'
import {
  addAction,
  addSurvey,
  answerSurvey,
  closeSurvey,
  finishAction,
  readOwnSurveys,
  readSurveys,
} from './surveys.service.ts'

const RESPONSE = { 200: SurveyList, default: PROBLEM_RESPONSE }
const MADE = { 201: SurveyList, default: PROBLEM_RESPONSE }
const OWN = { 200: OwnSurveyList, default: PROBLEM_RESPONSE }
const READERS = ['hr', 'head', 'supervisor'] as const
const OWNERS = ['hr', 'head'] as const

/** `/surveys`: what the staff think, asked so that nobody can be found out (п. 14, 15). */
export const surveysRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Survey)
  app.addSchema(OwnSurvey)

  app.get(
    '/surveys',
    {
      config: { roles: READERS },
      schema: { operationId: 'listSurveys', tags: ['surveys'], response: RESPONSE },
    },
    async (request) => ({ surveys: await inOwnCenter(request, readSurveys) }),
  )

  app.post(
    '/surveys',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'addSurvey',
        tags: ['surveys'],
        description: 'It asks about both factors of п. 15.',
        body: NewSurvey,
        response: MADE,
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const surveys = await inOwnCenter(request, (db) => addSurvey(db, actor, request.body))
      return reply.code(201).send({ surveys })
    },
  )

  app.post(
    '/surveys/:surveyId/closing',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'closeSurvey',
        tags: ['surveys'],
        description: 'Before its day, and for good: results are told from then on.',
        params: SurveyParams,
        response: RESPONSE,
      },
    },
    async (request) => ({
      surveys: await inOwnCenter(request, (db) => closeSurvey(db, request.params.surveyId)),
    }),
  )

  await app.register(actionRoutes)
  await app.register(ownRoutes)
}

const actionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/surveys/:surveyId/actions',
    {
      config: { roles: OWNERS },
      schema: {
        operationId: 'addSurveyAction',
        tags: ['surveys'],
        params: SurveyParams,
        body: NewAction,
        response: MADE,
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const order = { surveyId: request.params.surveyId, action: request.body }
      const surveys = await inOwnCenter(request, (db) => addAction(db, actor, order))
      return reply.code(201).send({ surveys })
    },
  )

  app.post(
    '/surveys/:surveyId/actions/:actionId/end',
    {
      config: { roles: OWNERS },
      schema: {
        operationId: 'endSurveyAction',
        tags: ['surveys'],
        params: ActionParams,
        body: ActionEnd,
        response: RESPONSE,
      },
    },
    async (request) => ({
      surveys: await inOwnCenter(request, (db) =>
        finishAction(db, request.params, request.body.outcome),
      ),
    }),
  )
}

const ownRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/my/surveys',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listOwnSurveys',
        tags: ['surveys'],
        description: 'What is open for answers now.',
        response: OWN,
      },
    },
    async (request) => ({
      surveys: await inOwnCenter(request, (db) => readOwnSurveys(db, actorOf(request).id)),
    }),
  )

  app.post(
    '/my/surveys/:surveyId/answers',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'answerSurvey',
        tags: ['surveys'],
        description:
          'Marks are counted and not kept: nothing ties them to the caller, of whom only the fact is kept.',
        params: SurveyParams,
        body: Answers,
        response: OWN,
      },
    },
    async (request) => {
      const order = { surveyId: request.params.surveyId, marks: request.body.marks }
      return {
        surveys: await inOwnCenter(request, (db) => answerSurvey(db, actorOf(request), order)),
      }
    },
  )
}
