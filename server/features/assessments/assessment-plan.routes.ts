import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { readAssessmentPlan, readMatrix } from './assessment-plan.service.ts'
import { updateCycle } from './assessments.queries.ts'
import { AssessmentPlan, CompetenceMatrix, CycleBody } from './assessments.schema.ts'
import { CompetenceAlert } from './competence-alerts.schema.ts'
import { readCompetenceAlerts } from './competence-alerts.service.ts'

const READERS = ['hr', 'planner', 'supervisor', 'head'] as const

/** Who is due when, what everybody can do, and which published shifts lose a competence. */
export const assessmentPlanRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/assessment-plan',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'getAssessmentPlan',
        tags: ['assessments'],
        response: { 200: ref(AssessmentPlan), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, readAssessmentPlan),
  )

  app.put(
    '/assessment-plan/cycle',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'changeAssessmentCycle',
        tags: ['assessments'],
        description: 'How «annually» of п. 21 is read. What was assessed keeps its validity.',
        body: CycleBody,
        response: { 200: ref(AssessmentPlan), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        await updateCycle(db, request.body.cycle)
        return readAssessmentPlan(db)
      }),
  )

  await app.register(matrixRoutes)
}

const matrixRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/competence-matrix',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'getCompetenceMatrix',
        tags: ['assessments'],
        response: { 200: ref(CompetenceMatrix), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, readMatrix),
  )

  app.get(
    '/competence-alerts',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'listCompetenceAlerts',
        tags: ['assessments'],
        description:
          'Competences that expire, or were lowered below what a queue asks, inside a published schedule, with ' +
          'the shifts (п. 18).',
        response: {
          200: Type.Object({ alerts: Type.Array(ref(CompetenceAlert)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => ({ alerts: await inOwnCenter(request, readCompetenceAlerts) }),
  )
}
