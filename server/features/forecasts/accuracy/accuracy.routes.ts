import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'
import { TABLE_TYPES, writeTable } from '#server/platform/http/write-table.ts'

import { AccuracyFileQuery, AccuracyQuery, ForecastAccuracy } from './accuracy.schema.ts'
import { accuracyTable, readAccuracy } from './accuracy.service.ts'

/** `/forecast-accuracy`: how forecasts have come true, as evidence. */
export const accuracyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(ForecastAccuracy)

  app.get(
    '/forecast-accuracy',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getForecastAccuracy',
        tags: ['forecasts'],
        description:
          "The versions of the last half year beside what came to a queue: errors by weeks ahead and step, next to those of the last known week; what changes by hand were worth; and whether the engine's errors have begun to lean to one side.",
        querystring: AccuracyQuery,
        response: { 200: ref(ForecastAccuracy), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => readAccuracy(db, request.query.queueId)),
  )

  app.get(
    '/forecast-accuracy/file',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'exportForecastAccuracy',
        tags: ['forecasts'],
        description: 'The errors of every queue by weeks ahead and step, as a table.',
        querystring: AccuracyFileQuery,
        response: {
          200: Type.String({ format: 'binary', examples: ['forecast-accuracy.csv'] }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request, reply) => {
      const { format } = request.query
      const table = await inOwnCenter(request, accuracyTable)
      return reply
        .type(TABLE_TYPES[format])
        .header('content-disposition', `attachment; filename="forecast-accuracy.${format}"`)
        .send((await writeTable(table, format)) as unknown as string)
    },
  )
}
