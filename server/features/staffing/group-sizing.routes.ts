import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, EVERY_ROLE, inOwnCenter, scopeOf } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { Job, presentJob } from '../jobs/jobs.schema.ts'
import { type GroupSizingOrder, intervalStart } from './group-sizing.job.ts'
import { findGroupRequirement } from './group-sizing.queries.ts'
import { GroupQuery, GroupRequirement, NewGroupSizing } from './group-sizing.schema.ts'
import { RequirementParams } from './staffing.schema.ts'
import { requireRequirement } from './staffing.service.ts'

/** `/requirements/{requirementId}/groups`: people by combination of competences, in one interval. */
export const groupSizingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(GroupRequirement)

  app.post(
    '/requirements/:requirementId/groups',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'startGroupSizing',
        tags: ['staffing'],
        description:
          'Sizes the groups of an interval by a search over simulation; watch the job for its progress. Stopped, it keeps the best so far.',
        params: RequirementParams,
        body: NewGroupSizing,
        response: { 202: ref(Job), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { requirementId } = request.params
      await inOwnCenter(request, (db) => requireRequirement(db, requirementId))
      const order: GroupSizingOrder = { requirementId, ...request.body }
      const row = await app.jobs.enqueue(scopeOf(actorOf(request)), 'group_sizing', order)
      return reply.code(202).send(presentJob(row))
    },
  )

  app.get(
    '/requirements/:requirementId/groups',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getGroupRequirement',
        tags: ['staffing'],
        description: 'The latest groups of an interval; null while nobody has asked for them.',
        params: RequirementParams,
        querystring: GroupQuery,
        response: {
          200: Type.Object(
            { requirement: Type.Union([ref(GroupRequirement), Type.Null()]) },
            { examples: [{ requirement: null }] },
          ),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const { id } = await requireRequirement(db, request.params.requirementId)
        const { intervalMinutes } = await readCenterSettings(db)
        const startsAt = intervalStart(request.query.at, intervalMinutes)
        return { requirement: (await findGroupRequirement(db, id, startsAt)) ?? null }
      }),
  )
}
