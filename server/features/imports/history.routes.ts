import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { EVERY_ROLE, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { readEffectiveDays, readEffectiveRows } from './history.queries.ts'
import { HistoryPoints, HistoryQuery, HistorySummary } from './history.schema.ts'
import { summariseHistory } from './history.service.ts'

/** `/history`: what the layers of imports say together. */
export const historyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const schema of [HistoryPoints, HistorySummary]) app.addSchema(schema)

  app.get(
    '/history',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getHistory',
        tags: ['imports'],
        description:
          "One queue within [from, to), by interval or summed over the centre's local days.",
        querystring: HistoryQuery,
        response: { 200: ref(HistoryPoints), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { queueId, step } = request.query
      const [from, to] = [new Date(request.query.from), new Date(request.query.to)]
      if (from >= to) throw new ProblemError('interval-empty')
      return inOwnCenter(request, async (db) => {
        const { timezone, queues } = await readCenterSettings(db)
        if (!queues.some(({ id }) => id === queueId)) throw new ProblemError('queue-unknown')
        if (step === 'day') {
          const days = await readEffectiveDays(db, queueId, { from, to, timezone })
          return { points: days.map((row) => ({ startsAt: row.date, ...figures(row) })) }
        }
        const rows = await readEffectiveRows(db, { queueId, from, to })
        return {
          points: rows.map((row) => ({ startsAt: row.starts_at.toISOString(), ...figures(row) })),
        }
      })
    },
  )

  app.get(
    '/history/summary',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getHistorySummary',
        tags: ['imports'],
        description: 'How much history each queue has, and how whole it is.',
        response: { 200: ref(HistorySummary), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => ({
      queues: [...(await inOwnCenter(request, summariseHistory))],
    }),
  )
}

function figures(row: {
  readonly offered: number
  readonly handled: number | null
  readonly abandoned: number | null
  readonly handle_seconds: number | null
  readonly wait_seconds: number | null
}) {
  const { offered, handled, abandoned } = row
  return {
    offered,
    handled,
    abandoned,
    ahtSeconds: ratio(row.handle_seconds, handled),
    asaSeconds: ratio(row.wait_seconds, handled),
    abandonShare: ratio(abandoned, offered),
  }
}

function ratio(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole
}
