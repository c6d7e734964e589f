import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import type { Role } from '#server/platform/http/actor.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { changeHouseRule } from './house-rules.service.ts'
import {
  HouseRuleChange,
  LabourRule,
  LabourRuleParams,
  LabourRules,
} from './labour-rules.schema.ts'
import { readLabourRules } from './labour-rules.service.ts'

const READERS: readonly Role[] = ['planner', 'supervisor', 'hr', 'head']
const ANSWER = { 200: ref(LabourRules), default: PROBLEM_RESPONSE }

/** `/labour-rules`: the Labour Code as Kezek keeps it, and the rules of the house. */
export const labourRulesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(LabourRule)
  app.addSchema(LabourRules)

  app.get(
    '/labour-rules',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'listLabourRules',
        tags: ['schedules'],
        description: 'As they count today, with every version of each.',
        response: ANSWER,
      },
    },
    (request) => inOwnCenter(request, readLabourRules),
  )

  app.put(
    '/labour-rules/:code',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'changeHouseRule',
        tags: ['schedules'],
        description:
          'Adds a version of a house rule, never below the law. Periods that begin before it is valid ' +
          'keep the one before.',
        params: LabourRuleParams,
        body: HouseRuleChange,
        response: ANSWER,
      },
    },
    (request) => {
      const { centerId, name: madeBy, language } = actorOf(request)
      return inOwnCenter(request, async (db) => {
        const by = { centerId, madeBy, language }
        await changeHouseRule(db, request.params.code, request.body, by)
        return readLabourRules(db)
      })
    },
  )
}
