import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import type { Db } from '#server/platform/db/scope.ts'
import { actorOf, EVERY_ROLE, inOwnCenter, scopeOf } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { requireForecast } from '../forecasts/forecasts.service.ts'
import { Job, presentJob } from '../jobs/jobs.schema.ts'
import { findRequirement, listRequirements, readRequirementPoints } from './staffing.queries.ts'
import {
  NewRequirement,
  Requirement,
  RequirementParams,
  RequirementPoints,
  RequirementQuery,
} from './staffing.schema.ts'

/** `/requirements`: the agents that a forecast needs, and which target decides. */
export const staffingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Requirement)
  app.addSchema(RequirementPoints)

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
      await inOwnCenter(request, (db) => requireForecast(db, request.body.forecastId))
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
    async (request) => ({ requirements: [...(await inOwnCenter(request, listRequirements))] }),
  )

  await app.register(requirementRoutes)
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
    (request) => inOwnCenter(request, (db) => requireRequirement(db, request.params.requirementId)),
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
        const rows = await readRequirementPoints(db, request.params.requirementId, {
          queueId,
          from,
          to,
        })
        return {
          intervalMinutes,
          points: rows.map((row) => ({
            startsAt: row.starts_at.toISOString(),
            contacts: row.contacts,
            ahtSeconds: row.aht_seconds,
            agents: row.agents,
            rostered: row.rostered,
            binding: row.binding,
            band: row.band,
            asaSeconds: row.asa_seconds,
            serviceLevel: row.service_level,
            abandonShare: row.abandon_share,
            occupancy: row.occupancy,
          })),
        }
      })
    },
  )
}

async function requireRequirement(db: Db, id: string): Promise<Requirement> {
  const requirement = await findRequirement(db, id)
  if (requirement === undefined) throw new ProblemError('requirement-unknown')
  return requirement
}
