import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { insertPolicy, listPolicies } from './adherence.queries.ts'
import { NewPolicy, PolicyVersion } from './adherence.schema.ts'
import { unknownNames } from './compile-policy.ts'
import { KEZEK_POLICY } from './policy-presets.ts'

/** `/adherence/policies`: what counts as being where the schedule says, by version. */
export const policiesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/adherence/policies',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listAdherencePolicies',
        tags: ['adherence'],
        description: 'Everybody may know how they are judged. The last one valid is in force.',
        response: {
          200: Type.Object({ policies: Type.Array(ref(PolicyVersion)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => {
      const stored = await inOwnCenter(request, listPolicies)
      const first = { version: 0, validFrom: null, policy: KEZEK_POLICY, note: '', madeBy: null }
      return {
        policies: [
          first,
          ...stored.map(({ version, validFromMs, policy, note, madeBy }) => ({
            version,
            validFrom: new Date(validFromMs).toISOString(),
            policy,
            note,
            madeBy,
          })),
        ],
      }
    },
  )

  app.post(
    '/adherence/policies',
    {
      config: { roles: ['planner', 'head'] },
      schema: {
        operationId: 'addAdherencePolicy',
        tags: ['adherence'],
        description: 'A new version, in force from an instant on (now, unless said otherwise).',
        body: NewPolicy,
        response: { 201: ref(PolicyVersion), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId, name } = actorOf(request)
      const { policy, note = '', validFrom = new Date().toISOString() } = request.body
      const strange = unknownNames(policy)
      if (strange.length > 0) {
        throw new ProblemError('policy-refused', { values: { names: strange.join(', ') } })
      }
      const order = { centerId, policy, note, validFrom: new Date(validFrom), madeBy: name }
      const version = await inOwnCenter(request, (db) => insertPolicy(db, order))
      return reply.code(201).send({ version, validFrom, policy, note, madeBy: name })
    },
  )
}
