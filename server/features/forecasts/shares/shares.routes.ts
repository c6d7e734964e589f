import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { ForecastParams } from '../forecasts.schema.ts'
import { ForecastShares, SharesQuery } from './shares.schema.ts'
import { forecastShares } from './shares.service.ts'

/** `/forecasts/:forecastId/shares`: in which languages, and about what. */
export const sharesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(ForecastShares)

  app.get(
    '/forecasts/:forecastId/shares',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getForecastShares',
        tags: ['forecasts'],
        description:
          "Each day of a queue's forecast by language and by topic, with its doubt, learned from " +
          'imports that tell them.',
        params: ForecastParams,
        querystring: SharesQuery,
        response: { 200: ref(ForecastShares), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, (db) =>
        forecastShares(db, request.params.forecastId, request.query.queueId),
      ),
  )
}
