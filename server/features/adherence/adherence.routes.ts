import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'

import { localDate } from '#forecasting/kernel/calendar.ts'
import { inOwnCenter } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { readPersonDay, readReport, REPORT_DAYS_MAX } from './adherence-report.service.ts'
import {
  AdherenceQuery,
  AdherenceReport,
  PersonDay,
  PersonDayParams,
  Policy,
  PolicyPreview,
  PolicyVersion,
} from './adherence.schema.ts'
import { exceptionsRoutes } from './exceptions.routes.ts'
import { AdherenceException } from './exceptions.schema.ts'
import { myAdherenceRoutes } from './my-adherence.routes.ts'
import { policiesRoutes } from './policies.routes.ts'

const SCHEMAS = [
  AdherenceException,
  AdherenceReport,
  PersonDay,
  Policy,
  PolicyVersion,
  PolicyPreview,
]
const READERS = ['supervisor', 'planner', 'head', 'hr'] as const

/** `/adherence`: figures of any past period, explanations, and the policy that judges. */
export const adherenceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const schema of SCHEMAS) {
    app.addSchema(schema)
  }
  await app.register(exceptionsRoutes)
  await app.register(policiesRoutes)
  await app.register(figureRoutes)
  await app.register(myAdherenceRoutes)
}

const figureRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/adherence',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'getAdherence',
        tags: ['adherence'],
        description: `Judged again from the raw events, at most ${REPORT_DAYS_MAX} days at once.`,
        querystring: AdherenceQuery,
        response: { 200: ref(AdherenceReport), default: PROBLEM_RESPONSE },
      },
    },
    (request) => inOwnCenter(request, (db) => readReport(db, request.query, Date.now())),
  )

  app.get(
    '/adherence/people/:operatorId/days/:date',
    {
      config: { roles: READERS },
      schema: {
        operationId: 'getPersonDay',
        tags: ['adherence'],
        description: 'Three lines of one person and day: schedule, verdict, state.',
        params: PersonDayParams,
        response: { 200: ref(PersonDay), default: PROBLEM_RESPONSE },
      },
    },
    (request) => {
      const { operatorId, date } = request.params
      return inOwnCenter(request, (db) =>
        readPersonDay(db, operatorId, localDate(date), Date.now()),
      )
    },
  )
}
