import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { insertDecision, switchDecision } from './decisions.queries.ts'
import {
  DecisionChange,
  DecisionParams,
  HistoryQuality,
  NewDecision,
  QualityQuery,
} from './decisions.schema.ts'
import { readQuality } from './quality.service.ts'

/** `/history/quality` and `/history/decisions`: what is odd about the history, and what to make of it. */
export const decisionsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(HistoryQuality)

  app.get(
    '/history/quality',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getHistoryQuality',
        tags: ['imports'],
        description:
          "Gaps, outages, outliers, contradicting imports and a step of the level, with the planner's decisions about them. The figures themselves are never changed.",
        querystring: QualityQuery,
        response: { 200: ref(HistoryQuality), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => readQuality(db, request.query.queueId)),
  )

  await app.register(changeRoutes)
}

const changeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/history/decisions',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'addHistoryDecision',
        tags: ['imports'],
        description:
          'Says what the next forecast is to make of a span of a history, with a reason. Forecasts made before become stale.',
        body: NewDecision,
        response: { 201: ref(HistoryQuality), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId, name } = actorOf(request)
      const answer = await inOwnCenter(request, async (db) => {
        await insertDecision(db, { ...request.body, centerId, madeBy: name })
        return readQuality(db, request.body.queueId)
      })
      return reply.code(201).send(answer)
    },
  )

  app.patch(
    '/history/decisions/:decisionId',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'switchHistoryDecision',
        tags: ['imports'],
        description: 'Switches a decision on or off; it is never deleted.',
        params: DecisionParams,
        body: DecisionChange,
        response: { 200: ref(HistoryQuality), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const { decisionId } = request.params
        const queueId = await switchDecision(db, decisionId, request.body.active)
        if (queueId === undefined) throw new ProblemError('record-unknown')
        return readQuality(db, queueId)
      }),
  )
}
