import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { generatePassword } from '#server/platform/auth/passwords.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { listUsers } from './users.queries.ts'
import { GeneratedPassword, NewUser, User, UserChange, UserParams } from './users.schema.ts'
import {
  changeUser,
  createUser,
  presentUser,
  resetPassword,
  resetTwoFactor,
} from './users.service.ts'

const CreatedUser = Type.Object({
  user: ref(User),
  password: Type.String({ description: 'Shown once and kept nowhere' }),
})

/** `/users`: who may sign in to the centre, and as what. */
export const usersRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(User)
  app.addSchema(GeneratedPassword)

  app.get(
    '/users',
    {
      config: { roles: ['admin'] },
      schema: {
        operationId: 'listUsers',
        tags: ['users'],
        response: { 200: Type.Object({ users: Type.Array(ref(User)) }), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => ({ users: (await inOwnCenter(request, listUsers)).map(presentUser) }),
  )

  app.post(
    '/users',
    {
      config: { roles: ['admin'] },
      schema: {
        operationId: 'addUser',
        tags: ['users'],
        description: 'The service makes the first password; give it to the person.',
        body: NewUser,
        response: { 201: CreatedUser, default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { language = 'ru', ...rest } = request.body
      const { centerId } = actorOf(request)
      const password = generatePassword()
      const user = await inOwnCenter(request, (db) =>
        createUser(db, { ...rest, language, centerId, password }),
      )
      return reply.code(201).send({ user, password })
    },
  )

  app.patch(
    '/users/:userId',
    {
      config: { roles: ['admin'] },
      schema: {
        operationId: 'changeUser',
        tags: ['users'],
        description: 'Refused if the centre would be left without an administrator.',
        params: UserParams,
        body: UserChange,
        response: { 200: ref(User), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => changeUser(db, request.params.userId, request.body)),
  )

  await app.register(resetRoutes)
}

const resetRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/users/:userId/password',
    {
      config: { roles: ['admin'] },
      schema: {
        operationId: 'resetUserPassword',
        tags: ['users'],
        description: 'Makes a new password and ends every session of the user.',
        params: UserParams,
        response: { 200: ref(GeneratedPassword), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => ({
      password: await inOwnCenter(request, (db) => resetPassword(db, request.params.userId)),
    }),
  )

  app.delete(
    '/users/:userId/two-factor',
    {
      config: { roles: ['admin'] },
      schema: {
        operationId: 'resetUserTwoFactor',
        tags: ['users'],
        description: 'For somebody who lost their second factor; ends every session of the user.',
        params: UserParams,
        response: { 204: Type.Null(), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      await inOwnCenter(request, (db) => resetTwoFactor(db, request.params.userId))
      return reply.code(204).send(null)
    },
  )
}
