import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { isZone } from '#forecasting/kernel/calendar.ts'
import { actorOf, EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { findCenter, updateCenter } from './centers.queries.ts'
import {
  Center,
  CenterChange,
  NewQueue,
  Queue,
  QueueChange,
  QueueFilter,
  QueueParams,
} from './centers.schema.ts'
import { addQueue, changeQueue } from './centers.service.ts'
import { listQueues } from './queues.queries.ts'

/** `/center` and `/queues`: what the centre is, when it is open, what it promises. */
export const centersRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Center)
  app.addSchema(Queue)

  app.get(
    '/center',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getCenter',
        tags: ['centers'],
        response: { 200: ref(Center), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, findCenter),
  )

  app.patch(
    '/center',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'updateCenter',
        tags: ['centers'],
        body: CenterChange,
        response: { 200: ref(Center), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const { timezone } = request.body
      if (timezone !== undefined && !isZone(timezone)) {
        throw new ProblemError('zone-unknown', { values: { zone: timezone } })
      }
      return inOwnCenter(request, async (db) => {
        await updateCenter(db, request.body)
        return findCenter(db)
      })
    },
  )

  await app.register(queuesRoutes)
}

const queuesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/queues',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listQueues',
        tags: ['centers'],
        querystring: QueueFilter,
        response: {
          200: Type.Object({ queues: Type.Array(ref(Queue)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => ({
      queues: [...(await inOwnCenter(request, (db) => listQueues(db, request.query)))],
    }),
  )

  app.post(
    '/queues',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'addQueue',
        tags: ['centers'],
        body: NewQueue,
        response: { 201: ref(Queue), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId } = actorOf(request)
      const queue = await inOwnCenter(request, (db) => addQueue(db, centerId, request.body))
      return reply.code(201).send(queue)
    },
  )

  app.patch(
    '/queues/:queueId',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'updateQueue',
        tags: ['centers'],
        description: 'Archiving takes the queue out of plans to come; its history stays.',
        params: QueueParams,
        body: QueueChange,
        response: { 200: ref(Queue), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { centerId } = actorOf(request)
      const { queueId: id } = request.params
      return inOwnCenter(request, (db) => changeQueue(db, { centerId, id }, request.body))
    },
  )
}
