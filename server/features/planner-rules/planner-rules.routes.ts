import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import type { Role } from '#server/platform/http/actor.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import {
  NewPlannerRule,
  PlannerRule,
  PlannerRuleChange,
  PlannerRuleParams,
  PlannerRules,
} from './planner-rules.schema.ts'
import { addRule, changeRule, readPlannerRules, readRuleVersions } from './planner-rules.service.ts'

const READERS: readonly Role[] = ['planner', 'supervisor', 'head']

/** `/planner-rules`: what planners add to law and contract, in versions. */
export const plannerRulesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(PlannerRule)
  app.addSchema(PlannerRules)

  app.get(
    '/planner-rules',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'listPlannerRules',
        tags: ['schedules'],
        description: 'The latest version of every rule, and what a rule may name.',
        response: { 200: ref(PlannerRules), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, readPlannerRules),
  )

  app.get(
    '/planner-rules/:ruleId/versions',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'listPlannerRuleVersions',
        tags: ['schedules'],
        params: PlannerRuleParams,
        response: {
          200: Type.Object({ versions: Type.Array(ref(PlannerRule)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => ({
        versions: await readRuleVersions(db, request.params.ruleId),
      })),
  )

  await app.register(writeRoutes)
}

const writeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/planner-rules',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'addPlannerRule',
        tags: ['schedules'],
        description:
          'Counts at once in every schedule of its time: when made, changed or published.',
        body: NewPlannerRule,
        response: { 201: ref(PlannerRule), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId, name: madeBy } = actorOf(request)
      const rule = await inOwnCenter(request, (db) =>
        addRule(db, request.body, { centerId, madeBy }),
      )
      return reply.code(201).send(rule)
    },
  )

  app.put(
    '/planner-rules/:ruleId',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'changePlannerRule',
        tags: ['schedules'],
        description:
          'Adds a version, also to switch the rule off or on. Periods that begin before the new ' +
          'version is valid keep the one before.',
        params: PlannerRuleParams,
        body: PlannerRuleChange,
        response: { 200: ref(PlannerRule), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { centerId, name: madeBy } = actorOf(request)
      return inOwnCenter(request, (db) =>
        changeRule(db, request.params.ruleId, request.body, { centerId, madeBy }),
      )
    },
  )
}
