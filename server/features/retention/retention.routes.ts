import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import {
  Anonymisation,
  Keeping,
  Retention,
  RetentionParams,
  RetentionRule,
} from './retention.schema.ts'
import { anonymise, keep, readRetention, setRule } from './retention.service.ts'

const RESPONSE = { 200: ref(Retention), default: PROBLEM_RESPONSE }

/** `/retention`: whose data is kept no longer. It proposes; HR decides, and each decision is on record. */
export const retentionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Retention)

  app.get(
    '/retention',
    {
      config: { roles: ['hr', 'head'] },
      schema: { operationId: 'getRetention', tags: ['retention'], response: RESPONSE },
    },
    (request) => inOwnCenter(request, readRetention),
  )

  app.put(
    '/retention/rule',
    {
      config: { roles: ['hr', 'head'] },
      schema: {
        operationId: 'setRetentionRule',
        tags: ['retention'],
        description: 'How long, and by which act. Nothing is anonymised by it.',
        body: RetentionRule,
        response: RESPONSE,
      },
    },
    (request) => inOwnCenter(request, (db) => setRule(db, actorOf(request), request.body)),
  )

  await app.register(decisionRoutes)
}

const decisionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/retention/:operatorId/anonymisation',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'anonymisePerson',
        tags: ['retention'],
        description:
          'Name, number, sign-in, restrictions, consents and words of others are taken away for good; figures stay. ' +
          'The audit record, which the law asks for, keeps what it has.',
        params: RetentionParams,
        body: Anonymisation,
        response: RESPONSE,
      },
    },
    (request) => {
      const order = { ...request.body, operatorId: request.params.operatorId }
      return inOwnCenter(request, (db) => anonymise(db, actorOf(request), order))
    },
  )

  app.post(
    '/retention/:operatorId/keeping',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'keepPerson',
        tags: ['retention'],
        description: 'Until a later day, when it is proposed again.',
        params: RetentionParams,
        body: Keeping,
        response: RESPONSE,
      },
    },
    (request) => {
      const order = { ...request.body, operatorId: request.params.operatorId }
      return inOwnCenter(request, (db) => keep(db, actorOf(request), order))
    },
  )
}
