import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { listExceptions } from './exceptions.queries.ts'
import {
  AdherenceException,
  ExceptionDecision,
  ExceptionOrder,
  ExceptionQuery,
} from './exceptions.schema.ts'
import { decide, explain } from './exceptions.service.ts'
import { presentException } from './present-adherence.ts'

const Exceptions = Type.Object({ exceptions: Type.Array(ref(AdherenceException)) })

/** `/adherence/exceptions`: why people were not where the schedule says, and who agreed. */
export const exceptionsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/adherence/exceptions',
    {
      config: { roles: ['supervisor', 'planner', 'head', 'hr'] },
      schema: {
        operationId: 'listAdherenceExceptions',
        tags: ['adherence'],
        querystring: ExceptionQuery,
        response: { 200: Exceptions, default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const { from, to, ...only } = request.query
      const window = { startMs: Date.parse(from), endMs: Date.parse(to) }
      const rows = await inOwnCenter(request, (db) => listExceptions(db, window, only))
      return { exceptions: rows.map(presentException) }
    },
  )

  app.post(
    '/adherence/exceptions',
    {
      config: { roles: ['supervisor'] },
      schema: {
        operationId: 'addAdherenceException',
        tags: ['adherence'],
        description:
          'A supervisor’s explanation is approved as it is recorded: for people, a team or everybody, of a time past or to come. Nobody explains themselves.',
        body: ExceptionOrder,
        response: { 201: Exceptions, default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const rows = await inOwnCenter(request, (db) => explain(db, request.body, actor))
      app.boards.nudge(actor.centerId, { plans: true })
      return reply.code(201).send({ exceptions: rows.map(presentException) })
    },
  )

  await app.register(decisionRoutes)
}

const decisionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/adherence/exceptions/decisions',
    {
      config: { roles: ['supervisor'] },
      schema: {
        operationId: 'decideAdherenceExceptions',
        tags: ['adherence'],
        description:
          'Answers requests, all of them or none; an approval can be withdrawn later. Every figure of the time changes with it.',
        body: ExceptionDecision,
        response: { 200: Exceptions, default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const actor = actorOf(request)
      const { exceptionIds, status, reply = '' } = request.body
      const rows = await inOwnCenter(request, (db) =>
        decide(db, exceptionIds, { status, reply }, actor),
      )
      app.boards.nudge(actor.centerId, { plans: true })
      return { exceptions: rows.map(presentException) }
    },
  )
}
