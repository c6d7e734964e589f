import { sql } from 'kysely'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { ScheduleRow } from '../schedules.queries.ts'

/** The schedules in force, by their first day; those that have a day of a span, both ends included. */
export async function findPublished(
  db: Db,
  span?: { readonly fromDate: LocalDate; readonly toDate?: LocalDate },
): Promise<readonly ScheduleRow[]> {
  let query = db.selectFrom('schedule').selectAll().where('status', '=', 'published')
  if (span !== undefined) {
    query = query.where(sql<boolean>`from_date + days > ${span.fromDate}::date`)
  }
  if (span?.toDate !== undefined) query = query.where('from_date', '<=', span.toDate)
  return query.orderBy('from_date').execute()
}
