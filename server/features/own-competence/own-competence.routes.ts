import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { SelfAssessment } from '../assessments/assessments.schema.ts'
import { OwnCompetence, OwnProfileParams, ReadingBody } from './own-competence.schema.ts'
import {
  acknowledgeOwnProfile,
  assessOneself,
  readOwnCompetence,
} from './own-competence.service.ts'

const RESPONSE = { 200: ref(OwnCompetence), default: PROBLEM_RESPONSE }

/**
 * `/my/competence`: what one's own competence is, what waits for one's word, and how one sees oneself.
 * Open to every role: whoever holds a position has a profile to read (п. 16).
 */
export const ownCompetenceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(OwnCompetence)

  app.get(
    '/my/competence',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getOwnCompetence',
        tags: ['own competence'],
        response: RESPONSE,
      },
    },
    (request) => inOwnCenter(request, (db) => readOwnCompetence(db, actorOf(request))),
  )

  app.post(
    '/my/profiles/:code/reading',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'acknowledgeOwnProfile',
        tags: ['own competence'],
        description: 'The caller has read the profile of their position (п. 16).',
        params: OwnProfileParams,
        body: ReadingBody,
        response: RESPONSE,
      },
    },
    (request) => {
      const shown = { code: request.params.code, version: request.body.version }
      return inOwnCenter(request, (db) => acknowledgeOwnProfile(db, actorOf(request), shown))
    },
  )

  app.post(
    '/my/self-assessments',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'assessOneself',
        tags: ['own competence'],
        description: 'Tells the assessor how one sees oneself; it gives no level (п. 21).',
        body: SelfAssessment,
        response: RESPONSE,
      },
    },
    (request) => inOwnCenter(request, (db) => assessOneself(db, actorOf(request), request.body)),
  )
}
