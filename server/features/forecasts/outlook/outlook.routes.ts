import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'
import { TABLE_TYPES, writeTable } from '#server/platform/http/write-table.ts'

import {
  DayOutlook,
  MonthOutlook,
  OutlookDaysQuery,
  OutlookFileQuery,
  OutlookQuery,
} from './outlook.schema.ts'
import { outlookTable, readOutlook, readOutlookDays } from './outlook.service.ts'

/** `/outlook`: contacts by month, one to three years ahead. */
export const outlookRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(MonthOutlook)
  app.addSchema(DayOutlook)

  app.get(
    '/outlook',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getOutlook',
        tags: ['forecasts'],
        description:
          'Contacts of a queue by month, for head-count planning: as learned from its history and, beside it, under a scenario of growth or of a lasting change.',
        querystring: OutlookQuery,
        response: { 200: ref(MonthOutlook), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => readOutlook(db, request.query)),
  )

  app.get(
    '/outlook/days',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getOutlookDays',
        tags: ['forecasts'],
        description:
          'The same by day: a month spread as its weekdays and days of rest do, with what single days stray.',
        querystring: OutlookDaysQuery,
        response: { 200: ref(DayOutlook), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => readOutlookDays(db, request.query)),
  )

  app.get(
    '/outlook/file',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'exportOutlook',
        tags: ['forecasts'],
        description: 'The same as a table, by month or by day.',
        querystring: OutlookFileQuery,
        response: {
          200: Type.String({ format: 'binary', examples: ['outlook.csv'] }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request, reply) => {
      const { format, by = 'month', ...query } = request.query
      const table = await inOwnCenter(request, (db) => outlookTable(db, query, by))
      return reply
        .type(TABLE_TYPES[format])
        .header('content-disposition', `attachment; filename="outlook.${format}"`)
        .send((await writeTable(table, format)) as unknown as string)
    },
  )
}
