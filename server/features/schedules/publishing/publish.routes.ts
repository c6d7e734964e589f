import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import type { EpochMs } from '#forecasting/kernel/units.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { loadSchedule } from '../load-schedule.ts'
import { Publication, Schedule, ScheduleParams } from '../schedules.schema.ts'
import { NewerChanges } from './newer-changes.schema.ts'
import { readNewerChanges } from './newer-changes.service.ts'
import { publish } from './publish.service.ts'
import { undoVersion } from './undo-version.service.ts'

/** `/schedules/{scheduleId}/publish`: what a draft would undo, putting it in force, and taking a change back. */
export const publishRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(NewerChanges)

  app.post(
    '/schedules/:scheduleId/publish',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'publishSchedule',
        tags: ['schedules'],
        description:
          'Refused while a hard rule is broken; asks for a confirmation when fewer than ten ' +
          'calendar days are left (Labour Code, art. 73), and what becomes of changes of what is ' +
          'published that were made after the draft.',
        params: ScheduleParams,
        body: Publication,
        response: { 200: ref(Schedule), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { name: by, language } = actorOf(request)
      return inOwnCenter(request, (db) =>
        publish(db, request.params.scheduleId, {
          by,
          language,
          nowMs: Date.now() as EpochMs,
          confirmShortNotice: request.body.confirmShortNotice ?? false,
          ...(request.body.newerChanges === undefined
            ? {}
            : { newerChanges: request.body.newerChanges }),
        }),
      )
    },
  )

  await app.register(versionRoutes)
}

const versionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/schedules/:scheduleId/newer-changes',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'listNewerChanges',
        tags: ['schedules'],
        description:
          'What publishing a draft would undo: swaps, leave and other changes of what is published ' +
          'that were made after it and are not in it, by person and day.',
        params: ScheduleParams,
        response: { 200: ref(NewerChanges), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const loaded = await loadSchedule(db, request.params.scheduleId)
        if (loaded.row.status !== 'draft') return { changes: [] }
        const undone = await readNewerChanges(db, loaded)
        return { changes: undone.map(({ change }) => change) }
      }),
  )

  app.post(
    '/schedules/:scheduleId/undo',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'undoSchedule',
        tags: ['schedules'],
        description:
          'Takes back what a published version changed of the one before: a new version, in force at ' +
          'once. Only while nothing newer has touched the same people and days.',
        params: ScheduleParams,
        response: { 200: ref(Schedule), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { name, language } = actorOf(request)
      return inOwnCenter(request, (db) =>
        undoVersion(db, request.params.scheduleId, { name, language, nowMs: Date.now() }),
      )
    },
  )
}
