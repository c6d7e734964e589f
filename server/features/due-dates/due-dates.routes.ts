import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'
import { TABLE_TYPES, writeTable } from '#server/platform/http/write-table.ts'

import { dueCalendarFile } from './due-calendar-file.ts'
import {
  DueCalendar,
  DueEntry,
  DueFileQuery,
  DueQuery,
  type DueQuery as Query,
} from './due-dates.schema.ts'
import { dueTable, readDueCalendar } from './due-dates.service.ts'

const READERS = ['hr', 'supervisor', 'head'] as const

/** `/due-dates`: what comes due about people, day by day. */
export const dueDatesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(DueEntry)
  app.addSchema(DueCalendar)

  app.get(
    '/due-dates',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'listDueDates',
        tags: ['due-dates'],
        description: 'Entries of the kinds `document` and `consent` are shown to HR alone.',
        querystring: DueQuery,
        response: { 200: ref(DueCalendar), default: PROBLEM_RESPONSE },
      },
    },
    (request) => readFor(request, request.query),
  )

  app.get(
    '/due-dates/file',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'exportDueDates',
        tags: ['due-dates'],
        description: 'The same as a calendar (RFC 5545) or as a table.',
        querystring: DueFileQuery,
        response: {
          200: Type.String({ format: 'binary', examples: ['due-dates.ics'] }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request, reply) => {
      const { format, ...query } = request.query
      const { language } = actorOf(request)
      const calendar = await readFor(request, query)
      void reply.header('content-disposition', `attachment; filename="due-dates.${format}"`)
      if (format === 'ics') {
        const { entries } = calendar
        return reply
          .type('text/calendar; charset=utf-8')
          .send(dueCalendarFile({ entries, language, madeMs: Date.now() }))
      }
      const file = await writeTable(dueTable(calendar, language), format)
      return reply.type(TABLE_TYPES[format]).send(file as unknown as string)
    },
  )
}

async function readFor(request: FastifyRequest, query: Query): Promise<DueCalendar> {
  const { language, roles } = actorOf(request)
  const reader = { language, seesPersonalRecords: roles.includes('hr') }
  return inOwnCenter(request, (db) => readDueCalendar(db, query, reader))
}
