import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'

import { deleteAssessor, listAssessors, putAssessor } from './assessments.queries.ts'
import { AssessorBody, AssessorList, AssessorParams } from './assessments.schema.ts'

const RESPONSE = { 200: AssessorList, default: PROBLEM_RESPONSE }

/** `/assessors`: who has been taught to assess, with the document that says so. */
export const assessorsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/assessors',
    {
      config: { roles: ['hr', 'supervisor', 'head'] },
      schema: { operationId: 'listAssessors', tags: ['assessments'], response: RESPONSE },
    },
    async (request) => ({ assessors: await inOwnCenter(request, listAssessors) }),
  )

  app.put(
    '/assessors/:userId',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'nameAssessor',
        tags: ['assessments'],
        params: AssessorParams,
        body: AssessorBody,
        response: RESPONSE,
      },
    },
    async (request) => {
      const assessor = { centerId: actorOf(request).centerId, userId: request.params.userId }
      return inOwnCenter(request, async (db) => {
        await putAssessor(db, assessor, request.body)
        return { assessors: await listAssessors(db) }
      })
    },
  )

  app.delete(
    '/assessors/:userId',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'dismissAssessor',
        tags: ['assessments'],
        params: AssessorParams,
        response: RESPONSE,
      },
    },
    async (request) =>
      inOwnCenter(request, async (db) => {
        await deleteAssessor(db, request.params.userId)
        return { assessors: await listAssessors(db) }
      }),
  )
}
