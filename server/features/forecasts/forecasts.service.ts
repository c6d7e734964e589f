import type { EpochMs, QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { lastHistoryChange } from '../imports/history.service.ts'
import { applyOverrides } from './apply-overrides.ts'
import { findForecast, type ForecastRow, listOverrides, readPoints } from './forecasts.queries.ts'
import type { Forecast, ForecastPoints, QueueAccuracy } from './forecasts.schema.ts'

/** One interval of a forecast after the planner's overrides. */
export interface AdjustedPoint {
  readonly startMs: EpochMs
  readonly volume: number
  readonly adjusted: number
  readonly quantiles: readonly number[]
  readonly ahtSeconds: number | null
}

export function presentForecast(row: ForecastRow, historyChangedAt: Date | null): Forecast {
  const settings = row.settings as {
    readonly outliers: Record<string, string[]>
    /** When the history that was read had last changed. */
    readonly historyChangedAt: string | null
  }
  return {
    id: row.id,
    version: row.version,
    fromDate: row.from_date,
    toDate: row.to_date,
    engineVersion: row.engine_version,
    dataHash: row.data_hash,
    outliers: settings.outliers,
    accuracy: row.accuracy as QueueAccuracy[],
    stale: settings.historyChangedAt !== (historyChangedAt?.toISOString() ?? null),
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
  }
}

/** The 80 % band lies between the third and the seventh of the nine quantiles. */
export function presentPoint(
  { startMs, volume, adjusted, quantiles, ahtSeconds }: AdjustedPoint,
  actual: number | null,
): ForecastPoints['points'][number] {
  return {
    startsAt: new Date(startMs).toISOString(),
    volume,
    adjusted,
    low: quantiles[2] ?? 0,
    high: quantiles[6] ?? 0,
    quantiles: [...quantiles],
    ahtSeconds,
    actual,
  }
}

/** A forecast that must be there. */
export async function requireForecast(db: Db, id: string): Promise<ForecastRow> {
  const row = await findForecast(db, id)
  if (row === undefined) throw new ProblemError('forecast-unknown')
  return row
}

/** Points by queue, with the active overrides applied over the whole forecast. */
export async function readAdjusted(
  db: Db,
  forecastId: string,
  queueId?: QueueId,
): Promise<ReadonlyMap<QueueId, readonly AdjustedPoint[]>> {
  const rows = await readPoints(db, forecastId, queueId === undefined ? {} : { queueId })
  const overrides = (await listOverrides(db, forecastId)).filter(({ active }) => active)
  const byQueue = Map.groupBy(rows, (row) => row.queue_id)
  return new Map(
    [...byQueue].map(([queue, own]) => {
      const points = own.map((row) => ({ startMs: row.starts_at.getTime() as EpochMs, row }))
      const adjusted = applyOverrides(
        points.map(({ startMs, row }) => ({ startMs, volume: row.volume })),
        overrides
          .filter((one) => one.queueId === queue)
          .map(({ from, to, kind, value }) => ({
            fromMs: Date.parse(from),
            toMs: Date.parse(to),
            kind,
            value,
          })),
      )
      return [
        queue,
        points.map(({ startMs, row }, i) => ({
          startMs,
          volume: row.volume,
          adjusted: adjusted[i] ?? 0,
          quantiles: row.quantiles,
          ahtSeconds: row.aht_seconds,
        })),
      ]
    }),
  )
}

/** When the history that forecasts rest on last changed. */
export const historyChangedAt = lastHistoryChange
