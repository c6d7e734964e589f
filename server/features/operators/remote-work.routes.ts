import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import type { Role } from '#server/platform/http/actor.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { OperatorParams } from './operators.schema.ts'
import {
  NewRemoteWork,
  RemoteWorkEnd,
  RemoteWorkParams,
  RemoteWorkRecords,
} from './remote-work.schema.ts'
import {
  addRemoteWork,
  closeRemoteWork,
  readRemoteWork,
  removeRemoteWork,
} from './remote-work.service.ts'

const ROLES: readonly Role[] = ['hr']
/** Whoever plans people must know where they work. */
const READERS: readonly Role[] = ['hr', 'planner', 'supervisor']
const ANSWER = { 200: ref(RemoteWorkRecords), default: PROBLEM_RESPONSE }

/** When somebody works from afar (art. 138). */
export const remoteWorkRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(RemoteWorkRecords)

  app.get(
    '/operators/:operatorId/remote-work',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'listRemoteWork',
        tags: ['operators'],
        params: OperatorParams,
        response: ANSWER,
      },
    },
    (request) => inOwnCenter(request, (db) => readRemoteWork(db, request.params.operatorId)),
  )

  await app.register(writeRoutes)
}

const writeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/operators/:operatorId/remote-work',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'addRemoteWork',
        tags: ['operators'],
        description:
          'Wholly or on some days of the week; no two records of one person may share a day.',
        params: OperatorParams,
        body: NewRemoteWork,
        response: ANSWER,
      },
    },
    (request) => {
      const whose = { centerId: actorOf(request).centerId, operatorId: request.params.operatorId }
      return inOwnCenter(request, (db) => addRemoteWork(db, whose, request.body))
    },
  )

  app.patch(
    '/operators/:operatorId/remote-work/:recordId',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'endRemoteWork',
        tags: ['operators'],
        params: RemoteWorkParams,
        body: RemoteWorkEnd,
        response: ANSWER,
      },
    },
    (request) => {
      const { operatorId, recordId: id } = request.params
      const { toDate } = request.body
      return inOwnCenter(request, (db) => closeRemoteWork(db, { operatorId, id }, toDate))
    },
  )

  app.delete(
    '/operators/:operatorId/remote-work/:recordId',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'removeRemoteWork',
        tags: ['operators'],
        description: 'For one that was written by mistake; one that is over is ended instead.',
        params: RemoteWorkParams,
        response: ANSWER,
      },
    },
    (request) => {
      const { operatorId, recordId: id } = request.params
      return inOwnCenter(request, (db) => removeRemoteWork(db, { operatorId, id }))
    },
  )
}
