import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'

import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import type { AdherencePolicy } from './adherence-policy.ts'
import { previewPolicy, refuseStrange } from './adherence-report.service.ts'
import { insertPolicy, listPolicies } from './adherence.queries.ts'
import { NewPolicy, PolicyPreview, PolicyTrial, PolicyVersion } from './adherence.schema.ts'
import { verdictTable } from './compile-policy.ts'
import { KEZEK_POLICY, POLICY_PRESETS } from './policy-presets.ts'

const Policies = Type.Object({
  policies: Type.Array(ref(PolicyVersion)),
  presets: Type.Array(ref(PolicyVersion), {
    description: 'To start from: ours, and the definitions of other systems, named in `note`',
  }),
})

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
        response: { 200: Policies, default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const stored = await inOwnCenter(request, listPolicies)
      return {
        policies: [
          unstored(KEZEK_POLICY, ''),
          ...stored.map(({ version, validFromMs, policy, note, madeBy }) => ({
            version,
            validFrom: new Date(validFromMs).toISOString(),
            policy,
            note,
            madeBy,
            verdicts: verdictTable(policy),
          })),
        ],
        presets: Object.entries(POLICY_PRESETS).map(([name, policy]) => unstored(policy, name)),
      }
    },
  )

  await app.register(changeRoutes)
}

const changeRoutes: FastifyPluginAsyncTypebox = async (app) => {
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
      refuseStrange(policy)
      const order = { centerId, policy, note, validFrom: new Date(validFrom), madeBy: name }
      const version = await inOwnCenter(request, (db) => insertPolicy(db, order))
      app.boards.nudge(centerId, { plans: true })
      const verdicts = verdictTable(policy)
      return reply.code(201).send({ version, validFrom, policy, note, madeBy: name, verdicts })
    },
  )

  app.post(
    '/adherence/policies/preview',
    {
      config: { roles: ['planner', 'head', 'supervisor'] },
      schema: {
        operationId: 'previewAdherencePolicy',
        tags: ['adherence'],
        description: 'What a policy would say of days that are past. Stores nothing.',
        body: PolicyTrial,
        response: { 200: ref(PolicyPreview), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => previewPolicy(db, request.body, Date.now())),
  )
}

/** A policy that the service brings with it. */
function unstored(policy: AdherencePolicy, note: string): Static<typeof PolicyVersion> {
  const verdicts = verdictTable(policy)
  return { version: 0, validFrom: null, policy: writable(policy), note, madeBy: null, verdicts }
}

function writable(policy: AdherencePolicy): Static<typeof PolicyVersion>['policy'] {
  const { activities, states, table, ...rest } = policy
  return {
    ...rest,
    activities: { ...activities },
    states: { ...states },
    table: Object.fromEntries(Object.entries(table).map(([name, row]) => [name, { ...row }])),
  }
}
