import { sql } from 'kysely'

import type { Db } from '#server/platform/db/scope.ts'

/** The forecast that a requirement was made from. */
export async function findForecastOf(db: Db, requirementId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('requirement')
    .select('forecast_id')
    .where('id', '=', requirementId)
    .executeTakeFirst()
  return row?.forecast_id
}

/** The latest forecast that covers a date, for a day without a published schedule. */
export async function findLatestForecast(db: Db, date: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('forecast')
    .select('id')
    .where('from_date', '<=', sql<string>`${date}::date`)
    .where('to_date', '>', sql<string>`${date}::date`)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
