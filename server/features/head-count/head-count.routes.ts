import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'
import { TABLE_TYPES, writeTable } from '#server/platform/http/write-table.ts'

import { HeadCountFileQuery, HeadCountPlan, HeadCountQuery } from './head-count.schema.ts'
import { headCountTable, readHeadCount } from './head-count.service.ts'

const READERS = ['hr', 'planner', 'head'] as const

/** `/head-count`: people and competences that the months to come need, and how to have them (п. 25). */
export const headCountRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(HeadCountPlan)

  app.get(
    '/head-count',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'getHeadCount',
        tags: ['head-count'],
        description:
          'Need by month and competence, who will be there, and when to hire and to train. Nothing is stored: ' +
          'a question with other assumptions is another request.',
        querystring: HeadCountQuery,
        response: { 200: ref(HeadCountPlan), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => readHeadCount(db, request.query)),
  )

  app.get(
    '/head-count/file',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'exportHeadCount',
        tags: ['head-count'],
        description: 'The same as a table.',
        querystring: HeadCountFileQuery,
        response: {
          200: Type.String({ format: 'binary', examples: ['head-count.csv'] }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request, reply) => {
      const { format, ...query } = request.query
      const table = await inOwnCenter(request, (db) => headCountTable(db, query))
      return reply
        .type(TABLE_TYPES[format])
        .header('content-disposition', `attachment; filename="head-count.${format}"`)
        .send((await writeTable(table, format)) as unknown as string)
    },
  )
}
