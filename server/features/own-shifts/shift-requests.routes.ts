import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import type { Role } from '#server/platform/http/actor.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { RequestDecision, RequestEffect, RequestParams, ShiftRequest } from './own-shifts.schema.ts'
import { decide, readEffect, readRequests } from './shift-requests.service.ts'

const DECIDERS: readonly Role[] = ['supervisor', 'planner']

/** `/shift-requests`: what operators ask of their shifts, what it would do, and the decision. */
export const shiftRequestsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(RequestEffect)

  app.get(
    '/shift-requests',
    {
      config: { roles: DECIDERS },
      schema: {
        operationId: 'listShiftRequests',
        tags: ['schedules'],
        description: 'Those that wait for a decision first, then the latest that were decided.',
        response: {
          200: Type.Object({ requests: Type.Array(ref(ShiftRequest)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => ({
        requests: await readRequests(db, actorOf(request)),
      })),
  )

  app.get(
    '/shift-requests/:requestId/effect',
    {
      config: { roles: DECIDERS },
      schema: {
        operationId: 'getShiftRequestEffect',
        tags: ['schedules'],
        description: 'What approving would do to rules and cover; stores nothing.',
        params: RequestParams,
        response: { 200: ref(RequestEffect), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, (db) =>
        readEffect(db, request.params.requestId, actorOf(request).language),
      ),
  )

  await app.register(decisionRoutes)
}

const decisionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/shift-requests/:requestId/decision',
    {
      config: { roles: DECIDERS },
      schema: {
        operationId: 'decideShiftRequest',
        tags: ['schedules'],
        description:
          'Approved, it is in force at once: a new version of the schedule is published with it. ' +
          'Refused where it would break a rule, and to those whose request it is.',
        params: RequestParams,
        body: RequestDecision,
        response: { 200: ref(ShiftRequest), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const actor = actorOf(request)
      const decided = await inOwnCenter(request, (db) =>
        decide(db, actor, request.params.requestId, request.body),
      )
      app.boards.nudge(actor.centerId, { plans: true })
      return decided
    },
  )
}
