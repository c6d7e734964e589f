import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { digestOf, newFeedKey } from './feed-key.ts'
import { presentFeed, queueNamesOf } from './feed-view.ts'
import {
  type FeedRow,
  giveStatesMeaning,
  insertFeed,
  listAgents,
  listFeeds,
  replaceAgents,
  updateFeed,
} from './feeds.queries.ts'
import {
  Feed,
  FeedAgents,
  FeedChange,
  FeedParams,
  FeedWithKey,
  NewFeed,
  UnknownNames,
} from './feeds.schema.ts'
import { listUnknownNames } from './unknown-names.queries.ts'

/** `/feeds`: where the states of people come from, and whether anything comes. */
export const feedsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Feed)
  app.addSchema(FeedWithKey)
  app.addSchema(FeedAgents)
  app.addSchema(UnknownNames)

  app.get(
    '/feeds',
    {
      config: { roles: ['supervisor', 'planner', 'head'] },
      schema: {
        operationId: 'listFeeds',
        tags: ['intraday'],
        response: { 200: Type.Object({ feeds: Type.Array(ref(Feed)) }), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const rows = await inOwnCenter(request, listFeeds)
      const nowMs = Date.now()
      return { feeds: rows.map(({ feed, health }) => presentFeed(feed, health, nowMs)) }
    },
  )

  app.get(
    '/feeds/:feedId/unknown-names',
    {
      config: { roles: ['supervisor', 'planner', 'head'] },
      schema: {
        operationId: 'listUnknownNames',
        tags: ['intraday'],
        description:
          'People, states and queues that the feed names and that nobody here knows: they count for nobody until they are given a meaning.',
        params: FeedParams,
        response: { 200: ref(UnknownNames), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const { feedId } = request.params
        const feed = known((await listFeeds(db)).find((row) => row.feed.id === feedId)?.feed)
        const queueNames = Object.keys(queueNamesOf(feed))
        return listUnknownNames(db, { id: feedId, queueNames })
      }),
  )

  await app.register(changeRoutes)
  await app.register(keyRoutes)
  await app.register(agentRoutes)
}

const changeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/feeds',
    {
      config: { roles: ['admin'] },
      schema: {
        operationId: 'addFeed',
        tags: ['intraday'],
        body: NewFeed,
        response: { 201: ref(FeedWithKey), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId, name } = actorOf(request)
      const key = newFeedKey()
      const order = { ...request.body, centerId, digest: digestOf(key), madeBy: name }
      const feed = await inOwnCenter(request, (db) => insertFeed(db, order))
      return reply.code(201).send({ feed: presentFeed(feed, undefined, Date.now()), key })
    },
  )

  app.patch(
    '/feeds/:feedId',
    {
      config: { roles: ['admin'] },
      schema: {
        operationId: 'changeFeed',
        tags: ['intraday'],
        description:
          'Events that came under a name without a meaning get the one that it is given.',
        params: FeedParams,
        body: FeedChange,
        response: { 200: ref(Feed), default: PROBLEM_RESPONSE },
      },
    },
    async (request) =>
      inOwnCenter(request, async (db) => {
        const { feedId } = request.params
        const { stateNames } = request.body
        known(await updateFeed(db, feedId, request.body))
        if (stateNames !== undefined) await giveStatesMeaning(db, feedId, stateNames)
        const rows = await listFeeds(db)
        const row = rows.find(({ feed }) => feed.id === feedId)
        return presentFeed(known(row?.feed), row?.health, Date.now())
      }),
  )
}

const keyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/feeds/:feedId/key',
    {
      config: { roles: ['admin'] },
      schema: {
        operationId: 'renewFeedKey',
        tags: ['intraday'],
        description: 'Gives a new key; the one before opens nothing from now on.',
        params: FeedParams,
        response: { 200: ref(FeedWithKey), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const key = newFeedKey()
      const digest = digestOf(key)
      const row = await inOwnCenter(request, (db) =>
        updateFeed(db, request.params.feedId, { digest }),
      )
      return { feed: presentFeed(known(row), undefined, Date.now()), key }
    },
  )
}

const agentRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const schema = {
    tags: ['intraday'],
    params: FeedParams,
    response: { 200: ref(FeedAgents), default: PROBLEM_RESPONSE },
  }

  app.get(
    '/feeds/:feedId/agents',
    {
      config: { roles: ['supervisor', 'planner'] },
      schema: { operationId: 'listFeedAgents', ...schema },
    },
    async (request) => ({
      agents: [...(await inOwnCenter(request, (db) => listAgents(db, request.params.feedId)))],
    }),
  )

  app.put(
    '/feeds/:feedId/agents',
    {
      config: { roles: ['admin'] },
      schema: {
        operationId: 'replaceFeedAgents',
        description:
          'What the feed calls people whose name there is not their personnel number. Events that came before under these names are theirs from now on.',
        ...schema,
        body: ref(FeedAgents),
      },
    },
    async (request) =>
      inOwnCenter(request, async (db) => {
        const feeds = await listFeeds(db)
        const row = feeds.find(({ feed }) => feed.id === request.params.feedId)
        await replaceAgents(db, known(row?.feed), request.body.agents)
        return { agents: [...(await listAgents(db, request.params.feedId))] }
      }),
  )
}

function known(feed: FeedRow | undefined): FeedRow {
  if (feed === undefined) throw new ProblemError('feed-unknown')
  return feed
}
