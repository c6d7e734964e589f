import { setImmediate as othersFirst } from 'node:timers/promises'

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'

import { inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'
import { TABLE_TYPES, writeTable } from '#server/platform/http/write-table.ts'

import type { OutlookSource } from '../forecasts/outlook/outlook-case.ts'
import { readOutlookGround, readOutlookSource } from '../forecasts/outlook/outlook.service.ts'
import type { HeadCountOrder } from './head-count.compute.ts'
import {
  HeadCountFileQuery,
  HeadCountPlan,
  HeadCountQuery,
  type HeadCountQuery as Query,
} from './head-count.schema.ts'
import { headCountTable, readHeadCountFacts } from './head-count.service.ts'

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
    (request) => headCountFor(request, request.query),
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
      const table = headCountTable(await headCountFor(request, query))
      return reply
        .type(TABLE_TYPES[format])
        .header('content-disposition', `attachment; filename="head-count.${format}"`)
        .send((await writeTable(table, format)) as unknown as string)
    },
  )
}

/**
 * The history of each queue is read in a transaction of its own, and the plan is computed outside of any:
 * the embedded database has one connection in the thread of all requests, and answers without ever leaving
 * it, so that others are let in between two queues.
 */
async function headCountFor(request: FastifyRequest, query: Query): Promise<HeadCountPlan> {
  const facts = await inOwnCenter(request, (db) => readHeadCountFacts(db, query))
  const ground = await inOwnCenter(request, readOutlookGround)
  const sources: OutlookSource[] = []
  for (const { id } of facts.staffed) {
    await othersFirst()
    const found = await inOwnCenter(request, (db) => readOutlookSource(db, ground, id))
    if (found !== null) sources.push(found)
  }
  return request.server.compute.run<HeadCountOrder, HeadCountPlan>({
    module: new URL('head-count.compute.ts', import.meta.url),
    name: 'computeHeadCount',
    input: { facts, sources },
  })
}
