import { addDays, type LocalDate } from '#forecasting/kernel/calendar.ts'
import type { QueueId } from '#forecasting/kernel/units.ts'
import type { CentreForecast, CentreForecastInput } from '#forecasting/volume/forecast-centre.ts'
import { kazakhstanSpecialDays } from '#forecasting/volume/kazakhstan-days.ts'
import { inCenter } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import type { JobHandler } from '#server/platform/jobs/jobs.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { readHistories } from '../imports/history.service.ts'
import { insertForecast, insertPoints, readCalendar } from './forecasts.queries.ts'
import type { NewForecast } from './forecasts.schema.ts'

/** Forecasts every queue with history, in a worker thread, and stores a new version. */
export const forecastJob: JobHandler = async (context) => {
  const { fromDate, weeks } = context.input as NewForecast
  const originDate = fromDate as LocalDate
  const days = weeks * 7
  const input = await inCenter(
    context.db,
    context.scope,
    async (db): Promise<CentreForecastInput> => {
      const { timezone, queues } = await readCenterSettings(db)
      const { holidays, outages } = await readCalendar(db)
      return {
        histories: await readHistories(db, queues),
        timezone,
        originDate,
        days,
        specialDays: kazakhstanSpecialDays(
          holidays.map((row) => ({
            date: row.date as LocalDate,
            kind: row.kind,
            key: row.key ?? row.kind,
            fiveDayWeek: row.five_day_week,
          })),
        ),
        excluded: outages.map((row) => ({
          fromMs: row.starts_at.getTime(),
          toMs: row.ends_at.getTime(),
        })),
      }
    },
  )
  if (input.histories.length === 0) throw new ProblemError('history-empty')
  const forecast = await context.compute.run<CentreForecastInput, CentreForecast>({
    module: new URL('forecast.compute.ts', import.meta.url),
    name: 'computeForecast',
    input,
    signal: context.signal,
    onProgress: (share, stage) => context.report(share, stage),
  })
  context.report(1, 'store')
  const stored = await inCenter(context.db, context.scope, async (db) => {
    const row = await insertForecast(db, {
      centerId: context.scope.centerId,
      fromDate: originDate,
      toDate: addDays(originDate, days),
      engineVersion: forecast.engineVersion,
      dataHash: forecast.dataHash,
      settings: {
        outliers: Object.fromEntries(
          forecast.series.map(({ queue, outliers }) => [queue, outliers]),
        ),
      },
      madeBy: context.scope.actorName,
    })
    for (const { queue, points } of forecast.series)
      await insertPoints(db, row, queue as QueueId, points)
    return row
  })
  return { forecastId: stored.id, version: stored.version }
}
