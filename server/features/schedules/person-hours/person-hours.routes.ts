import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { OperatorParams } from '../../operators/operators.schema.ts'
import { PersonHours } from './person-hours.schema.ts'
import { readPersonHours } from './person-hours.service.ts'

/** Hours of one person for who keeps them and for who plans them. */
export const personHoursRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(PersonHours)

  app.get(
    '/operators/:operatorId/hours',
    {
      config: { roles: ['hr', 'planner'] },
      schema: {
        operationId: 'getPersonHours',
        tags: ['operators'],
        description:
          'Overtime of the month and the year beside its limits, or the hours of the accounting period.',
        params: OperatorParams,
        response: { 200: ref(PersonHours), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => readPersonHours(db, request.params.operatorId)),
  )
}
