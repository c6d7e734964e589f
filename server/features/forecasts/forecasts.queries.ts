import { type Selectable, sql } from 'kysely'

import type { CenterId, QueueId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { NewOverride, Override, QueueAccuracy } from './forecasts.schema.ts'

export type ForecastRow = Selectable<Database['forecast']>

export async function listForecasts(db: Db): Promise<readonly ForecastRow[]> {
  return db.selectFrom('forecast').selectAll().orderBy('version', 'desc').limit(50).execute()
}

export async function findForecast(db: Db, id: string): Promise<ForecastRow | undefined> {
  return db.selectFrom('forecast').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Stores a forecast as the centre's next version. Its points follow, in the same transaction. */
export async function insertForecast(
  db: Db,
  forecast: {
    readonly centerId: CenterId
    readonly fromDate: string
    readonly toDate: string
    readonly engineVersion: string
    readonly dataHash: string
    readonly settings: object
    readonly accuracy: readonly QueueAccuracy[]
    readonly madeBy: string
  },
): Promise<ForecastRow> {
  return db
    .insertInto('forecast')
    .values((column) => ({
      center_id: forecast.centerId,
      version: column
        .selectFrom('forecast')
        .select(sql<number>`coalesce(max(version), 0) + 1`.as('next')),
      status: 'draft' as const,
      from_date: forecast.fromDate,
      to_date: forecast.toDate,
      engine_version: forecast.engineVersion,
      data_hash: forecast.dataHash,
      // The engine draws nothing at random; the column is for one that will.
      seed: 0,
      settings: JSON.stringify(forecast.settings),
      accuracy: JSON.stringify(forecast.accuracy),
      made_by: forecast.madeBy,
    }))
    .returningAll()
    .executeTakeFirstOrThrow()
}

export interface NewPoint {
  readonly startMs: number
  readonly mean: number
  readonly quantiles: readonly number[]
  readonly ahtSeconds: number | null
  readonly ahtQuantiles: readonly number[] | null
}

const ROWS_PER_STATEMENT = 5000

export async function insertPoints(
  db: Db,
  forecast: ForecastRow,
  queueId: QueueId,
  points: readonly NewPoint[],
): Promise<void> {
  for (let from = 0; from < points.length; from += ROWS_PER_STATEMENT) {
    const part = points.slice(from, from + ROWS_PER_STATEMENT)
    await sql`
      insert into forecast_point (center_id, forecast_id, queue_id, starts_at, volume, quantiles,
                                  aht_seconds, aht_quantiles)
      select ${forecast.center_id}::uuid, ${forecast.id}::uuid, ${queueId}::uuid, to_timestamp(start),
             volume, quantiles::float8[], aht, aht_quantiles::float8[]
        from unnest(
          ${part.map(({ startMs }) => startMs / 1000)}::float8[],
          ${part.map(({ mean }) => mean)}::float8[],
          ${part.map(({ quantiles }) => `{${quantiles.join(',')}}`)}::text[],
          ${part.map(({ ahtSeconds }) => ahtSeconds)}::float8[],
          ${part.map(({ ahtQuantiles }) => (ahtQuantiles === null ? null : `{${ahtQuantiles.join(',')}}`))}::text[])
          as point (start, volume, quantiles, aht, aht_quantiles)`.execute(db)
  }
}

export async function readPoints(
  db: Db,
  forecastId: string,
  filter: { readonly queueId?: QueueId; readonly from?: Date; readonly to?: Date } = {},
) {
  let query = db
    .selectFrom('forecast_point')
    .selectAll()
    .where('forecast_id', '=', forecastId)
    .orderBy('queue_id')
    .orderBy('starts_at')
  if (filter.queueId !== undefined) query = query.where('queue_id', '=', filter.queueId)
  if (filter.from !== undefined) query = query.where('starts_at', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('starts_at', '<', filter.to)
  return query.execute()
}

export async function listOverrides(db: Db, forecastId: string): Promise<readonly Override[]> {
  const found = await readOverrides(db, { forecastIds: [forecastId] })
  return found.map(({ override }) => override)
}

/** Changes by hand of some versions in the order in which they were made, each where its event is now. */
export async function readOverrides(
  db: Db,
  filter: {
    readonly forecastIds: readonly string[]
    readonly queueId?: QueueId
    readonly active?: boolean
  },
): Promise<readonly { readonly forecastId: string; readonly override: Override }[]> {
  const { forecastIds, queueId, active } = filter
  if (forecastIds.length === 0) return []
  let query = db
    .selectFrom('forecast_override as change')
    .leftJoin('special_event as event', (join) =>
      join
        .onRef('event.center_id', '=', 'change.center_id')
        .onRef('event.id', '=', 'change.event_id'),
    )
    .selectAll('change')
    .select([
      'event.name as event_name',
      'event.starts_at as event_from',
      'event.ends_at as event_to',
    ])
    .where('change.forecast_id', 'in', forecastIds)
    .orderBy('change.made_at')
    .orderBy('change.id')
  if (queueId !== undefined) query = query.where('change.queue_id', '=', queueId)
  if (active !== undefined) query = query.where('change.active', '=', active)
  const rows = await query.execute()
  return rows.map((row) => ({
    forecastId: row.forecast_id,
    override: {
      id: row.id,
      queueId: row.queue_id,
      from: (row.event_from ?? row.starts_at).toISOString(),
      to: (row.event_to ?? row.ends_at).toISOString(),
      kind: row.kind,
      value: row.value,
      reason: row.reason,
      event:
        row.event_id === null || row.event_name === null
          ? null
          : { id: row.event_id, name: row.event_name },
      active: row.active,
      madeBy: row.made_by,
      madeAt: row.made_at.toISOString(),
    },
  }))
}

/** The overrides in force, by forecast. */
export async function activeOverrideIds(
  db: Db,
  forecastIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (forecastIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('forecast_override')
    .select(['forecast_id', 'id'])
    .where('forecast_id', 'in', forecastIds)
    .where('active', '=', true)
    .orderBy('id')
    .execute()
  const byForecast = Map.groupBy(rows, (row) => row.forecast_id)
  return new Map([...byForecast].map(([forecast, own]) => [forecast, own.map(({ id }) => id)]))
}

export async function insertOverride(
  db: Db,
  forecast: ForecastRow,
  override: NewOverride,
  madeBy: string,
): Promise<void> {
  await db
    .insertInto('forecast_override')
    .values({
      center_id: forecast.center_id,
      forecast_id: forecast.id,
      queue_id: override.queueId,
      starts_at: new Date(override.from),
      ends_at: new Date(override.to),
      kind: override.kind,
      value: override.value,
      reason: override.reason,
      event_id: override.eventId ?? null,
      made_by: madeBy,
    })
    .execute()
}

/** @returns false if the forecast has no such override */
export async function switchOverride(
  db: Db,
  forecastId: string,
  overrideId: string,
  active: boolean,
): Promise<boolean> {
  const result = await db
    .updateTable('forecast_override')
    .set({ active })
    .where('forecast_id', '=', forecastId)
    .where('id', '=', overrideId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
