import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { proposeSessionTimes } from '../schedules/changes/session-proposals.service.ts'
import { readCourse } from './courses.service.ts'
import { recordResults } from './results.service.ts'
import { listSessions } from './sessions.queries.ts'
import {
  Enrolment,
  NewSession,
  ProposalWish,
  SessionFilter,
  SessionParams,
  SessionPersonParams,
  SessionProposal,
  SessionResults,
  TrainingSession,
} from './sessions.schema.ts'
import { cancelSession, dismiss, enrol, placeSession } from './sessions.service.ts'

const READERS = ['hr', 'planner', 'supervisor', 'head'] as const
const PLACERS = ['hr', 'planner'] as const
const RESPONSE = { 200: ref(TrainingSession), default: PROBLEM_RESPONSE }

/** `/training-sessions`: where and when people are taught, who came, and with what result. */
export const sessionsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(SessionProposal)
  await app.register(placingRoutes)
  await app.register(proposalRoutes)
  await app.register(peopleRoutes)
  await app.register(endRoutes)
}

const placingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/training-sessions',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'listTrainingSessions',
        tags: ['training'],
        querystring: SessionFilter,
        response: {
          200: Type.Object({ sessions: Type.Array(ref(TrainingSession)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => ({
      sessions: await inOwnCenter(request, (db) => listSessions(db, request.query)),
    }),
  )

  app.post(
    '/training-sessions',
    {
      config: { roles: PLACERS },
      schema: {
        operationId: 'placeTrainingSession',
        tags: ['training'],
        description:
          'As long as its course is. Its people are not counted on the queues meanwhile.',
        body: NewSession,
        response: { 201: ref(TrainingSession), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const placed = await inOwnCenter(request, (db) => placeSession(db, actor, request.body))
      return reply.code(201).send(placed)
    },
  )
}

const proposalRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/training-session-proposals',
    {
      config: { roles: PLACERS },
      schema: {
        operationId: 'proposeTrainingSessions',
        tags: ['training'],
        description:
          'Times in the week of a schedule at which it costs least, with agents short and the wait. ' +
          'Nothing is stored: a person chooses.',
        body: ProposalWish,
        response: {
          200: Type.Object({ proposals: Type.Array(ref(SessionProposal)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => {
      const { courseCode, ...wish } = request.body
      const nowMs = Date.now()
      const proposals = await inOwnCenter(request, async (db) => {
        const { minutes } = await readCourse(db, courseCode)
        return proposeSessionTimes(db, { ...wish, minutes, nowMs })
      })
      return { proposals }
    },
  )
}

const peopleRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/training-sessions/:sessionId/people',
    {
      config: { roles: PLACERS },
      schema: {
        operationId: 'enrolInTraining',
        tags: ['training'],
        params: SessionParams,
        body: Enrolment,
        response: RESPONSE,
      },
    },
    (request) => {
      const order = { ...request.params, ...request.body }
      return inOwnCenter(request, (db) => enrol(db, actorOf(request), order))
    },
  )

  app.delete(
    '/training-sessions/:sessionId/people/:operatorId',
    {
      config: { roles: PLACERS },
      schema: {
        operationId: 'dismissFromTraining',
        tags: ['training'],
        params: SessionPersonParams,
        response: RESPONSE,
      },
    },
    (request) => inOwnCenter(request, (db) => dismiss(db, request.params)),
  )
}

const endRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put(
    '/training-sessions/:sessionId/results',
    {
      config: { roles: ['hr', 'supervisor'] },
      schema: {
        operationId: 'recordTrainingResults',
        tags: ['training'],
        description: 'Who came, and with what result. Certificates are issued to those who passed.',
        params: SessionParams,
        body: SessionResults,
        response: RESPONSE,
      },
    },
    (request) => {
      const order = { sessionId: request.params.sessionId, results: request.body }
      return inOwnCenter(request, (db) => recordResults(db, actorOf(request), order))
    },
  )

  app.post(
    '/training-sessions/:sessionId/cancellation',
    {
      config: { roles: PLACERS },
      schema: {
        operationId: 'cancelTrainingSession',
        tags: ['training'],
        params: SessionParams,
        response: RESPONSE,
      },
    },
    (request) => inOwnCenter(request, (db) => cancelSession(db, request.params.sessionId)),
  )
}
