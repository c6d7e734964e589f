import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { QueueParams } from '../centers/centers.schema.ts'
import { RequirementParams } from '../staffing/staffing.schema.ts'
import {
  LearnedQueue,
  LearnedShrinkage,
  RequirementValues,
  RequirementValuesQuery,
} from './learned.schema.ts'
import { learnOfQueue, learnShrinkage } from './learned.service.ts'
import { valuesOfRequirement } from './used-values.service.ts'

/** What history says of figures that people set by hand. */
export const learnedRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(LearnedQueue)
  app.addSchema(LearnedShrinkage)
  app.addSchema(RequirementValues)

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

  app.get(
    '/requirements/:requirementId/values',
    {
      config: { roles: ['planner', 'supervisor', 'hr', 'head'] },
      schema: {
        operationId: 'getRequirementValues',
        tags: ['staffing'],
        description:
          'By which handle time, patience, redials and shrinkage a requirement was reckoned for a queue, beside what history says of them now.',
        params: RequirementParams,
        querystring: RequirementValuesQuery,
        response: { 200: ref(RequirementValues), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, (db) =>
        valuesOfRequirement(db, request.params.requirementId, {
          queueId: request.query.queueId,
          nowMs: Date.now(),
        }),
      ),
  )
}
