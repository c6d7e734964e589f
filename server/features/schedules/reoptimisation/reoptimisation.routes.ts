import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import { actorOf, inOwnCenter, scopeOf } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { Job, presentJob } from '../../jobs/jobs.schema.ts'
import { loadSchedule } from '../load-schedule.ts'
import { ScheduleParams } from '../schedules.schema.ts'
import { requireSchedule } from '../schedules.service.ts'
import { partScope } from './part-scope.ts'
import type { ReoptimisationOrder } from './reoptimisation.job.ts'
import {
  deleteReoptimisation,
  findLatestReoptimisation,
  type ReoptimisationRow,
} from './reoptimisation.queries.ts'
import { NewReoptimisation, Reoptimisation } from './reoptimisation.schema.ts'

/** `/schedules/{scheduleId}/reoptimisation`: a part made anew while everything else stays. */
export const reoptimisationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Reoptimisation)

  app.post(
    '/schedules/:scheduleId/reoptimisation',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'startReoptimisation',
        tags: ['schedules'],
        description:
          'Searches a better plan for some days, hours or people, or for breaks alone; the rest is ' +
          'locked. Stores a proposal, which `changePlan` keeps; watch the job for its progress.',
        params: ScheduleParams,
        body: NewReoptimisation,
        response: { 202: ref(Job), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { scheduleId } = request.params
      const actor = actorOf(request)
      await inOwnCenter(request, async (db) => {
        const loaded = await loadSchedule(db, scheduleId)
        if (loaded.row.status === 'superseded') throw new ProblemError('schedule-superseded')
        partScope(
          request.body.part,
          loaded,
          localDateOf(Date.now() as EpochMs, loaded.rows.timezone),
        )
      })
      const order: ReoptimisationOrder = { scheduleId, ...request.body, language: actor.language }
      const row = await app.jobs.enqueue(scopeOf(actor), 'reoptimisation', order)
      return reply.code(202).send(presentJob(row))
    },
  )

  await app.register(proposalRoutes)
}

const proposalRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/schedules/:scheduleId/reoptimisation',
    {
      config: { roles: ['planner', 'head'] },
      schema: {
        operationId: 'getReoptimisation',
        tags: ['schedules'],
        description: 'The latest proposal for a part of the schedule; null while there is none.',
        params: ScheduleParams,
        response: {
          200: Type.Object(
            { reoptimisation: Type.Union([ref(Reoptimisation), Type.Null()]) },
            { examples: [{ reoptimisation: null }] },
          ),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const { id, revision } = await requireSchedule(db, request.params.scheduleId)
        const row = await findLatestReoptimisation(db, id)
        return { reoptimisation: row === undefined ? null : present(row, revision) }
      }),
  )

  app.delete(
    '/schedules/:scheduleId/reoptimisation/:reoptimisationId',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'dropReoptimisation',
        tags: ['schedules'],
        description: 'Throws a proposal away, kept or not.',
        params: Type.Intersect([
          ScheduleParams,
          Type.Object({ reoptimisationId: Type.String({ format: 'uuid' }) }),
        ]),
        response: { 204: Type.Null(), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const isDeleted = await inOwnCenter(request, (db) => deleteReoptimisation(db, request.params))
      if (!isDeleted) throw new ProblemError('record-unknown')
      return reply.code(204).send(null)
    },
  )
}

function present(row: ReoptimisationRow, revision: number): Reoptimisation {
  return {
    id: row.id,
    scheduleId: row.schedule_id,
    revision: row.revision,
    isStale: row.revision !== revision,
    part: row.part as Reoptimisation['part'],
    cost: { before: row.cost_before, after: row.cost_after },
    proposal: row.proposal as Reoptimisation['proposal'],
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
  }
}
