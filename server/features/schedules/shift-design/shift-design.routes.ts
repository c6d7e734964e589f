import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, inOwnCenter, scopeOf } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { Job, presentJob } from '../../jobs/jobs.schema.ts'
import { checkWish } from '../problem/check-wish.ts'
import { NewShiftDesign, ShiftDesign, ShiftDesignQuery } from './shift-design.schema.ts'
import { readShiftDesign } from './shift-design.service.ts'

const WEEK_DAYS = 7

/** `/shift-designs`: which kinds of shift are worth offering in a week. */
export const shiftDesignRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(ShiftDesign)

  app.post(
    '/shift-designs',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'startShiftDesign',
        tags: ['schedules'],
        description:
          'Finds few kinds of shift, a shape with a start, with which the week costs little more than ' +
          'with every start; changes nothing. Watch the job for its progress.',
        body: NewShiftDesign,
        response: { 202: ref(Job), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      await inOwnCenter(request, (db) => checkWish(db, { ...request.body, days: WEEK_DAYS }))
      const row = await app.jobs.enqueue(scopeOf(actorOf(request)), 'shift_design', request.body)
      return reply.code(202).send(presentJob(row))
    },
  )

  app.get(
    '/shift-designs',
    {
      config: { roles: ['planner', 'supervisor', 'head'] },
      schema: {
        operationId: 'getShiftDesign',
        tags: ['schedules'],
        description: 'What was last found for the week; null while nobody has asked.',
        querystring: ShiftDesignQuery,
        response: {
          200: Type.Object(
            { design: Type.Union([ref(ShiftDesign), Type.Null()]) },
            { examples: [{ design: null }] },
          ),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const asked = request.query
        await checkWish(db, { ...asked, days: WEEK_DAYS })
        return { design: await readShiftDesign(db, asked) }
      }),
  )
}
