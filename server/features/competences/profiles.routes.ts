import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'

import {
  FunctionCover,
  HolderBody,
  HolderParams,
  Profile,
  ProfileBody,
  ProfileList,
  ProfileParams,
} from './profiles.schema.ts'
import {
  addProfile,
  changeProfile,
  confirmReading,
  giveProfile,
  readProfiles,
  removeProfile,
  takeProfile,
} from './profiles.service.ts'

const RESPONSE = { 200: ProfileList, default: PROBLEM_RESPONSE }

/** `/position-profiles`: what each position asks for (п. 16), and who holds the functions of п. 17. */
export const profilesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Profile)
  app.addSchema(FunctionCover)
  await app.register(profileRoutes)
  await app.register(holderRoutes)
}

const profileRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/position-profiles',
    {
      config: { roles: ['hr', 'planner', 'supervisor', 'head'] },
      schema: { operationId: 'listProfiles', tags: ['competences'], response: RESPONSE },
    },
    (request) => inOwnCenter(request, readProfiles),
  )

  app.post(
    '/position-profiles',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'addProfile',
        tags: ['competences'],
        body: ProfileBody,
        response: { 201: ProfileList, default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId } = actorOf(request)
      const list = await inOwnCenter(request, (db) => addProfile(db, centerId, request.body))
      return reply.code(201).send(list)
    },
  )

  app.put(
    '/position-profiles/:code',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'changeProfile',
        tags: ['competences'],
        description: 'Makes a new version, which the holders have to read again.',
        params: ProfileParams,
        body: ProfileBody,
        response: RESPONSE,
      },
    },
    (request) => {
      const which = { centerId: actorOf(request).centerId, code: request.params.code }
      return inOwnCenter(request, (db) => changeProfile(db, which, request.body))
    },
  )

  app.delete(
    '/position-profiles/:code',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'removeProfile',
        tags: ['competences'],
        params: ProfileParams,
        response: RESPONSE,
      },
    },
    (request) => inOwnCenter(request, (db) => removeProfile(db, request.params.code)),
  )
}

const holderRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put(
    '/position-profiles/:code/holders/:operatorId',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'giveProfile',
        tags: ['competences'],
        params: HolderParams,
        body: HolderBody,
        response: RESPONSE,
      },
    },
    (request) => {
      const { code, operatorId } = request.params
      const which = { centerId: actorOf(request).centerId, code }
      const holder = { operatorId, since: request.body.since }
      return inOwnCenter(request, (db) => giveProfile(db, which, holder))
    },
  )

  app.delete(
    '/position-profiles/:code/holders/:operatorId',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'takeProfile',
        tags: ['competences'],
        params: HolderParams,
        response: RESPONSE,
      },
    },
    (request) => {
      const { code, operatorId } = request.params
      const which = { centerId: actorOf(request).centerId, code }
      return inOwnCenter(request, (db) => takeProfile(db, which, operatorId))
    },
  )

  app.post(
    '/position-profiles/:code/holders/:operatorId/reading',
    {
      config: { roles: ['hr'] },
      schema: {
        operationId: 'confirmReading',
        tags: ['competences'],
        description:
          'HR has the signed sheet: the holder has read the profile as it is now (п. 16).',
        params: HolderParams,
        response: RESPONSE,
      },
    },
    (request) => {
      const { code, operatorId } = request.params
      const which = { centerId: actorOf(request).centerId, code }
      return inOwnCenter(request, (db) => confirmReading(db, which, operatorId))
    },
  )
}
