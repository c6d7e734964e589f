import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, EVERY_ROLE, inOwnCenter, scopeOf } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { readActuals } from '../imports/history.service.ts'
import { Job, presentJob } from '../jobs/jobs.schema.ts'
import {
  insertOverride,
  listForecasts,
  listOverrides,
  switchOverride,
} from './forecasts.queries.ts'
import {
  Forecast,
  ForecastParams,
  ForecastPoints,
  NewForecast,
  NewOverride,
  Override,
  OverrideChange,
  OverrideParams,
  PointsQuery,
} from './forecasts.schema.ts'
import {
  historyChangedAt,
  presentForecast,
  readAdjusted,
  requireForecast,
} from './forecasts.service.ts'

/** `/forecasts`: versions of the forecast, their points, and the planner's judgement. */
export const forecastsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const schema of [Forecast, ForecastPoints, Override]) app.addSchema(schema)
  const overrides = Type.Object({ overrides: Type.Array(ref(Override)) })

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
        const changedAt = await historyChangedAt(db)
        return {
          forecasts: (await listForecasts(db)).map((row) => presentForecast(row, changedAt)),
        }
      }),
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
            .map(({ startMs, volume, adjusted, quantiles, ahtSeconds }) => ({
              startsAt: new Date(startMs).toISOString(),
              volume,
              adjusted,
              low: quantiles[2] ?? 0,
              high: quantiles[6] ?? 0,
              quantiles: [...quantiles],
              ahtSeconds,
              actual: came.get(startMs) ?? null,
            })),
        }
      })
    },
  )

  app.get(
    '/forecasts/:forecastId/overrides',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listOverrides',
        tags: ['forecasts'],
        params: ForecastParams,
        response: { 200: overrides, default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        await requireForecast(db, request.params.forecastId)
        return { overrides: [...(await listOverrides(db, request.params.forecastId))] }
      }),
  )

  app.post(
    '/forecasts/:forecastId/overrides',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'addOverride',
        tags: ['forecasts'],
        params: ForecastParams,
        body: NewOverride,
        response: { 201: overrides, default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const answer = await inOwnCenter(request, async (db) => {
        const forecast = await requireForecast(db, request.params.forecastId)
        await insertOverride(db, forecast, request.body, actorOf(request).name)
        return { overrides: [...(await listOverrides(db, forecast.id))] }
      })
      return reply.code(201).send(answer)
    },
  )

  app.patch(
    '/forecasts/:forecastId/overrides/:overrideId',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'switchOverride',
        tags: ['forecasts'],
        description: 'Switches an override on or off; it is never deleted.',
        params: OverrideParams,
        body: OverrideChange,
        response: { 200: overrides, default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const { forecastId, overrideId } = request.params
        const found = await switchOverride(db, forecastId, overrideId, request.body.active)
        if (!found) throw new ProblemError('record-unknown')
        return { overrides: [...(await listOverrides(db, forecastId))] }
      }),
  )
}
