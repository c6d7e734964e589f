import { sql } from 'kysely'

import type { QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

/** A version that has begun to come true, with one queue's points in columns of text. */
export interface TriedForecast {
  readonly id: string
  readonly version: number
  readonly from_date: string
  /** True when a requirement was calculated from it. */
  readonly is_used: boolean
  readonly start_seconds: string
  readonly volume: string
  /** Edges of the 80 % band. */
  readonly low: string
  readonly high: string
}

/** As many versions as half a year of weekly forecasts makes. */
const VERSIONS_MAX = 26

/**
 * The latest versions that foretold a queue before an instant, with their points up to it, oldest
 * first. One text a column reaches the program several times faster than a row an interval.
 */
export async function readTriedForecasts(
  db: Db,
  queueId: QueueId,
  span: { readonly from: Date; readonly to: Date },
): Promise<readonly TriedForecast[]> {
  const { rows } = await sql<TriedForecast>`
    select forecast.id, forecast.version, forecast.from_date::text as from_date,
           exists (
             select from requirement
              where requirement.center_id = forecast.center_id and requirement.forecast_id = forecast.id) as is_used,
           string_agg(extract(epoch from point.starts_at)::int8::text, ',' order by point.starts_at) as start_seconds,
           string_agg(point.volume::text, ',' order by point.starts_at) as volume,
           string_agg(point.quantiles[3]::text, ',' order by point.starts_at) as low,
           string_agg(point.quantiles[7]::text, ',' order by point.starts_at) as high
      from forecast
      join forecast_point point
        on point.center_id = forecast.center_id and point.forecast_id = forecast.id
     where point.queue_id = ${queueId} and point.starts_at >= ${span.from} and point.starts_at < ${span.to}
     group by forecast.center_id, forecast.id
     order by forecast.version desc
     limit ${VERSIONS_MAX}`.execute(db)
  return rows.toReversed()
}
