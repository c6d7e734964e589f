import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import type { EpochMs } from '#forecasting/kernel/units.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { reoptimisationRoutes } from '../reoptimisation/reoptimisation.routes.ts'
import { proposeRepairs, readRepairCase } from '../repair/repair.service.ts'
import { ScheduleParams } from '../schedules.schema.ts'
import { readGrid } from '../schedules.service.ts'
import { changePlan, dropDraft } from './plan-changes.service.ts'
import {
  ChangedPlan,
  PlanChanges,
  PlanProposal,
  Repair,
  RepairWish,
} from './plan-proposal.schema.ts'

/** Proposals that change many shifts at once, and keeping them. */
export const planChangesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const schema of [PlanProposal, Repair, ChangedPlan]) app.addSchema(schema)

  app.post(
    '/schedules/:scheduleId/repairs',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'proposeRepairs',
        tags: ['schedules'],
        description:
          'Legal ways to mend a schedule after an absence, new leave or a changed requirement, best ' +
          'first, with few changes for people; stores nothing. `person` has one person take over, ' +
          '`breaks` and `starts` move what is there, `shifts` adds shifts, `all` does everything.',
        params: ScheduleParams,
        body: RepairWish,
        response: { 200: ref(Repair), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const { scheduleId } = request.params
      const found = await inOwnCenter(request, (db) => readRepairCase(db, scheduleId, request.body))
      const { language } = actorOf(request)
      // Outside the transaction: a computation never holds one.
      return proposeRepairs(found, app.compute, { nowMs: Date.now() as EpochMs, language })
    },
  )

  app.post(
    '/schedules/:scheduleId/changes',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'changePlan',
        tags: ['schedules'],
        description:
          'Keeps many changes as one, with the absence that they answer. A draft is changed in ' +
          'place; of a published schedule a new draft version is made, to be published in its turn.',
        params: ScheduleParams,
        body: PlanChanges,
        response: { 200: ref(ChangedPlan), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { name, language } = actorOf(request)
      return inOwnCenter(request, async (db) => {
        const changed = await changePlan(db, request.params.scheduleId, request.body, {
          by: name,
        })
        const grid = await readGrid(db, changed.scheduleId, language)
        return { grid, absenceId: changed.absenceId }
      })
    },
  )

  await app.register(dropRoutes)
  await app.register(reoptimisationRoutes)
}

const dropRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.delete(
    '/schedules/:scheduleId',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'dropSchedule',
        tags: ['schedules'],
        description: 'Throws a draft away; what was ever published stays.',
        params: ScheduleParams,
        querystring: Type.Object({
          withdrawsAbsenceId: Type.Optional(
            Type.String({
              format: 'uuid',
              description: 'Takes back the absence that was recorded with the draft',
            }),
          ),
        }),
        response: { 204: Type.Null(), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      await inOwnCenter(request, (db) =>
        dropDraft(db, request.params.scheduleId, request.query.withdrawsAbsenceId),
      )
      return reply.code(204).send(null)
    },
  )
}
