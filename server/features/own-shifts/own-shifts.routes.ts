import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import type { Role } from '#server/platform/http/actor.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { requireOwnPerson } from '../operators/operators.service.ts'
import { readSwapChoices } from '../schedules/changes/published-changes.service.ts'
import { readPublishedReason } from '../schedules/explanations/explanations.service.ts'
import { readWishes, replaceWishes } from './own-shifts.queries.ts'
import {
  NewShiftRequest,
  OwnShiftQuery,
  OwnShiftReason,
  OwnShifts,
  OwnWishes,
  RequestAnswer,
  RequestParams,
  ShiftRequest,
  SwapChoices,
} from './own-shifts.schema.ts'
import { markSeen, readOwnShifts } from './own-shifts.service.ts'
import { shiftRequestsRoutes } from './shift-requests.routes.ts'
import { answer, ask, readOwnRequests, withdraw } from './shift-requests.service.ts'

const ROLES: readonly Role[] = ['operator']
const TAGS = ['own shifts']

/** `/my/shifts` and what belongs to them: an operator sees the own shifts, wishes, and asks for other ones. */
export const ownShiftsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const schema of [OwnShifts, OwnShiftReason, OwnWishes, SwapChoices, ShiftRequest]) {
    app.addSchema(schema)
  }
  await app.register(shiftRoutes)
  await app.register(reasonRoutes)
  await app.register(wishRoutes)
  await app.register(askRoutes)
  await app.register(answerRoutes)
  await app.register(shiftRequestsRoutes)
}

const shiftRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/my/shifts',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'getOwnShifts',
        tags: TAGS,
        description:
          "One's own published shifts, sessions and leave from today on, and what changed.",
        response: { 200: ref(OwnShifts), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => readOwnShifts(db, actorOf(request))),
  )

  app.post(
    '/my/shifts/seen',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'markOwnShiftsSeen',
        tags: TAGS,
        description: 'What is published now has been seen: later differences are changes.',
        response: { 200: ref(OwnShifts), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => markSeen(db, actorOf(request))),
  )

  app.get(
    '/my/shifts/swaps',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'listSwapChoices',
        tags: TAGS,
        description:
          "Shifts of colleagues who share a queue that could be exchanged for one's own legally.",
        querystring: OwnShiftQuery,
        response: { 200: ref(SwapChoices), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const operatorId = await requireOwnPerson(db, actorOf(request).id)
        const { startsAt } = request.query
        return { choices: await readSwapChoices(db, { operatorId, startsAt }) }
      }),
  )
}

const reasonRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/my/shifts/reason',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'explainOwnShift',
        tags: TAGS,
        description:
          'Why one works then: who confirmed it, what it is needed for, and which wishes stood back.',
        querystring: OwnShiftQuery,
        response: { 200: ref(OwnShiftReason), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const operatorId = await requireOwnPerson(db, actorOf(request).id)
        const { startsAt } = request.query
        const { shift, ...reason } = await readPublishedReason(db, { operatorId, startsAt })
        return {
          startsAt: shift.startsAt,
          endsAt: shift.endsAt,
          origin: shift.origin,
          ...reason,
        }
      }),
  )
}

const wishRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/my/wishes',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'getOwnWishes',
        tags: TAGS,
        response: { 200: ref(OwnWishes), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) =>
        readWishes(db, await requireOwnPerson(db, actorOf(request).id)),
      ),
  )

  app.put(
    '/my/wishes',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'setOwnWishes',
        tags: TAGS,
        description: 'Days off and starts that the generator weighs; it promises none of them.',
        body: ref(OwnWishes),
        response: { 200: ref(OwnWishes), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const wishes = request.body as OwnWishes
      const { start } = wishes
      if (start !== null && start.toMinutes < start.fromMinutes) {
        throw new ProblemError('interval-empty')
      }
      const { id, centerId } = actorOf(request)
      return inOwnCenter(request, async (db) => {
        const operatorId = await requireOwnPerson(db, id)
        await replaceWishes(db, { centerId, operatorId }, wishes)
        return readWishes(db, operatorId)
      })
    },
  )
}

const askRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/my/shift-requests',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'listOwnShiftRequests',
        tags: TAGS,
        description: 'What one has asked for, and what colleagues ask of one.',
        response: {
          200: Type.Object({ requests: Type.Array(ref(ShiftRequest)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => ({
        requests: await readOwnRequests(db, actorOf(request)),
      })),
  )

  app.post(
    '/my/shift-requests',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'askForShifts',
        tags: TAGS,
        description:
          'Asks for leave, or for a swap: a colleague agrees first, then a supervisor or planner decides.',
        body: NewShiftRequest,
        response: { 201: ref(ShiftRequest), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const made = await inOwnCenter(request, (db) => ask(db, actor, request.body))
      return reply.code(201).send(made)
    },
  )
}

const answerRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/my/shift-requests/:requestId/answer',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'answerSwap',
        tags: TAGS,
        description: 'Of a swap that a colleague asks for.',
        params: RequestParams,
        body: RequestAnswer,
        response: { 200: ref(ShiftRequest), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, (db) =>
        answer(db, actorOf(request), { ...request.params, ...request.body }),
      ),
  )

  app.post(
    '/my/shift-requests/:requestId/withdrawal',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'withdrawShiftRequest',
        tags: TAGS,
        params: RequestParams,
        response: { 200: ref(ShiftRequest), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, (db) => withdraw(db, actorOf(request), request.params.requestId)),
  )
}
