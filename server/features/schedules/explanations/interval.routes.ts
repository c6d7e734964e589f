import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { ScheduleParams } from '../schedules.schema.ts'
import { readAskedInterval } from './asked-interval.service.ts'
import { Shortage, ShortageQuery } from './shortage.schema.ts'
import { explainShortage } from './shortage.service.ts'
import { Surplus, SurplusQuery } from './surplus.schema.ts'
import { explainSurplusOf } from './surplus.service.ts'

/** Why an interval is as it is: who could come and what keeps them away, who could go and what keeps them. */
export const intervalRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Shortage)
  app.addSchema(Surplus)

  app.get(
    '/schedules/:scheduleId/shortage',
    {
      config: { roles: ['planner', 'supervisor', 'head'] },
      schema: {
        operationId: 'explainShortage',
        tags: ['schedules'],
        description:
          'Why an interval of a queue is short: who works then, who could and at what cost, and ' +
          'which rule bars the others.',
        params: ScheduleParams,
        querystring: ShortageQuery,
        response: { 200: ref(Shortage), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const { queueId, at } = request.query
      const asked = await inOwnCenter(request, (db) =>
        readAskedInterval(db, request.params.scheduleId, at),
      )
      // Outside the transaction: a computation never holds one.
      return explainShortage(asked, queueId, app.compute, actorOf(request).language)
    },
  )

  app.get(
    '/schedules/:scheduleId/surplus',
    {
      config: { roles: ['planner', 'supervisor', 'head'] },
      schema: {
        operationId: 'explainSurplus',
        tags: ['schedules'],
        description:
          'Why an interval has more people than all queues need: who could be elsewhere or off, and ' +
          'which part of the price stands against each.',
        params: ScheduleParams,
        querystring: SurplusQuery,
        response: { 200: ref(Surplus), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const asked = await inOwnCenter(request, (db) =>
        readAskedInterval(db, request.params.scheduleId, request.query.at),
      )
      return explainSurplusOf(asked, app.compute)
    },
  )
}
