import type { EpochMs, QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { readCalendar } from '../calendar/calendar.service.ts'
import { readCenterSettings } from '../centers/centers.service.ts'
import { inCalledHours, restDatesOf } from './called-hours.ts'
import { type InputsMark, isStale, readInputsMark } from './forecast-inputs.ts'
import {
  activeOverrideIds,
  findForecast,
  type ForecastRow,
  listForecasts,
  listOverrides,
  readPoints,
} from './forecasts.queries.ts'
import type { Forecast, ForecastPoints, QueueAccuracy } from './forecasts.schema.ts'
import type { AdjustedPoint } from './overrides/adjusted-point.ts'
import { adjustedQuantiles, applyOverrides } from './overrides/apply-overrides.ts'

export function presentForecast(row: ForecastRow, inputsNow: InputsMark): Forecast {
  const settings = row.settings as InputsMark & {
    readonly outliers: Record<string, string[]>
    readonly decisions?: Forecast['decisions']
    readonly borrowed?: Forecast['borrowed']
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
    decisions: settings.decisions ?? [],
    borrowed: settings.borrowed ?? [],
    stale: isStale(settings, inputsNow),
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
  }
}

/** The 80 % band lies between the third and the seventh of the nine quantiles. */
export function presentPoint(
  { startMs, volume, adjusted, quantiles, ahtSeconds, ahtQuantiles }: AdjustedPoint,
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
    ahtQuantiles: ahtQuantiles === null ? null : [...ahtQuantiles],
    actual,
  }
}

/** A forecast that must be there. */
export async function requireForecast(db: Db, id: string): Promise<ForecastRow> {
  const row = await findForecast(db, id)
  if (row === undefined) throw new ProblemError('forecast-unknown')
  return row
}

/**
 * Points by queue, with the active overrides applied over the whole forecast, and with the calls that
 * the centre makes moved into the hours at which people may be called.
 *
 * @param within all that the caller looks at, if it is not the whole; there may be points around it
 */
export async function readAdjusted(
  db: Db,
  forecastId: string,
  queueId?: QueueId,
  within?: { readonly from: Date; readonly to: Date },
): Promise<ReadonlyMap<QueueId, readonly AdjustedPoint[]>> {
  const { queues, timezone } = await readCenterSettings(db)
  const byId = new Map(queues.map((queue) => [queue.id, queue]))
  const isCalling = queues.some(({ calledRegion }) => calledRegion !== null)
  const restDates = isCalling ? restDatesOf(await readCalendar(db)) : new Set<string>()
  const overrides = (await listOverrides(db, forecastId)).filter(({ active }) => active)
  const rows = await readPoints(db, forecastId, {
    ...(queueId === undefined ? {} : { queueId }),
    // An override speaks of a span's total, and a weekend's calls are made on Monday, so that a part of
    // the points says nothing.
    ...(overrides.length === 0 && !isCalling ? within : undefined),
  })
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
      const judged = points.map(({ startMs, row }, i) => ({
        startMs,
        volume: row.volume,
        adjusted: adjusted[i] ?? 0,
        quantiles: adjustedQuantiles(row.quantiles, row.volume, adjusted[i] ?? 0),
        ahtSeconds: row.aht_seconds,
        ahtQuantiles: row.aht_quantiles,
      }))
      return [queue, inCalledHours(judged, byId.get(queue), { timezone, restDates })]
    }),
  )
}

/** What a plan that was made from a forecast must know to tell if it still stands. */
export interface ForecastState {
  readonly version: number
  readonly fromDate: string
  readonly toDate: string
  readonly stale: boolean
  readonly activeOverrideIds: readonly string[]
}

/** The latest forecasts by id, as they stand now. */
export async function readForecastStates(db: Db): Promise<ReadonlyMap<string, ForecastState>> {
  const rows = await listForecasts(db)
  const inputsNow = await readInputsMark(db)
  const active = await activeOverrideIds(
    db,
    rows.map(({ id }) => id),
  )
  return new Map(
    rows.map((row) => {
      const { version, fromDate, toDate, stale } = presentForecast(row, inputsNow)
      const overrideIds = active.get(row.id) ?? []
      return [row.id, { version, fromDate, toDate, stale, activeOverrideIds: overrideIds }]
    }),
  )
}

/** The overrides of one forecast that are in force. */
export async function readActiveOverrideIds(
  db: Db,
  forecastId: string,
): Promise<readonly string[]> {
  return (await activeOverrideIds(db, [forecastId])).get(forecastId) ?? []
}
