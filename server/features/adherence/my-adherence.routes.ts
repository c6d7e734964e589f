import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { localDate } from '#forecasting/kernel/calendar.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { requireOwnPerson } from '../operators/operators.service.ts'
import { readPersonDay, readReport } from './adherence-report.service.ts'
import { AdherenceReport, MyDayParams, MyPeriod, PersonDay } from './adherence.schema.ts'
import {
  findExceptions,
  insertExceptions,
  listExceptions,
  withdrawRequest,
} from './exceptions.queries.ts'
import {
  AdherenceException,
  ExceptionParams,
  ExceptionRequest,
  MyExceptionQuery,
} from './exceptions.schema.ts'
import { presentException } from './present-adherence.ts'

const ROLES = ['operator'] as const
const Exceptions = Type.Object({ exceptions: Type.Array(ref(AdherenceException)) })

/** `/my/adherence`: an operator's own figures, the same that supervisor and report show. */
export const myAdherenceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(figureRoutes)
  await app.register(requestRoutes)
  await app.register(withdrawalRoutes)
}

const figureRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/my/adherence',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'getMyAdherence',
        tags: ['adherence'],
        querystring: MyPeriod,
        response: { 200: ref(AdherenceReport), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const operatorId = await requireOwnPerson(db, actorOf(request).id)
        return readReport(db, { ...request.query, operatorId }, Date.now())
      }),
  )

  app.get(
    '/my/adherence/days/:date',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'getMyDay',
        tags: ['adherence'],
        params: MyDayParams,
        response: { 200: ref(PersonDay), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const operatorId = await requireOwnPerson(db, actorOf(request).id)
        return readPersonDay(db, operatorId, localDate(request.params.date), Date.now())
      }),
  )
}

const requestRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/my/adherence/exceptions',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'listMyAdherenceExceptions',
        tags: ['adherence'],
        querystring: MyExceptionQuery,
        response: { 200: Exceptions, default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const window = {
        startMs: Date.parse(request.query.from),
        endMs: Date.parse(request.query.to),
      }
      const rows = await inOwnCenter(request, async (db) => {
        const operatorId = await requireOwnPerson(db, actorOf(request).id)
        return listExceptions(db, window, { operatorId })
      })
      return { exceptions: rows.map(presentException) }
    },
  )

  app.post(
    '/my/adherence/exceptions',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'requestAdherenceException',
        tags: ['adherence'],
        description:
          'Asks for one’s own time to be explained; it counts once a supervisor approves.',
        body: ExceptionRequest,
        response: { 201: ref(AdherenceException), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId, id, name } = actorOf(request)
      const { from, to, kind, note = '' } = request.body
      const [row] = await inOwnCenter(request, async (db) => {
        const ids = await insertExceptions(db, {
          centerId,
          operatorIds: [await requireOwnPerson(db, id)],
          teamId: null,
          from: new Date(from),
          to: new Date(to),
          kind,
          note,
          by: name,
          isApproved: false,
        })
        return findExceptions(db, ids)
      })
      if (row === undefined) throw new ProblemError('record-unknown')
      return reply.code(201).send(presentException(row))
    },
  )
}

const withdrawalRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/my/adherence/exceptions/:exceptionId/withdrawal',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'withdrawMyAdherenceException',
        tags: ['adherence'],
        description: 'Takes one’s own request back, as long as nobody has answered it.',
        params: ExceptionParams,
        response: { 204: Type.Null(), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { id, name } = actorOf(request)
      const isWithdrawn = await inOwnCenter(request, async (db) =>
        withdrawRequest(db, request.params.exceptionId, {
          operatorId: await requireOwnPerson(db, id),
          by: name,
        }),
      )
      if (!isWithdrawn) throw new ProblemError('changed-meanwhile')
      return reply.code(204).send(null)
    },
  )
}
