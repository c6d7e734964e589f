import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { NewScheduleWeights, ScheduleWeights } from './schedule-weights.schema.ts'
import { changeScheduleWeights, readScheduleWeights } from './schedule-weights.service.ts'

const ANSWER = { 200: ref(ScheduleWeights), default: PROBLEM_RESPONSE }

/** `/schedule-weights`: what an hour short, an hour idle or a night costs when a schedule is made. */
export const scheduleWeightsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(ScheduleWeights)

  app.get(
    '/schedule-weights',
    {
      config: { roles: ['planner', 'supervisor', 'hr', 'head', 'admin'] },
      schema: { operationId: 'getScheduleWeights', tags: ['centers'], response: ANSWER },
    },
    (request) => inOwnCenter(request, readScheduleWeights),
  )

  app.put(
    '/schedule-weights',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'changeScheduleWeights',
        tags: ['centers'],
        description: 'Counts from the next schedule on; each version keeps those it was made by.',
        body: NewScheduleWeights,
        response: ANSWER,
      },
    },
    (request) => inOwnCenter(request, (db) => changeScheduleWeights(db, request.body)),
  )
}
