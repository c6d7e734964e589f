import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { requireOwnPerson } from '../operators/operators.service.ts'
import { findRecipient, insertMessage, listMessages, markRead } from './messages.queries.ts'
import { DayMessage, MessageParams, NewDayMessage, RecipientParams } from './messages.schema.ts'

const Messages = Type.Object({ messages: Type.Array(ref(DayMessage)) })

/** Words of supervisors to single people, on the day itself. */
export const messagesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(DayMessage)
  await app.register(supervisorRoutes)
  await app.register(ownRoutes)
}

const supervisorRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/today/messages',
    {
      config: { roles: ['supervisor'] },
      schema: {
        operationId: 'listDayMessages',
        tags: ['intraday'],
        description: 'Of the last sixteen hours, the newest first.',
        response: { 200: Messages, default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, async (db) => ({ messages: [...(await listMessages(db))] })),
  )

  app.post(
    '/today/people/:operatorId/messages',
    {
      config: { roles: ['supervisor'] },
      schema: {
        operationId: 'sendDayMessage',
        tags: ['intraday'],
        description:
          'Shown to the person on their own pages until they say that they have read it.',
        params: RecipientParams,
        body: NewDayMessage,
        response: { 201: ref(DayMessage), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { operatorId } = request.params
      const { centerId, name: sentBy } = actorOf(request)
      const message = await inOwnCenter(request, async (db) => {
        const recipient = await findRecipient(db, operatorId)
        if (recipient === undefined) throw new ProblemError('operator-unknown')
        if (!recipient.canRead) throw new ProblemError('recipient-cannot-sign-in')
        return insertMessage(db, { centerId, operatorId, text: request.body.text.trim(), sentBy })
      })
      return reply.code(201).send(message)
    },
  )
}

const ownRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/my/messages',
    {
      config: { roles: ['operator'] },
      schema: {
        operationId: 'listMyMessages',
        tags: ['intraday'],
        description: 'What one has not read of the last sixteen hours.',
        response: { 200: Messages, default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const operatorId = await requireOwnPerson(db, actorOf(request).id)
        return { messages: [...(await listMessages(db, operatorId))] }
      }),
  )

  app.post(
    '/my/messages/:messageId/reading',
    {
      config: { roles: ['operator'] },
      schema: {
        operationId: 'readMyMessage',
        tags: ['intraday'],
        description: 'Says that one has read it; the first time stands.',
        params: MessageParams,
        response: { 200: Messages, default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const operatorId = await requireOwnPerson(db, actorOf(request).id)
        if (!(await markRead(db, request.params.messageId, operatorId))) {
          throw new ProblemError('record-unknown')
        }
        return { messages: [...(await listMessages(db, operatorId))] }
      }),
  )
}
