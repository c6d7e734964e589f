import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { listCompetences } from './competences.queries.ts'
import { Competence } from './competences.schema.ts'

/** `/competences`: what people can be good at, as far as the centre asks for it. */
export const competencesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Competence)

  app.get(
    '/competences',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listCompetences',
        tags: ['competences'],
        response: {
          200: Type.Object({ competences: Type.Array(ref(Competence)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => ({ competences: await inOwnCenter(request, listCompetences) }),
  )
}
