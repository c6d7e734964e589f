import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

import type { Db } from '#server/platform/db/scope.ts'
import { actorOf, EVERY_ROLE, inOwnCenter, scopeOf } from '#server/platform/http/guard.ts'
import { PROBLEM_RESPONSE, ProblemError } from '#server/platform/http/problem.ts'
import { ref } from '#server/platform/http/ref.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { readForecastStates } from '../forecasts/forecasts.service.ts'
import { Job, presentJob } from '../jobs/jobs.schema.ts'
import { requireSchedule } from '../schedules/schedules.service.ts'
import { keptSettings, settingsOf } from '../staffing/queue-settings.ts'
import { staleReasons } from '../staffing/requirement-staleness.ts'
import { requireRequirement } from '../staffing/staffing.service.ts'
import { presentIntervals } from './present-intervals.ts'
import { presentSimulation } from './present-simulation.ts'
import type { SimulationOrder } from './simulation.job.ts'
import {
  findLatestSimulation,
  findSimulationIntervals,
  type SimulationRow,
} from './simulation.queries.ts'
import {
  IntervalsParams,
  IntervalsQuery,
  NewSimulation,
  Simulation,
  SimulationIntervals,
  SimulationParams,
} from './simulation.schema.ts'

/** `/schedules/{scheduleId}/simulation`: what callers will meet if it is worked as it stands. */
export const simulationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addSchema(Simulation)
  app.addSchema(SimulationIntervals)

  app.post(
    '/schedules/:scheduleId/simulation',
    {
      config: { roles: ['planner'] },
      schema: {
        operationId: 'startSimulation',
        tags: ['schedules'],
        description:
          'Simulates the schedule as it stands, many times; watch the job for its progress.',
        params: SimulationParams,
        body: NewSimulation,
        response: { 202: ref(Job), default: PROBLEM_RESPONSE },
      },
    },
    async (request, reply) => {
      const { scheduleId } = request.params
      await inOwnCenter(request, (db) => requireSchedule(db, scheduleId))
      const order: SimulationOrder = { scheduleId, ...request.body }
      const row = await app.jobs.enqueue(scopeOf(actorOf(request)), 'simulation', order)
      return reply.code(202).send(presentJob(row))
    },
  )

  await app.register(readRoutes)
}

/** What it says: as a whole, and interval by interval. */
const readRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/schedules/:scheduleId/simulation',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getSimulation',
        tags: ['schedules'],
        description: 'The latest simulation of a schedule; null while it has none.',
        params: SimulationParams,
        response: {
          200: Type.Object(
            { simulation: Type.Union([ref(Simulation), Type.Null()]) },
            { examples: [{ simulation: null }] },
          ),
          default: PROBLEM_RESPONSE,
        },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const schedule = await requireSchedule(db, request.params.scheduleId)
        const row = await findLatestSimulation(db, schedule.id)
        if (row === undefined) return { simulation: null }
        const changed = row.revision === schedule.revision ? [] : (['schedule'] as const)
        const reasons = await staleInputs(db, row, schedule.requirement_id)
        return { simulation: presentSimulation(row, [...changed, ...reasons]) }
      }),
  )

  app.get(
    '/schedules/:scheduleId/simulation/:simulationId/intervals',
    {
      config: { roles: EVERY_ROLE },
      schema: {
        operationId: 'getSimulationIntervals',
        tags: ['schedules'],
        description: 'Every interval of one queue, or of those that are judged together.',
        params: IntervalsParams,
        querystring: IntervalsQuery,
        response: { 200: ref(SimulationIntervals), default: PROBLEM_RESPONSE },
      },
    },
    (request) =>
      inOwnCenter(request, async (db) => {
        const schedule = await requireSchedule(db, request.params.scheduleId)
        const stored = await findSimulationIntervals(db, request.params)
        const { timezone, intervalMinutes } = await readCenterSettings(db)
        const place = { fromDate: schedule.from_date, timezone, intervalMinutes }
        const intervals = presentIntervals(stored, request.query.queueId, place)
        if (intervals === undefined) throw new ProblemError('record-unknown')
        return intervals
      }),
  )
}

/** Why its inputs are no longer what they were: those of its requirement, and the queues' settings. */
async function staleInputs(db: Db, row: SimulationRow, requirementId: string) {
  const { fromDate, toDate } = await requireRequirement(db, requirementId)
  const { queues, ...center } = await readCenterSettings(db)
  return staleReasons(
    {
      forecastId: row.forecast_id,
      fromDate,
      toDate,
      overrideIds: row.override_ids,
      settings: row.settings,
    },
    await readForecastStates(db),
    keptSettings(queues.map((queue) => ({ queue, settings: settingsOf(queue, center) }))),
  )
}
