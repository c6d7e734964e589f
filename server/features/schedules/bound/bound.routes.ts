import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, inOwnCenter, scopeOf } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { Job, presentJob } from '../../jobs/jobs.schema.ts'
import { ScheduleParams } from '../schedules.schema.ts'
import { requireSchedule } from '../schedules.service.ts'
import type { BoundOrder } from './bound.job.ts'
import { ScheduleBound } from './bound.schema.ts'
import { readBound } from './bound.service.ts'

/** `/schedules/{scheduleId}/bound`: at most how far from the best possible. */
export const boundRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(ScheduleBound)

  app.post(
    '/schedules/:scheduleId/bound',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'startBound',
        tags: ['schedules'],
        description:
          'Proves by a linear program what no legal schedule of these people can cost less than, in ' +
          'coverage and pay; watch the job for its progress.',
        params: ScheduleParams,
        response: { 202: ref(Job), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { scheduleId } = request.params
      await inOwnCenter(request, (db) => requireSchedule(db, scheduleId))
      const order: BoundOrder = { scheduleId }
      const row = await app.jobs.enqueue(scopeOf(actorOf(request)), 'schedule_bound', order)
      return reply.code(202).send(presentJob(row))
    },
  )

  app.get(
    '/schedules/:scheduleId/bound',
    {
      config: { roles: ['planner', 'supervisor', 'head'] },
      schema: {
        operationId: 'getBound',
        tags: ['schedules'],
        description: 'The latest proof, held against the schedule as it stands; null without one.',
        params: ScheduleParams,
        response: {
          200: Type.Object(
            { bound: Type.Union([ref(ScheduleBound), Type.Null()]) },
            { examples: [{ bound: null }] },
          ),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => ({
        bound: await readBound(db, request.params.scheduleId),
      })),
  )
}
