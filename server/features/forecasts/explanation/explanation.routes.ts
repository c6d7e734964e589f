import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { ForecastParams } from '../forecasts.schema.ts'
import { ExplanationQuery, ForecastExplanation } from './explanation.schema.ts'
import { explainForecast } from './explanation.service.ts'

/** `/forecasts/:forecastId/explanation`: why this number, and why it moved. */
export const explanationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(ForecastExplanation)

  app.get(
    '/forecasts/:forecastId/explanation',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'explainForecast',
        tags: ['forecasts'],
        description:
          "What each day of a queue's forecast is made of, in contacts that add up to it, and what " +
          'has moved it since the version before.',
        params: ForecastParams,
        querystring: ExplanationQuery,
        response: { 200: ref(ForecastExplanation), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, (db) =>
        explainForecast(db, request.params.forecastId, request.query.queueId),
      ),
  )
}
