import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { noticeRemindersRoutes } from './notice-reminders.routes.ts'
import {
  insertNotice,
  listNotices,
  listReceipts,
  putReceipt,
  updateNotice,
  withdrawNotice,
} from './notices.queries.ts'
import { Notice, NoticeBody, NoticeParams, Receipt } from './notices.schema.ts'

const NoticeList = Type.Object({ notices: Type.Array(ref(Notice)) })
const RESPONSE = { 200: NoticeList, default: PROBLEM_RESPONSE }
const PUBLISHERS = ['hr', 'supervisor', 'head'] as const

/** `/notices`: information to everybody at every site, with a receipt from each (п. 22). */
export const noticesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Notice)
  app.addSchema(Receipt)
  await app.register(readerRoutes)
  await app.register(publisherRoutes)
  await app.register(withdrawalRoutes)
  await app.register(noticeRemindersRoutes)
}

const readerRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/notices',
    {
      config: { roles: EVERY_ROLE },
      schema: { operationId: 'listNotices', tags: ['notices'], response: RESPONSE },
    },
    (request) =>
      inOwnCenter(request, async (db) => ({ notices: await listNotices(db, actorOf(request).id) })),
  )

  app.post(
    '/notices/:noticeId/receipt',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'confirmNotice',
        tags: ['notices'],
        description: 'The caller has read the version in force.',
        params: NoticeParams,
        response: RESPONSE,
      },
    },
    (request) => {
      const { centerId, id: userId } = actorOf(request)
      return inOwnCenter(request, async (db) => {
        if (!(await putReceipt(db, { centerId, userId }, request.params.noticeId))) {
          throw new ProblemError('record-unknown')
        }
        return { notices: await listNotices(db, userId) }
      })
    },
  )
}

const publisherRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/notices',
    {
      config: { roles: PUBLISHERS },
      schema: {
        operationId: 'publishNotice',
        tags: ['notices'],
        description: 'To every site at once; it must name its official source.',
        body: NoticeBody,
        response: { 201: NoticeList, default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const notices = await inOwnCenter(request, async (db) => {
        await insertNotice(db, actor, request.body)
        return listNotices(db, actor.id)
      })
      return reply.code(201).send({ notices })
    },
  )

  app.put(
    '/notices/:noticeId',
    {
      config: { roles: PUBLISHERS },
      schema: {
        operationId: 'changeNotice',
        tags: ['notices'],
        description: 'Makes a new version, which everybody has to read again.',
        params: NoticeParams,
        body: NoticeBody,
        response: RESPONSE,
      },
    },
    (request) => {
      const { id, name } = actorOf(request)
      const { noticeId } = request.params
      return inOwnCenter(request, async (db) => {
        if (!(await updateNotice(db, noticeId, { name, body: request.body }))) {
          throw new ProblemError('record-unknown')
        }
        return { notices: await listNotices(db, id) }
      })
    },
  )
}

const withdrawalRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/notices/:noticeId/withdrawal',
    {
      config: { roles: PUBLISHERS },
      schema: {
        operationId: 'withdrawNotice',
        tags: ['notices'],
        params: NoticeParams,
        response: RESPONSE,
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        if (!(await withdrawNotice(db, request.params.noticeId))) {
          throw new ProblemError('record-unknown')
        }
        return { notices: await listNotices(db, actorOf(request).id) }
      }),
  )

  app.get(
    '/notices/:noticeId/receipts',
    {
      config: { roles: PUBLISHERS },
      schema: {
        operationId: 'listReceipts',
        tags: ['notices'],
        description: 'Everybody, those who have not read it first.',
        params: NoticeParams,
        response: {
          200: Type.Object({ receipts: Type.Array(ref(Receipt)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => ({
      receipts: await inOwnCenter(request, (db) => listReceipts(db, request.params.noticeId)),
    }),
  )
}
