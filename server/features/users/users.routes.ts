import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'

import { type Actor, type Role, ROLES } from '#server/platform/http/actor.ts'
import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { updateLanguage } from './users.queries.ts'

const LanguageCode = Type.Union([Type.Literal('kk'), Type.Literal('ru'), Type.Literal('en')])

const Me = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    name: Type.String(),
    roles: Type.Array(Type.Unsafe<Role>(Type.Union(ROLES.map((role) => Type.Literal(role))))),
    language: LanguageCode,
    abilities: Type.Object(
      { plan: Type.Boolean(), configure: Type.Boolean(), readAudit: Type.Boolean() },
      { description: 'What the page may offer; the server checks again at every call.' },
    ),
  },
  { $id: 'Me' },
)

/** `/me`: who is signed in, and the language that they read. */
export const usersRoutes: FastifyPluginAsyncTypebox = async (app) => {
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
        body: Type.Object({ language: LanguageCode }, { examples: [{ language: 'kk' }] }),
        response: { 200: ref(Me), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const actor = actorOf(request)
      const { language } = request.body
      await inOwnCenter(request, (db) => updateLanguage(db, actor.id, language))
      return presentMe({ ...actor, language })
    },
  )
}

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
      readAudit: admin || roles.includes('head'),
    },
  }
}
