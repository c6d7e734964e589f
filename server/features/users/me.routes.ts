import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'

import { changeOwnPassword } from '#server/platform/auth/own-password.ts'
import type { Actor } from '#server/platform/http/actor.ts'
import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { updateUser } from './users.queries.ts'
import { Me, MyChange, PasswordChange } from './users.schema.ts'

/** `/me`: who is signed in, the language that they read, and their password. */
export const meRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Me)

  app.get(
    '/me',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getMe',
        tags: ['users'],
        response: { 200: ref(Me), default: PROBLEM_RESPONSE },
      },
    },
    (request) => presentMe(actorOf(request)),
  )

  app.patch(
    '/me',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'updateMe',
        tags: ['users'],
        body: MyChange,
        response: { 200: ref(Me), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const actor = actorOf(request)
      const { language } = request.body
      await inOwnCenter(request, (db) => updateUser(db, actor.id, { language }))
      return presentMe({ ...actor, language })
    },
  )

  app.post(
    '/me/password',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'changeMyPassword',
        tags: ['users'],
        description: 'Ends every other session, and answers with the cookie of a new one.',
        body: PasswordChange,
        response: { 204: Type.Null(), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const cookies = await changeOwnPassword(app.auth, request.headers, request.body)
      return reply.code(204).header('set-cookie', cookies).send(null)
    },
  )
}

/** Whom the routes of explanations, bounds and prices of rules answer. */
const EXPLAIN = ['planner', 'supervisor', 'head'] as const

function presentMe(actor: Actor): Static<typeof Me> {
  const { id, name, language, roles } = actor
  const admin = roles.includes('admin')
  return {
    id,
    name,
    language,
    roles: [...roles],
    abilities: {
      plan: admin || roles.includes('planner'),
      configure: admin || roles.includes('planner'),
      supervise: admin || roles.includes('supervisor'),
      explain: admin || EXPLAIN.some((role) => roles.includes(role)),
      readAudit: admin || roles.includes('head'),
      administer: admin,
      managePeople: admin || roles.includes('hr'),
      readPersonalRecords: roles.includes('hr'),
    },
  }
}
