import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { readCalendar } from '../../calendar/calendar.service.ts'
import { readCenterSettings } from '../../centers/centers.service.ts'
import { insertOverride, listOverrides, switchOverride } from '../forecasts.queries.ts'
import {
  ForecastParams,
  NewOverride,
  Override,
  OverrideChange,
  OverrideParams,
} from '../forecasts.schema.ts'
import { requireForecast } from '../forecasts.service.ts'
import { requireEvent, requireWithin } from './override-span.ts'

const overrides = Type.Object({ overrides: Type.Array(ref(Override)) })

/** `/forecasts/:forecastId/overrides`: the planner's judgement, with its reason; never deleted. */
export const overridesRoutes: FastifyPluginAsyncTypebox = async (app) => {
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

  await app.register(changeRoutes)
}

const changeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/forecasts/:forecastId/overrides',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'addOverride',
        tags: ['forecasts'],
        description:
          'Changes the expected contacts of a span, with a reason. Requirements made before become stale.',
        params: ForecastParams,
        body: NewOverride,
        response: { 201: overrides, default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const answer = await inOwnCenter(request, async (db) => {
        const forecast = await requireForecast(db, request.params.forecastId)
        const { timezone } = await readCenterSettings(db)
        if (request.body.eventId === undefined) requireWithin(forecast, request.body, timezone)
        else {
          const { events } = await readCalendar(db)
          requireEvent(forecast, request.body, { events, timezone })
        }
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
        description:
          'Switches an override on or off; it is never deleted. Requirements that counted it become stale.',
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
