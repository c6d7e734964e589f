import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { listPermits } from './trainees.queries.ts'
import { NewPermit, PermitFilter, PermitParams, TraineePermit } from './trainees.schema.ts'
import { allowTrainee, endPermit } from './trainees.service.ts'

/** Whoever answers for competence; planners and supervisors only see it. */
const ALLOWERS = ['hr', 'head'] as const

/** `/trainee-permits`: the exceptions to п. 18, each with who allowed it, the mentor and the term. */
export const traineesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(TraineePermit)

  app.get(
    '/trainee-permits',
    {
      config: { roles: ['hr', 'head', 'planner', 'supervisor'] },
      schema: {
        operationId: 'listTraineePermits',
        tags: ['operators'],
        querystring: PermitFilter,
        response: {
          200: Type.Object({ permits: Type.Array(ref(TraineePermit)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => ({
      permits: await inOwnCenter(request, (db) => listPermits(db, request.query)),
    }),
  )

  app.post(
    '/trainee-permits',
    {
      config: { roles: ALLOWERS },
      schema: {
        operationId: 'allowTrainee',
        tags: ['operators'],
        description: 'A schedule accepts it only while the mentor is on shift at the same time.',
        body: NewPermit,
        response: { 201: ref(TraineePermit), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const permit = await inOwnCenter(request, (db) => allowTrainee(db, actor, request.body))
      return reply.code(201).send(permit)
    },
  )

  app.post(
    '/trainee-permits/:permitId/withdrawal',
    {
      config: { roles: ALLOWERS },
      schema: {
        operationId: 'withdrawTraineePermit',
        tags: ['operators'],
        params: PermitParams,
        response: { 200: ref(TraineePermit), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { permitId } = request.params
      return inOwnCenter(request, (db) => endPermit(db, actorOf(request), permitId))
    },
  )
}
