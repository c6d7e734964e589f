import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { keepBoardFilter, readBoardFilter } from './filter.queries.ts'
import { BoardFilter } from './filter.schema.ts'

const ROLES = ['supervisor', 'planner', 'head'] as const

/** `/today/filter`: what one looks at on the board, on every screen that one signs in to. */
export const filterRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(BoardFilter)

  app.get(
    '/today/filter',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'getBoardFilter',
        tags: ['intraday'],
        description: 'One’s own; everybody and every team until it is set.',
        response: { 200: ref(BoardFilter), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => readBoardFilter(db, actorOf(request).id)),
  )

  app.put(
    '/today/filter',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'keepBoardFilter',
        tags: ['intraday'],
        body: ref(BoardFilter),
        response: { 200: ref(BoardFilter), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const { body } = request
        if (!(await keepBoardFilter(db, actorOf(request), body))) {
          throw new ProblemError('team-unknown', { values: { code: body.team ?? '' } })
        }
        return body
      }),
  )
}
