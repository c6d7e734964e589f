import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { listReminders, listUnread, markRemindersRead } from './reminders.queries.ts'
import { OwnReminder, ReadBody, Reminder } from './reminders.schema.ts'

const OWN_RESPONSE = {
  200: Type.Object({ reminders: Type.Array(ref(OwnReminder)) }),
  default: PROBLEM_RESPONSE,
}

/** Who was reminded of which assessment and when; and what the caller has not read of it. */
export const remindersRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Reminder)
  app.addSchema(OwnReminder)

  app.get(
    '/assessment-reminders',
    {
      config: { roles: ['hr', 'supervisor', 'head'] },
      schema: {
        operationId: 'listAssessmentReminders',
        tags: ['assessments'],
        description:
          'The newest 500. They are made at night, 60, 30 and 7 days before and once after.',
        response: {
          200: Type.Object({ reminders: Type.Array(ref(Reminder)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => ({ reminders: await inOwnCenter(request, listReminders) }),
  )

  app.get(
    '/my/reminders',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listOwnReminders',
        tags: ['own competence'],
        description: 'What the caller was told and has not read.',
        response: OWN_RESPONSE,
      },
    },
    async (request) => ({
      reminders: await inOwnCenter(request, (db) => listUnread(db, actorOf(request).id)),
    }),
  )

  app.post(
    '/my/reminders/reading',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'readOwnReminders',
        tags: ['own competence'],
        body: ReadBody,
        response: OWN_RESPONSE,
      },
    },
    (request) => {
      const { id } = actorOf(request)
      return inOwnCenter(request, async (db) => {
        await markRemindersRead(db, id, request.body.ids)
        return { reminders: await listUnread(db, id) }
      })
    },
  )
}
