import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { isZone } from '#forecasting/kernel/calendar.ts'
import { EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { findCenter, listQueues, updateCenter, updateQueue } from './centers.queries.ts'
import { Center, CenterChange, Queue, QueueChange, QueueParams } from './centers.schema.ts'

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

  app.get(
    '/queues',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'listQueues',
        tags: ['centers'],
        response: {
          200: Type.Object({ queues: Type.Array(ref(Queue)) }),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    async (request) => ({ queues: [...(await inOwnCenter(request, listQueues))] }),
  )

  app.patch(
    '/queues/:queueId',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'updateQueue',
        tags: ['centers'],
        params: QueueParams,
        body: QueueChange,
        response: { 200: ref(Queue), default: PROBLEM_RESPONSE },
      },
    },
    async (request) =>
      inOwnCenter(request, async (db) => {
        await updateQueue(db, request.params.queueId, request.body)
        const queue = (await listQueues(db)).find((one) => one.id === request.params.queueId)
        if (queue === undefined) throw new ProblemError('queue-unknown')
        return queue
      }),
  )
}
