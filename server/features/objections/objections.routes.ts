import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import {
  NewObjection,
  Objection,
  ObjectionAnswer,
  ObjectionParams,
  OwnObjections,
} from './objections.schema.ts'
import {
  answerObjection,
  object,
  readObjections,
  readOwnObjections,
  withdrawObjection,
} from './objections.service.ts'

const TAGS = ['objections']
const OWN = { 200: ref(OwnObjections), default: PROBLEM_RESPONSE }

/** What people say against decisions about themselves, and what a person answers (law 94-V, art. 19-1). */
export const objectionsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Objection)
  app.addSchema(OwnObjections)
  await app.register(ownRoutes)
  await app.register(answerRoutes)
}

const ownRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/my/objections',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listOwnObjections',
        tags: TAGS,
        description: 'With the names of those who answer.',
        response: OWN,
      },
    },
    (request) => inOwnCenter(request, (db) => readOwnObjections(db, actorOf(request))),
  )

  app.post(
    '/my/objections',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'object',
        tags: TAGS,
        description:
          'To an assessment in force, a competence that is held or lacking, a published shift or a session of ' +
          'training to come, or a request that was declined. It changes nothing by itself.',
        body: NewObjection,
        response: { 201: ref(OwnObjections), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const made = await inOwnCenter(request, (db) => object(db, actorOf(request), request.body))
      return reply.code(201).send(made)
    },
  )

  app.post(
    '/my/objections/:objectionId/withdrawal',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'withdrawObjection',
        tags: TAGS,
        params: ObjectionParams,
        response: OWN,
      },
    },
    (request) =>
      inOwnCenter(request, (db) =>
        withdrawObjection(db, actorOf(request), request.params.objectionId),
      ),
  )
}

const answerRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/objections',
    {
      config: { roles: ['hr', 'planner', 'supervisor', 'head'] },
      schema: {
        operationId: 'listObjections',
        tags: TAGS,
        description:
          'Those that the caller answers, a head all of them: open ones first, the nearest term before.',
        response: {
          200: Type.Object({ objections: Type.Array(ref(Objection)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => ({
        objections: await readObjections(db, actorOf(request)),
      })),
  )

  app.post(
    '/objections/:objectionId/answer',
    {
      config: { roles: ['hr', 'planner', 'supervisor'] },
      schema: {
        operationId: 'answerObjection',
        tags: TAGS,
        description:
          'HR answers about assessments and competences, planners and supervisors about shifts and requests, ' +
          'HR and planners about sessions; nobody about a decision or an objection of their own. Upheld, a declined request waits anew.',
        params: ObjectionParams,
        body: ObjectionAnswer,
        response: { 200: ref(Objection), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const order = { id: request.params.objectionId, ...request.body }
      return inOwnCenter(request, (db) => answerObjection(db, actorOf(request), order))
    },
  )
}
