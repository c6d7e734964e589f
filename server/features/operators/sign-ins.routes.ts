import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { OperatorParams, SignIn } from './operators.schema.ts'
import { centreToday, requireOperator } from './operators.service.ts'
import { listSignInsFor } from './sign-ins.queries.ts'

/** Which sign-ins may be said to be somebody's own: what they then see of themselves hangs on it. */
export const signInsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(SignIn)

  app.get(
    '/operators/:operatorId/sign-ins',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'listSignIns',
        tags: ['operators'],
        description: 'Those that nobody has, and the own one.',
        params: OperatorParams,
        response: {
          200: Type.Object({ signIns: Type.Array(ref(SignIn)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const { operatorId } = request.params
        await requireOperator(db, operatorId, await centreToday(db))
        return { signIns: await listSignInsFor(db, operatorId) }
      }),
  )
}
