import { type Selectable, sql } from 'kysely'

import type { QueueId } from '#forecasting/kernel/units.ts'
import { DAY_PARTS } from '#forecasting/volume/day-kernel.ts'
import type { QueueForecast } from '#forecasting/volume/forecast-queue.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { LearnedFrom } from '../forecast.compute.ts'
import type { ForecastRow } from '../forecasts.queries.ts'

export type ForecastQueueRow = Selectable<Database['forecast_queue']>
export type ForecastDayRow = Selectable<Database['forecast_day']>

type Explained = Pick<QueueForecast, 'days' | 'members' | 'shift'> & {
  readonly learnedFrom: LearnedFrom
}

/** Keeps why one queue's forecast says what it says, beside its points. */
export async function insertExplanation(
  db: Db,
  forecast: ForecastRow,
  queueId: QueueId,
  { days, members, shift, learnedFrom }: Explained,
): Promise<void> {
  await db
    .insertInto('forecast_queue')
    .values({
      center_id: forecast.center_id,
      forecast_id: forecast.id,
      queue_id: queueId,
      members: JSON.stringify(members),
      shift_date: shift?.date ?? null,
      shift_factor: shift?.factor ?? null,
      history_from: new Date(learnedFrom.fromMs),
      history_to: new Date(learnedFrom.toMs),
      history_contacts: learnedFrom.contacts,
    })
    .execute()
  await sql`
    insert into forecast_day (center_id, forecast_id, queue_id, day, volume, quantiles, parts, special_kind, special_name)
    select ${forecast.center_id}::uuid, ${forecast.id}::uuid, ${queueId}::uuid, day::date, volume,
           quantiles::float8[], parts::float8[], special_kind, special_name
      from unnest(
        ${days.map(({ date }) => date)}::text[],
        ${days.map(({ mean }) => mean)}::float8[],
        ${days.map(({ quantiles }) => `{${quantiles.join(',')}}`)}::text[],
        ${days.map(({ parts }) => (parts === null ? null : `{${DAY_PARTS.map((part) => parts[part]).join(',')}}`))}::text[],
        ${days.map(({ special }) => special?.kind ?? null)}::text[],
        ${days.map(({ special }) => special?.name ?? null)}::text[])
        as told (day, volume, quantiles, parts, special_kind, special_name)`.execute(db)
}

/** What was learned of a queue; undefined for a version made before that was kept. */
export async function findForecastQueue(
  db: Db,
  forecastId: string,
  queueId: QueueId,
): Promise<ForecastQueueRow | undefined> {
  return db
    .selectFrom('forecast_queue')
    .selectAll()
    .where('forecast_id', '=', forecastId)
    .where('queue_id', '=', queueId)
    .executeTakeFirst()
}

/** The days of a queue's forecast, ascending. */
export async function readForecastDays(
  db: Db,
  forecastId: string,
  queueId: QueueId,
): Promise<readonly ForecastDayRow[]> {
  return db
    .selectFrom('forecast_day')
    .selectAll()
    .where('forecast_id', '=', forecastId)
    .where('queue_id', '=', queueId)
    .orderBy('day')
    .execute()
}

/** Of the versions before another that explain the same queue: that which shares most days with it. */
export async function findExplainedBefore(
  db: Db,
  forecast: ForecastRow,
  queueId: QueueId,
): Promise<ForecastRow | undefined> {
  return db
    .selectFrom('forecast')
    .selectAll('forecast')
    .innerJoin('forecast_queue', (join) =>
      join
        .onRef('forecast_queue.center_id', '=', 'forecast.center_id')
        .onRef('forecast_queue.forecast_id', '=', 'forecast.id'),
    )
    .where('forecast_queue.queue_id', '=', queueId)
    .where('forecast.version', '<', forecast.version)
    .where('forecast.from_date', '<', forecast.to_date)
    .where('forecast.to_date', '>', forecast.from_date)
    .orderBy(
      sql`least(forecast.to_date, ${forecast.to_date}::date) - greatest(forecast.from_date, ${forecast.from_date}::date)`,
      'desc',
    )
    .orderBy('forecast.version', 'desc')
    .limit(1)
    .executeTakeFirst()
}
