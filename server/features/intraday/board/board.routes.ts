import { Readable } from 'node:stream'

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import type { CenterId } from '#forecasting/kernel/units.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { readCoverage } from '../hours/coverage.service.ts'
import { Board, BoardRow, TodayCoverage } from './board.schema.ts'
import { filterRoutes } from './filter.routes.ts'
import type { LiveBoards } from './live-boards.ts'

const ROLES = ['supervisor', 'planner', 'head'] as const
const HEARTBEAT_MS = 15_000
const BUFFER_BYTES_MAX = 4 * 1024 ** 2

const BOARD_EVENTS = {
  description:
    'A stream of events. `board`: a whole board as `/today` answers it, first and after a break. `change`: the same with the rows that changed, and in `gone` the people who left.',
  content: {
    'text/event-stream': {
      schema: Type.Unsafe<Readable>(
        Type.String({ examples: ['event: change\ndata: {"rows":[],"gone":[]}\n\n'] }),
      ),
    },
  },
} as const

/** `/today`: who is where now, and whether that is where the schedule says. */
export const boardRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(BoardRow)
  app.addSchema(Board)
  app.addSchema(TodayCoverage)
  await app.register(coverageRoutes)
  await app.register(filterRoutes)
  const streams = new Set<Readable>()
  app.addHook('preClose', async () => {
    app.boards.close()
    for (const stream of streams) stream.push(null)
  })

  app.get(
    '/today',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'getToday',
        tags: ['intraday'],
        response: { 200: ref(Board), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => app.boards.now(actorOf(request).centerId),
  )

  app.get(
    '/today/events',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'watchToday',
        tags: ['intraday'],
        response: { 200: BOARD_EVENTS, default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { centerId } = actorOf(request)
      const stream = boardStream(app.boards, centerId)
      streams.add(stream)
      stream.on('close', () => streams.delete(stream))
      request.raw.on('close', () => stream.destroy())
      return reply
        .header('content-type', 'text/event-stream')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(stream)
    },
  )
}

const coverageRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/today/coverage',
    {
      config: { roles: ROLES },
      schema: {
        operationId: 'getTodayCoverage',
        tags: ['intraday'],
        description:
          'Required, scheduled and working, by interval of today and of the hours ahead.',
        response: { 200: ref(TodayCoverage), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const intervals = await inOwnCenter(request, (db) => readCoverage(db, Date.now()))
      return {
        intervals: intervals.map(({ startMs, endMs, ...figures }) => ({
          from: new Date(startMs).toISOString(),
          to: new Date(endMs).toISOString(),
          ...figures,
        })),
      }
    },
  )
}

/** Says the board, then every change of it, and now and then that it still lives. */
function boardStream(boards: LiveBoards, centerId: CenterId): Readable {
  let saidMs = 0
  let saidFeeds = ''
  let stop = (): void => undefined
  const stream = new Readable({
    read: () => undefined,
    destroy(error, done) {
      stop()
      done(error)
    },
  })
  stop = boards.watch(centerId, ({ board, change, changeText }) => {
    const feeds = board.feeds
      .map((feed) => `${feed.code} ${feed.silent} ${feed.missingBatches}`)
      .join()
    const isQuiet = change.rows.length === 0 && change.gone.length === 0 && feeds === saidFeeds
    if (saidMs > 0 && isQuiet && Date.now() - saidMs < HEARTBEAT_MS) return
    // A reader who cannot keep up begins again with the whole board instead of filling the memory.
    if (stream.readableLength > BUFFER_BYTES_MAX) stream.destroy()
    else if (saidMs === 0) stream.push(eventText('board', JSON.stringify(board)))
    else stream.push(eventText('change', changeText()))
    saidMs = Date.now()
    saidFeeds = feeds
  })
  return stream
}

function eventText(name: string, json: string): string {
  return `event: ${name}\ndata: ${json}\n\n`
}
