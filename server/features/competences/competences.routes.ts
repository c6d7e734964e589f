import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { listCompetences } from './competences.queries.ts'
import {
  Competence,
  CompetenceChange,
  CompetenceFilter,
  CompetenceParams,
  NewCompetence,
} from './competences.schema.ts'
import { addCompetence, changeCompetence } from './competences.service.ts'
import { profilesRoutes } from './profiles.routes.ts'

/** `/competences`: what people can be good at: п. 19 and 20 of the order, and the centre's own. */
export const competencesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Competence)
  await app.register(catalogueRoutes)
  await app.register(profilesRoutes)
}

const catalogueRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/competences',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listCompetences',
        tags: ['competences'],
        querystring: CompetenceFilter,
        response: {
          200: Type.Object({ competences: Type.Array(ref(Competence)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => ({
      competences: await inOwnCenter(request, (db) => listCompetences(db, request.query)),
    }),
  )

  app.post(
    '/competences',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'addCompetence',
        tags: ['competences'],
        body: NewCompetence,
        response: { 201: ref(Competence), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId } = actorOf(request)
      const added = await inOwnCenter(request, (db) => addCompetence(db, centerId, request.body))
      return reply.code(201).send(added)
    },
  )

  app.patch(
    '/competences/:code',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'changeCompetence',
        tags: ['competences'],
        description: 'What the order itself asks for cannot be archived.',
        params: CompetenceParams,
        body: CompetenceChange,
        response: { 200: ref(Competence), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const which = { centerId: actorOf(request).centerId, code: request.params.code }
      return inOwnCenter(request, (db) => changeCompetence(db, which, request.body))
    },
  )
}
