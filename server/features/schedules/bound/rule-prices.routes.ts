import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, inOwnCenter, scopeOf } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { Job, presentJob } from '../../jobs/jobs.schema.ts'
import { ScheduleParams } from '../schedules.schema.ts'
import { requireSchedule } from '../schedules.service.ts'
import type { RulePricesOrder } from './rule-prices.job.ts'
import { RulePrices } from './rule-prices.schema.ts'
import { readRulePrices } from './rule-prices.service.ts'

/** `/schedules/{scheduleId}/rule-prices`: what would help most. */
export const rulePricesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(RulePrices)

  app.post(
    '/schedules/:scheduleId/rule-prices',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'startRulePrices',
        tags: ['schedules'],
        description:
          'Finds what each rule relaxed by one unit would bring, by making the plan anew near where it ' +
          'is with the same effort; changes nothing. Watch the job for its progress.',
        params: ScheduleParams,
        response: { 202: ref(Job), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { scheduleId } = request.params
      await inOwnCenter(request, (db) => requireSchedule(db, scheduleId))
      const actor = actorOf(request)
      const order: RulePricesOrder = { scheduleId, language: actor.language }
      const row = await app.jobs.enqueue(scopeOf(actor), 'schedule_rule_prices', order)
      return reply.code(202).send(presentJob(row))
    },
  )

  app.get(
    '/schedules/:scheduleId/rule-prices',
    {
      config: { roles: ['planner', 'supervisor', 'head'] },
      schema: {
        operationId: 'getRulePrices',
        tags: ['schedules'],
        description: 'What was last found; null while nobody has asked.',
        params: ScheduleParams,
        response: {
          200: Type.Object(
            { rulePrices: Type.Union([ref(RulePrices), Type.Null()]) },
            { examples: [{ rulePrices: null }] },
          ),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => ({
        rulePrices: await readRulePrices(db, request.params.scheduleId),
      })),
  )
}
