import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { readLateReaders, updateReminderDays } from './notice-reminders.queries.ts'
import { LateReaders, ReminderTermBody } from './notice-reminders.schema.ts'

/** `/notice-reminders`: who has not confirmed a notice in time, and when they were reminded (п. 22). */
export const noticeRemindersRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(LateReaders)

  app.get(
    '/notice-reminders',
    {
      config: { roles: ['hr', 'supervisor', 'head'] },
      schema: {
        operationId: 'listLateReaders',
        tags: ['notices'],
        description:
          'Who has not confirmed a notice in force within the term. Reminders are made at night, each once.',
        response: { 200: ref(LateReaders), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, readLateReaders),
  )

  app.put(
    '/notice-reminders/term',
    {
      config: { roles: ['hr', 'head'] },
      schema: {
        operationId: 'changeNoticeReminderTerm',
        tags: ['notices'],
        body: ReminderTermBody,
        response: { 200: ref(LateReaders), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        await updateReminderDays(db, request.body.days)
        return readLateReaders(db)
      }),
  )
}
