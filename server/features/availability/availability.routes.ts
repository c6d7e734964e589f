import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import type { Role } from '#server/platform/http/actor.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { OperatorParams } from '../operators/operators.schema.ts'
import { AbsenceParams, Availability, NewAbsenceBody, WeeklyTimes } from './availability.schema.ts'
import { addAbsence, dropAbsence, readAvailability, setWeekly } from './availability.service.ts'

const READERS: readonly Role[] = ['planner', 'hr', 'supervisor', 'head']
const WRITERS: readonly Role[] = ['planner', 'hr']
const ANSWER = { 200: ref(Availability), default: PROBLEM_RESPONSE }

/** When somebody cannot come: for days, or week by week. */
export const availabilityRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Availability)

  app.get(
    '/operators/:operatorId/availability',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'readAvailability',
        tags: ['operators'],
        params: OperatorParams,
        response: ANSWER,
      },
    },
    (request) => inOwnCenter(request, (db) => readAvailability(db, request.params.operatorId)),
  )

  await app.register(writeRoutes)
}

const writeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/operators/:operatorId/absences',
    {
      config: { roles: WRITERS },
      schema: {
        operationId: 'addAbsence',
        tags: ['operators'],
        description: 'Shifts published in it stay, and are a breach until they are mended.',
        params: OperatorParams,
        body: NewAbsenceBody,
        response: { 201: ref(Availability), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const whose = { centerId: actorOf(request).centerId, operatorId: request.params.operatorId }
      const answer = await inOwnCenter(request, (db) => addAbsence(db, whose, request.body))
      return reply.code(201).send(answer)
    },
  )

  app.delete(
    '/operators/:operatorId/absences/:absenceId',
    {
      config: { roles: WRITERS },
      schema: {
        operationId: 'dropAbsence',
        tags: ['operators'],
        params: AbsenceParams,
        response: ANSWER,
      },
    },
    (request) => {
      const { operatorId, absenceId } = request.params
      return inOwnCenter(request, (db) => dropAbsence(db, operatorId, absenceId))
    },
  )

  app.put(
    '/operators/:operatorId/weekly-unavailability',
    {
      config: { roles: WRITERS },
      schema: {
        operationId: 'setWeeklyUnavailability',
        tags: ['operators'],
        params: OperatorParams,
        body: WeeklyTimes,
        response: ANSWER,
      },
    },
    (request) => {
      const whose = { centerId: actorOf(request).centerId, operatorId: request.params.operatorId }
      return inOwnCenter(request, (db) => setWeekly(db, whose, request.body.weekly))
    },
  )
}
