import { createHash } from 'node:crypto'

import {
  addDays,
  daysBetween,
  type LocalDate,
  localDateOf,
  startOfLocalDay,
} from '#forecasting/kernel/calendar.ts'
import type { EpochMs, QueueId } from '#forecasting/kernel/units.ts'
import { FORECASTING_ENGINE_VERSION } from '#forecasting/volume/forecast-centre.ts'
import { historyBefore, type QueueHistory } from '#forecasting/volume/history.ts'
import { type Db, inCenter } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import type { JobHandler } from '#server/platform/jobs/jobs.ts'

import { readCalendar } from '../calendar/calendar.service.ts'
import { readCenterSettings } from '../centers/centers.service.ts'
import { readDecisions, toDecision } from '../imports/decisions.service.ts'
import { readHistories } from '../imports/history.service.ts'
import { decidedQueue } from './decided-queue.ts'
import { insertExplanation } from './explanation/explanation.queries.ts'
import { readInputsMark } from './forecast-inputs.ts'
import type { ForecastInput, ForecastOutput } from './forecast.compute.ts'
import { insertForecast, insertPoints } from './forecasts.queries.ts'
import type { NewForecast } from './forecasts.schema.ts'
import { queueCalendar } from './queue-calendar.ts'

/** Half a year after its last figure, a history says next to nothing. */
const WEEKS_AFTER_HISTORY_MAX = 26

/** Forecasts every queue with history, in a worker thread, and stores a new version. */
export const forecastJob: JobHandler = async (context) => {
  const order = context.input as NewForecast
  const { input, inputs, decisions } = await inCenter(context.db, context.scope, async (db) => ({
    input: await readInput(db, order),
    inputs: await readInputsMark(db),
    decisions: (await readDecisions(db)).filter(({ active }) => active),
  }))
  const series = await context.compute.run<ForecastInput, readonly ForecastOutput[]>({
    module: new URL('forecast.compute.ts', import.meta.url),
    name: 'computeForecast',
    input,
    signal: context.signal,
    onProgress: (share, stage) => context.report(share, stage),
  })
  context.report(1, 'store')
  const likes = new Map(input.queues.map(({ history, like }) => [history.queue, like?.queue]))
  const stored = await inCenter(context.db, context.scope, async (db) => {
    const row = await insertForecast(db, {
      centerId: context.scope.centerId,
      fromDate: input.originDate,
      toDate: addDays(input.originDate, input.days),
      engineVersion: FORECASTING_ENGINE_VERSION,
      dataHash: hashOf(input, series),
      settings: {
        outliers: Object.fromEntries(series.map(({ queue, outliers }) => [queue, outliers])),
        borrowed: series.flatMap(({ queue, borrowed }) =>
          borrowed === null ? [] : [{ queueId: queue, likeQueueId: likes.get(queue), ...borrowed }],
        ),
        ...inputs,
        decisions,
      },
      accuracy: series.flatMap(({ queue, accuracy }) =>
        accuracy === null ? [] : [{ queueId: queue as QueueId, ...accuracy }],
      ),
      madeBy: context.scope.actorName,
    })
    for (const one of series) {
      const queueId = one.queue as QueueId
      await insertPoints(db, row, queueId, one.points)
      await insertExplanation(db, row, queueId, one)
    }
    return row
  })
  return { forecastId: stored.id, version: stored.version }
}

async function readInput(db: Db, order: NewForecast): Promise<ForecastInput> {
  const { timezone, intervalMinutes, queues } = await readCenterSettings(db)
  const histories = await readHistories(db, queues)
  const originDate = originOf(histories, order.fromDate, timezone)
  const originMs = startOfLocalDay(originDate, timezone)
  const known = histories
    .map((history) => historyBefore(history, originMs))
    .filter(({ startMs }) => startMs.length > 0)
  if (known.length === 0) throw new ProblemError('history-empty')
  const calendar = await readCalendar(db)
  const decisions = (await readDecisions(db)).filter(({ active }) => active)
  return {
    queues: known.map((history) => {
      const queueId = history.queue as QueueId
      const decided = decidedQueue(history, {
        calendar: queueCalendar(calendar, queueId, timezone),
        decisions: decisions.filter((one) => one.queueId === queueId).map(toDecision),
        originMs,
        timezone,
      })
      const likeId = queues.find(({ id }) => id === queueId)?.likeQueueId
      const like = known.find(({ queue }) => queue === likeId)
      return like === undefined ? decided : { ...decided, like }
    }),
    timezone,
    intervalMinutes,
    originDate,
    days: order.weeks * 7,
  }
}

/** The first day to forecast: what was asked, or the day after the history's last. */
function originOf(
  histories: readonly QueueHistory[],
  fromDate: string | undefined,
  timezone: string,
): LocalDate {
  if (histories.length === 0) throw new ProblemError('history-empty')
  const lastMs = Math.max(...histories.map(({ startMs }) => startMs.at(-1) ?? 0))
  const next = addDays(localDateOf(lastMs as EpochMs, timezone), 1)
  const asked = (fromDate ?? next) as LocalDate
  if (daysBetween(next, asked) > WEEKS_AFTER_HISTORY_MAX * 7) {
    throw new ProblemError('forecast-too-far', { values: { weeks: WEEKS_AFTER_HISTORY_MAX } })
  }
  return asked
}

/** Of all that the figures depend on: the same hash and engine give the same forecast. */
function hashOf({ queues, ...options }: ForecastInput, series: readonly ForecastOutput[]): string {
  const parts = {
    options,
    calendars: queues.map(({ specialDays, excluded, trusted, deniedShifts }) => ({
      specialDays,
      excluded,
      trusted,
      deniedShifts,
    })),
    histories: series.map(({ queue, dataHash }) => [queue, dataHash]),
  }
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
