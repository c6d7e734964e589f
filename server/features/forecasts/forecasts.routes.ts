import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, EVERY_ROLE, inOwnCenter, scopeOf } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { readActuals } from '../imports/history.service.ts'
import { Job, presentJob } from '../jobs/jobs.schema.ts'
import { accuracyRoutes } from './accuracy/accuracy.routes.ts'
import { explanationRoutes } from './explanation/explanation.routes.ts'
import { readInputsMark } from './forecast-inputs.ts'
import { listForecasts } from './forecasts.queries.ts'
import {
  Forecast,
  ForecastParams,
  ForecastPoints,
  NewForecast,
  Override,
  PointsQuery,
} from './forecasts.schema.ts'
import {
  presentForecast,
  presentPoint,
  readAdjusted,
  requireForecast,
} from './forecasts.service.ts'
import { outlookRoutes } from './outlook/outlook.routes.ts'
import { overridesRoutes } from './overrides/overrides.routes.ts'
import { sharesRoutes } from './shares/shares.routes.ts'

/** `/forecasts`: versions of the forecast, their points, and the planner's judgement. */
export const forecastsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const schema of [Forecast, ForecastPoints, Override]) app.addSchema(schema)

  app.post(
    '/forecasts',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'startForecast',
        tags: ['forecasts'],
        description: 'Makes a new version from the history as it is; watch the job.',
        body: NewForecast,
        response: { 202: ref(Job), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const row = await app.jobs.enqueue(scopeOf(actorOf(request)), 'forecast', request.body)
      return reply.code(202).send(presentJob(row))
    },
  )

  app.get(
    '/forecasts',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listForecasts',
        tags: ['forecasts'],
        response: {
          200: Type.Object({ forecasts: Type.Array(ref(Forecast)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const inputsNow = await readInputsMark(db)
        return {
          forecasts: (await listForecasts(db)).map((row) => presentForecast(row, inputsNow)),
        }
      }),
  )

  await app.register(forecastRoutes)
  await app.register(overridesRoutes)
  await app.register(explanationRoutes)
  await app.register(accuracyRoutes)
  await app.register(sharesRoutes)
  await app.register(outlookRoutes)
}

/** One version: what it is, and its points. */
const forecastRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/forecasts/:forecastId',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getForecast',
        tags: ['forecasts'],
        params: ForecastParams,
        response: { 200: ref(Forecast), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) =>
        presentForecast(
          await requireForecast(db, request.params.forecastId),
          await readInputsMark(db),
        ),
      ),
  )

  app.get(
    '/forecasts/:forecastId/points',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getForecastPoints',
        tags: ['forecasts'],
        params: ForecastParams,
        querystring: PointsQuery,
        response: { 200: ref(ForecastPoints), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { queueId } = request.query
      const [from, to] = [new Date(request.query.from), new Date(request.query.to)]
      if (from >= to) throw new ProblemError('interval-empty')
      return inOwnCenter(request, async (db) => {
        await requireForecast(db, request.params.forecastId)
        const { intervalMinutes } = await readCenterSettings(db)
        const points =
          (await readAdjusted(db, request.params.forecastId, queueId)).get(queueId) ?? []
        const actuals = await readActuals(db, queueId, { from, to })
        const came = new Map(actuals.map((row) => [row.starts_at.getTime(), row.offered]))
        return {
          intervalMinutes,
          points: points
            .filter(({ startMs }) => startMs >= from.getTime() && startMs < to.getTime())
            .map((point) => presentPoint(point, came.get(point.startMs) ?? null)),
        }
      })
    },
  )
}
