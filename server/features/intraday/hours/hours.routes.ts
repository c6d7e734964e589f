import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { localDate } from '#forecasting/kernel/calendar.ts'
import { actorOf, inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { SharedAnswers } from '../shared-answers.ts'
import { whatIfRoutes } from '../what-if/what-if.routes.ts'
import { HoursQuery, TodayHours } from './hours.schema.ts'
import { readHours } from './hours.service.ts'
import { presentHours } from './present-hours.ts'

/** Everybody who looks within this time sees the same answer, computed once. */
const SHARED_MS = 10_000

/** `/today/hours`: contacts that came, those still expected, and what the planned people make of them. */
export const hoursRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(TodayHours)
  const shared = new SharedAnswers<TodayHours>(SHARED_MS)
  // Whoever has just changed the plan looks at what it comes to, not at what it was.
  await app.register(whatIfRoutes, { onChanged: (centerId) => shared.forget(centerId) })

  app.get(
    '/today/hours',
    {
      config: { roles: ['supervisor', 'planner', 'head'] },
      schema: {
        operationId: 'getTodayHours',
        tags: ['intraday'],
        description:
          'By queue and interval of a day: the forecast, the contacts that came, the forecast corrected by them, and the wait and the lost share that the planned people make of it. The figures of today are at most ten seconds old.',
        querystring: HoursQuery,
        response: { 200: ref(TodayHours), default: PROBLEM_RESPONSE },
      },
    },
    async (request) => {
      const nowMs = Date.now()
      const { date } = request.query
      const ask = (): Promise<TodayHours> =>
        inOwnCenter(request, async (db) =>
          presentHours(
            await readHours(db, nowMs, date === undefined ? undefined : localDate(date)),
          ),
        )
      if (date !== undefined) return ask()
      const { centerId } = actorOf(request)
      return shared.get({ centerId, nowMs }, ask)
    },
  )
}
