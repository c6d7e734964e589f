import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { addDays, daysBetween, localDate } from '#forecasting/kernel/calendar.ts'
import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import {
  decideException,
  insertExceptions,
  insertPolicy,
  listExceptions,
  listPolicies,
} from './adherence.queries.ts'
import {
  AdherenceException,
  AdherenceQuery,
  AdherenceReport,
  ExceptionDecision,
  ExceptionOrder,
  ExceptionParams,
  ExceptionQuery,
  NewPolicy,
  PersonDay,
  PersonDayParams,
  Policy,
  PolicyVersion,
} from './adherence.schema.ts'
import { judgePeople } from './adherence.service.ts'
import { unknownNames } from './compile-policy.ts'
import { KEZEK_POLICY } from './policy-presets.ts'
import { presentException, presentPersonDay, presentReport } from './present-adherence.ts'

const DAYS_MAX = 35
const READERS = ['supervisor', 'planner', 'head', 'hr'] as const

/** `/adherence`: figures of any past period, explanations, and the policy that judges. */
export const adherenceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const schema of [AdherenceException, AdherenceReport, PersonDay, Policy, PolicyVersion]) {
    app.addSchema(schema)
  }
  await app.register(figureRoutes)
  await app.register(exceptionRoutes)
  await app.register(decisionRoutes)
  await app.register(policyRoutes)
}

const figureRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/adherence',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'getAdherence',
        tags: ['adherence'],
        description: `Judged again from the raw events, at most ${DAYS_MAX} days at once.`,
        querystring: AdherenceQuery,
        response: { 200: ref(AdherenceReport), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const { from, to, operatorId, policyVersion } = request.query
      const days = daysBetween(localDate(from), localDate(to))
      if (days < 1) throw new ProblemError('interval-empty')
      if (days > DAYS_MAX) {
        throw new ProblemError('invalid-request', { detail: `at most ${DAYS_MAX} days at once` })
      }
      const people = await inOwnCenter(request, (db) =>
        judgePeople(db, {
          from: localDate(from),
          to: localDate(to),
          ...(operatorId === undefined ? {} : { operatorIds: [operatorId] }),
          policyVersion,
          nowMs: Date.now(),
        }),
      )
      if (people.length === 0) throw new ProblemError('record-unknown')
      return presentReport(people)
    },
  )

  app.get(
    '/adherence/people/:operatorId/days/:date',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'getPersonDay',
        tags: ['adherence'],
        description: 'Three lines of one person and day: schedule, verdict, state.',
        params: PersonDayParams,
        response: { 200: ref(PersonDay), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const { operatorId } = request.params
      const date = localDate(request.params.date)
      return inOwnCenter(request, async (db) => {
        const query = { from: date, to: addDays(date, 1), operatorIds: [operatorId] }
        const [judged] = await judgePeople(db, { ...query, nowMs: Date.now() })
        const day = judged?.days[0]
        if (judged === undefined || day === undefined) throw new ProblemError('record-unknown')
        return presentPersonDay(judged, await listExceptions(db, day, operatorId))
      })
    },
  )
}

const Exceptions = Type.Object({ exceptions: Type.Array(ref(AdherenceException)) })

const exceptionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/adherence/exceptions',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'listAdherenceExceptions',
        tags: ['adherence'],
        querystring: ExceptionQuery,
        response: { 200: Exceptions, default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const { from, to, operatorId } = request.query
      const window = { startMs: Date.parse(from), endMs: Date.parse(to) }
      const rows = await inOwnCenter(request, (db) => listExceptions(db, window, operatorId))
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
        description: 'A supervisor’s explanation is approved as it is recorded.',
        body: ExceptionOrder,
        response: { 201: Exceptions, default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId, name } = actorOf(request)
      const { operatorIds, ...order } = request.body
      const rows = await inOwnCenter(request, (db) =>
        insertExceptions(db, {
          ...order,
          centerId,
          operatorIds: operatorIds ?? [null],
          by: name,
          isApproved: true,
        }),
      )
      app.boards.nudge(centerId, { plans: true })
      return reply.code(201).send({ exceptions: rows.map(presentException) })
    },
  )
}

const decisionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.patch(
    '/adherence/exceptions/:exceptionId',
    {
      config: { roles: ['supervisor'] },
      schema: {
        operationId: 'decideAdherenceException',
        tags: ['adherence'],
        params: ExceptionParams,
        body: ExceptionDecision,
        response: { 200: ref(AdherenceException), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const { centerId, name } = actorOf(request)
      const decision = { status: request.body.status, by: name }
      const row = await inOwnCenter(request, (db) =>
        decideException(db, request.params.exceptionId, decision),
      )
      if (row === undefined) throw new ProblemError('record-unknown')
      app.boards.nudge(centerId, { plans: true })
      return presentException(row)
    },
  )
}

const policyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/adherence/policies',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listAdherencePolicies',
        tags: ['adherence'],
        description: 'Everybody may know how they are judged. The last one valid is in force.',
        response: {
          200: Type.Object({ policies: Type.Array(ref(PolicyVersion)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => {
      const stored = await inOwnCenter(request, listPolicies)
      const first = { version: 0, validFrom: null, policy: KEZEK_POLICY, note: '', madeBy: null }
      return {
        policies: [
          first,
          ...stored.map(({ version, validFromMs, policy, note, madeBy }) => ({
            version,
            validFrom: new Date(validFromMs).toISOString(),
            policy,
            note,
            madeBy,
          })),
        ],
      }
    },
  )

  app.post(
    '/adherence/policies',
    {
      config: { roles: ['planner', 'head'] },
      schema: {
        operationId: 'addAdherencePolicy',
        tags: ['adherence'],
        description: 'A new version, in force from an instant on (now, unless said otherwise).',
        body: NewPolicy,
        response: { 201: ref(PolicyVersion), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId, name } = actorOf(request)
      const { policy, note = '', validFrom = new Date().toISOString() } = request.body
      const strange = unknownNames(policy)
      if (strange.length > 0) {
        throw new ProblemError('policy-refused', { values: { names: strange.join(', ') } })
      }
      const order = { centerId, policy, note, validFrom: new Date(validFrom), madeBy: name }
      const version = await inOwnCenter(request, (db) => insertPolicy(db, order))
      return reply.code(201).send({ version, validFrom, policy, note, madeBy: name })
    },
  )
}
