import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { QueueParams } from '../centers/centers.schema.ts'
import { LearnedQueue, LearnedShrinkage } from './learned.schema.ts'
import { learnOfQueue, learnShrinkage } from './learned.service.ts'

/** What history says of figures that people set by hand. */
export const learnedRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(LearnedQueue)
  app.addSchema(LearnedShrinkage)

  app.get(
    '/queues/:queueId/learned',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getLearnedQueue',
        tags: ['centers'],
        description:
          'Patience and redials of a queue by the last half-year, with their doubt. The settings stay as they are: whoever agrees takes a figure over with `updateQueue`.',
        params: QueueParams,
        response: { 200: ref(LearnedQueue), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => learnOfQueue(db, request.params.queueId, Date.now())),
  )

  app.get(
    '/center/learned-shrinkage',
    {
      config: { roles: ['planner', 'supervisor', 'hr', 'head'] },
      schema: {
        operationId: 'getLearnedShrinkage',
        tags: ['centers'],
        description:
          'Planned and unplanned shrinkage of the last eight weeks, by published shifts and the states of people, of everybody together. The settings stay as they are.',
        response: { 200: ref(LearnedShrinkage), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => learnShrinkage(db, Date.now())),
  )
}
