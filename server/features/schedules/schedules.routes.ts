import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, EVERY_ROLE, inOwnCenter, scopeOf } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { Job, presentJob } from '../jobs/jobs.schema.ts'
import { boundRoutes } from './bound/bound.routes.ts'
import { rulePricesRoutes } from './bound/rule-prices.routes.ts'
import { planChangesRoutes } from './changes/plan-changes.routes.ts'
import {
  NewShift,
  NewShiftTrial,
  ShiftChange,
  ShiftEffect,
  ShiftTrial,
  ShiftWorkPlace,
} from './changes/shift-edits.schema.ts'
import { addShift, editShift } from './changes/shift-edits.service.ts'
import { effectOfAddition, effectOfChange } from './changes/shift-effect.service.ts'
import { placeShift } from './changes/work-place.service.ts'
import { explanationsRoutes } from './explanations/explanations.routes.ts'
import { intervalRoutes } from './explanations/interval.routes.ts'
import { checkWish } from './problem/check-wish.ts'
import { publishRoutes } from './publishing/publish.routes.ts'
import type { ScheduleOrder } from './schedule.job.ts'
import { listSchedules } from './schedules.queries.ts'
import {
  NewSchedule,
  Schedule,
  ScheduleGrid,
  ScheduleParams,
  Shift,
  ShiftParams,
} from './schedules.schema.ts'
import { presentSchedule, readGrid, requireSchedule } from './schedules.service.ts'
import { shiftDesignRoutes } from './shift-design/shift-design.routes.ts'

/** `/schedules`: generate, look, change by hand, publish. */
export const schedulesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const schema of [Shift, ScheduleGrid, ShiftEffect]) app.addSchema(schema)

  app.post(
    '/schedules',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'startSchedule',
        tags: ['schedules'],
        description: 'Generates a new draft version; watch the job for its progress.',
        body: NewSchedule,
        response: { 202: ref(Job), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      await inOwnCenter(request, (db) => checkWish(db, request.body))
      const actor = actorOf(request)
      const order: ScheduleOrder = { ...request.body, language: actor.language }
      const row = await app.jobs.enqueue(scopeOf(actor), 'schedule', order)
      return reply.code(202).send(presentJob(row))
    },
  )

  await app.register(readRoutes)
  await app.register(shiftRoutes)
  await app.register(placeRoutes)
  await app.register(trialRoutes)
  await app.register(intervalRoutes)
  await app.register(publishRoutes)
  await app.register(planChangesRoutes)
  await app.register(boundRoutes)
  await app.register(rulePricesRoutes)
  await app.register(explanationsRoutes)
  await app.register(shiftDesignRoutes)
}

const readRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/schedules',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listSchedules',
        tags: ['schedules'],
        response: {
          200: Type.Object({ schedules: Type.Array(ref(Schedule)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => {
      const rows = await inOwnCenter(request, listSchedules)
      return { schedules: rows.map(presentSchedule) }
    },
  )

  app.get(
    '/schedules/:scheduleId',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getSchedule',
        tags: ['schedules'],
        params: ScheduleParams,
        response: { 200: ref(Schedule), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const row = await inOwnCenter(request, (db) => requireSchedule(db, request.params.scheduleId))
      return presentSchedule(row)
    },
  )

  app.get(
    '/schedules/:scheduleId/grid',
    {
      // It tells why people are away. Operators have their own shifts instead.
      config: { roles: ['planner', 'supervisor', 'hr', 'head', 'admin'] },
      schema: {
        operationId: 'getScheduleGrid',
        tags: ['schedules'],
        description: 'People, shifts, coverage by interval, and every rule that is broken.',
        params: ScheduleParams,
        response: { 200: ref(ScheduleGrid), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, (db) =>
        readGrid(db, request.params.scheduleId, actorOf(request).language),
      ),
  )
}

const shiftRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/schedules/:scheduleId/shifts',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'addShift',
        tags: ['schedules'],
        description: 'Adds a shift to a draft by hand; answers with the whole grid, checked again.',
        params: ScheduleParams,
        body: NewShift,
        response: { 200: ref(ScheduleGrid), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        await addShift(db, { ...request.params, ...request.body })
        return readGrid(db, request.params.scheduleId, actorOf(request).language)
      }),
  )

  app.patch(
    '/schedules/:scheduleId/shifts/:shiftId',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'changeShift',
        tags: ['schedules'],
        description:
          'Moves, reshapes or locks a shift of a draft; answers with the whole grid, checked again.',
        params: ShiftParams,
        body: ShiftChange,
        response: { 200: ref(ScheduleGrid), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        await editShift(db, { ...request.params, ...request.body })
        return readGrid(db, request.params.scheduleId, actorOf(request).language)
      }),
  )

  app.delete(
    '/schedules/:scheduleId/shifts/:shiftId',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'deleteShift',
        tags: ['schedules'],
        params: ShiftParams,
        querystring: Type.Object({ revision: Type.Integer() }),
        response: { 200: ref(ScheduleGrid), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        await editShift(db, { ...request.params, ...request.query, remove: true })
        return readGrid(db, request.params.scheduleId, actorOf(request).language)
      }),
  )
}

/** Where a shift is worked: said on the day too, by whoever runs it. */
const placeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put(
    '/schedules/:scheduleId/shifts/:shiftId/work-place',
    {
      config: { roles: ['planner', 'supervisor'] },
      schema: {
        operationId: 'setWorkPlace',
        tags: ['schedules'],
        description:
          'Says where one shift is worked: home asks for a record of remote work (art. 138). A draft is ' +
          'changed in place; of a published schedule a new version is made, in force at once. Answers with ' +
          'the grid of the schedule that has it so.',
        params: ShiftParams,
        body: ShiftWorkPlace,
        response: { 200: ref(ScheduleGrid), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { name: by, language } = actorOf(request)
      return inOwnCenter(request, async (db) => {
        const order = { ...request.params, ...request.body }
        return readGrid(db, await placeShift(db, order, { by, language }), language)
      })
    },
  )
}

/** What a change would do, before it is kept; nothing is stored. */
const trialRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/schedules/:scheduleId/shifts/try',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'tryNewShift',
        tags: ['schedules'],
        description: 'What a new shift would do to coverage and legality; stores nothing.',
        params: ScheduleParams,
        body: NewShiftTrial,
        response: { 200: ref(ShiftEffect), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, (db) =>
        effectOfAddition(db, request.params.scheduleId, request.body, actorOf(request).language),
      ),
  )

  app.post(
    '/schedules/:scheduleId/shifts/:shiftId/try',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'tryShiftChange',
        tags: ['schedules'],
        description:
          'What a move or another shape would do to coverage and legality; stores nothing.',
        params: ShiftParams,
        body: ShiftTrial,
        response: { 200: ref(ShiftEffect), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, (db) =>
        effectOfChange(db, request.params, request.body, actorOf(request).language),
      ),
  )
}
