import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { assessmentPlanRoutes } from './assessment-plan.routes.ts'
import { listAssessments } from './assessments.queries.ts'
import {
  Answer,
  Assessment,
  AssessmentChange,
  AssessmentFilter,
  AssessmentParams,
  AssessmentPlan,
  Assessor,
  CompetenceMatrix,
  NewAssessment,
  Resolution,
} from './assessments.schema.ts'
import {
  answerAssessment,
  beginAssessment,
  changeDraft,
  discardDraft,
  resolveAssessment,
  signAssessment,
} from './assessments.service.ts'
import { assessorsRoutes } from './assessors.routes.ts'
import { CompetenceAlert } from './competence-alerts.schema.ts'
import { remindersRoutes } from './reminders.routes.ts'

/** `/assessments`: annual assessment of competence, signed by both sides (п. 21). */
export const assessmentsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const schema of [AssessmentPlan, Assessor, CompetenceMatrix, CompetenceAlert]) {
    app.addSchema(schema)
  }
  await app.register(draftRoutes)
  await app.register(changeRoutes)
  await app.register(signatureRoutes)
  await app.register(assessorsRoutes)
  await app.register(assessmentPlanRoutes)
  await app.register(remindersRoutes)
}

const ASSESSORS = ['hr', 'supervisor'] as const

const draftRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/assessments',
    {
      config: { roles: ['hr', 'supervisor', 'head'] },
      schema: {
        operationId: 'listAssessments',
        tags: ['assessments'],
        querystring: AssessmentFilter,
        response: {
          200: Type.Object({ assessments: Type.Array(ref(Assessment)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => ({
      assessments: await inOwnCenter(request, (db) => listAssessments(db, request.query)),
    }),
  )

  app.post(
    '/assessments',
    {
      config: { roles: ASSESSORS },
      schema: {
        operationId: 'beginAssessment',
        tags: ['assessments'],
        body: NewAssessment,
        response: { 201: ref(Assessment), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const begun = await inOwnCenter(request, (db) => beginAssessment(db, actor, request.body))
      return reply.code(201).send(begun)
    },
  )
}

const changeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put(
    '/assessments/:assessmentId',
    {
      config: { roles: ASSESSORS },
      schema: {
        operationId: 'changeAssessment',
        tags: ['assessments'],
        description: 'A draft, by its assessor alone.',
        params: AssessmentParams,
        body: AssessmentChange,
        response: { 200: ref(Assessment), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const order = { id: request.params.assessmentId, change: request.body }
      return inOwnCenter(request, (db) => changeDraft(db, actorOf(request), order))
    },
  )

  app.delete(
    '/assessments/:assessmentId',
    {
      config: { roles: ASSESSORS },
      schema: {
        operationId: 'discardAssessment',
        tags: ['assessments'],
        description: 'A draft, by its assessor alone.',
        params: AssessmentParams,
        response: { 204: Type.Null(), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { assessmentId } = request.params
      await inOwnCenter(request, (db) => discardDraft(db, actorOf(request), assessmentId))
      return reply.code(204).send(null)
    },
  )
}

const signatureRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/assessments/:assessmentId/signature',
    {
      config: { roles: ASSESSORS },
      schema: {
        operationId: 'signAssessment',
        tags: ['assessments'],
        description: "The assessor's. Nobody signs for themselves, nor without having been taught.",
        params: AssessmentParams,
        response: { 200: ref(Assessment), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { assessmentId } = request.params
      return inOwnCenter(request, (db) => signAssessment(db, actorOf(request), assessmentId))
    },
  )

  app.post(
    '/assessments/:assessmentId/answer',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'answerAssessment',
        tags: ['assessments'],
        description:
          'Of the person who was judged; of HR, with the signed sheet, for one who does not sign in.',
        params: AssessmentParams,
        body: Answer,
        response: { 200: ref(Assessment), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const order = { id: request.params.assessmentId, ...request.body }
      return inOwnCenter(request, (db) => answerAssessment(db, actorOf(request), order))
    },
  )

  app.post(
    '/assessments/:assessmentId/resolution',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'resolveAssessment',
        tags: ['assessments'],
        description: 'Of a dispute, by somebody else than the assessor; or where nobody answers.',
        params: AssessmentParams,
        body: Resolution,
        response: { 200: ref(Assessment), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const order = { id: request.params.assessmentId, resolution: request.body }
      return inOwnCenter(request, (db) => resolveAssessment(db, actorOf(request), order))
    },
  )
}
