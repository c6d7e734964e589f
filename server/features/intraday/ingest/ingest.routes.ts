import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { FEED } from '#server/platform/http/actor.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { BatchAnswer, FeedBatch } from './feeds.schema.ts'
import { feedOfKey, ingest } from './ingest.service.ts'

const BATCH_BYTES_MAX = 8 * 1024 ** 2

/** `/feeds/events`: what the telephone system says of people. */
export const ingestRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(BatchAnswer)

  app.post(
    '/feeds/events',
    {
      // No person calls it: the feed shows its own key, checked below before anything is read.
      config: { roles: FEED },
      bodyLimit: BATCH_BYTES_MAX,
      schema: {
        operationId: 'sendStateEvents',
        tags: ['intraday'],
        description:
          "Takes `Authorization: Bearer KEY`, the feed's key, and no session. Events may come late, twice and in any order; all are kept and counted. Send an empty batch as a heartbeat, and a snapshot after a break.",
        body: FeedBatch,
        response: { 200: ref(BatchAnswer), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const feed = await feedOfKey(app.db, request.headers.authorization)
      const answer = await ingest(app.db, feed, request.body)
      app.boards.nudge(feed.center_id)
      return answer
    },
  )
}
