import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import type { Role } from '#server/platform/http/actor.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { OperatorParams } from './operators.schema.ts'
import { NewSecondJob, SecondJobEnd, SecondJobParams, SecondJobs } from './second-jobs.schema.ts'
import {
  addSecondJob,
  closeSecondJob,
  readSecondJobs,
  removeSecondJob,
} from './second-jobs.service.ts'

const ROLES: readonly Role[] = ['hr']
const ANSWER = { 200: ref(SecondJobs), default: PROBLEM_RESPONSE }

/** Hours that somebody works elsewhere (art. 68(3)). */
export const secondJobsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(SecondJobs)

  app.get(
    '/operators/:operatorId/second-jobs',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'listSecondJobs',
        tags: ['operators'],
        params: OperatorParams,
        response: ANSWER,
      },
    },
    (request) => inOwnCenter(request, (db) => readSecondJobs(db, request.params.operatorId)),
  )

  await app.register(writeRoutes)
}

const writeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/operators/:operatorId/second-jobs',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'addSecondJob',
        tags: ['operators'],
        description: 'Days on which both jobs make more than the law allows are a warning.',
        params: OperatorParams,
        body: NewSecondJob,
        response: ANSWER,
      },
    },
    (request) => {
      const whose = { centerId: actorOf(request).centerId, operatorId: request.params.operatorId }
      return inOwnCenter(request, (db) => addSecondJob(db, whose, request.body))
    },
  )

  app.patch(
    '/operators/:operatorId/second-jobs/:jobId',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'endSecondJob',
        tags: ['operators'],
        params: SecondJobParams,
        body: SecondJobEnd,
        response: ANSWER,
      },
    },
    (request) => {
      const { operatorId, jobId: id } = request.params
      const { toDate } = request.body
      return inOwnCenter(request, (db) => closeSecondJob(db, { operatorId, id }, toDate))
    },
  )

  app.delete(
    '/operators/:operatorId/second-jobs/:jobId',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'removeSecondJob',
        tags: ['operators'],
        description: 'For one that was written by mistake; one that is over is ended instead.',
        params: SecondJobParams,
        response: ANSWER,
      },
    },
    (request) => {
      const { operatorId, jobId: id } = request.params
      return inOwnCenter(request, (db) => removeSecondJob(db, { operatorId, id }))
    },
  )
}
