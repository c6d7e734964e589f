import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import type { Db } from '#server/platform/db/scope.ts'
import { actorOf, EVERY_ROLE, inOwnCenter, scopeOf } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { readForecastStates, requireForecast } from '../forecasts/forecasts.service.ts'
import { Job, presentJob } from '../jobs/jobs.schema.ts'
import { explainPoint } from './explain-point.ts'
import { groupSizingRoutes } from './group-sizing.routes.ts'
import { keptSettings, settingsOf } from './queue-settings.ts'
import { staleReasons } from './requirement-staleness.ts'
import {
  findRequirementPoint,
  listRequirements,
  readRequirementPoints,
  type StoredRequirement,
} from './staffing.queries.ts'
import {
  ExplanationQuery,
  NewRequirement,
  Requirement,
  RequirementExplanation,
  RequirementParams,
  RequirementPoints,
  RequirementQuery,
} from './staffing.schema.ts'
import { requireRequirement } from './staffing.service.ts'

/** `/requirements`: the agents that a forecast needs, and which target decides. */
export const staffingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Requirement)
  app.addSchema(RequirementPoints)
  app.addSchema(RequirementExplanation)

  app.post(
    '/requirements',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'startRequirement',
        tags: ['staffing'],
        body: NewRequirement,
        response: { 202: ref(Job), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      await inOwnCenter(request, async (db) => {
        await requireForecast(db, request.body.forecastId)
        if (request.body.firstTries === true) await requireRedials(db)
      })
      const row = await app.jobs.enqueue(scopeOf(actorOf(request)), 'requirement', request.body)
      return reply.code(202).send(presentJob(row))
    },
  )

  app.get(
    '/requirements',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listRequirements',
        tags: ['staffing'],
        response: {
          200: Type.Object({ requirements: Type.Array(ref(Requirement)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const judge = await stalenessJudge(db)
        return { requirements: (await listRequirements(db)).map(judge) }
      }),
  )

  await app.register(requirementRoutes)
  await app.register(explanationRoutes)
  await app.register(groupSizingRoutes)
}

/** One version: what it is, and its points. */
const requirementRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/requirements/:requirementId',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getRequirement',
        tags: ['staffing'],
        params: RequirementParams,
        response: { 200: ref(Requirement), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const judge = await stalenessJudge(db)
        return judge(await requireRequirement(db, request.params.requirementId))
      }),
  )

  app.get(
    '/requirements/:requirementId/points',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getRequirementPoints',
        tags: ['staffing'],
        params: RequirementParams,
        querystring: RequirementQuery,
        response: { 200: ref(RequirementPoints), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { queueId } = request.query
      const [from, to] = [new Date(request.query.from), new Date(request.query.to)]
      if (from >= to) throw new ProblemError('interval-empty')
      return inOwnCenter(request, async (db) => {
        await requireRequirement(db, request.params.requirementId)
        const { intervalMinutes } = await readCenterSettings(db)
        const points = await readRequirementPoints(db, request.params.requirementId, {
          queueId,
          from,
          to,
        })
        return {
          intervalMinutes,
          points,
        }
      })
    },
  )
}

/** Why one interval needs what it needs. */
const explanationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/requirements/:requirementId/explanation',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'explainRequirement',
        tags: ['staffing'],
        params: RequirementParams,
        querystring: ExplanationQuery,
        response: { 200: ref(RequirementExplanation), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { requirementId } = request.params
      const place = { queueId: request.query.queueId, at: new Date(request.query.at) }
      return inOwnCenter(request, async (db) => {
        const requirement = await requireRequirement(db, requirementId)
        const point = await findRequirementPoint(db, requirementId, place)
        const explanation = point === undefined ? point : explainPoint(point, requirement, place.at)
        if (explanation === undefined) throw new ProblemError('record-unknown')
        return explanation
      })
    },
  )
}

/**
 * First tries can be planned for where at least one queue says who tries again.
 *
 * @throws {ProblemError} `redials-unknown`
 */
async function requireRedials(db: Db): Promise<void> {
  const { queues } = await readCenterSettings(db)
  const isKnown = queues.some(({ redialShare }) => redialShare !== null && redialShare > 0)
  if (!isKnown) throw new ProblemError('redials-unknown')
}

/** Tells of a version whether it still says what its inputs say. */
async function stalenessJudge(db: Db): Promise<(stored: StoredRequirement) => Requirement> {
  const forecasts = await readForecastStates(db)
  const { queues, ...center } = await readCenterSettings(db)
  const settingsNow = keptSettings(
    queues.map((queue) => ({ queue, settings: settingsOf(queue, center) })),
  )
  return ({ overrideIds, settings, ...requirement }) => ({
    ...requirement,
    staleBecause: staleReasons({ ...requirement, overrideIds, settings }, forecasts, settingsNow),
  })
}
