import { sql } from 'kysely'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { Availability, WeeklyTime } from './availability.schema.ts'

/** Days away that end on a day or later, with the published shifts that lie in them. */
export async function listAbsences(
  db: Db,
  operatorId: OperatorId,
  since: LocalDate,
): Promise<Availability['absences']> {
  const rows = await db
    .selectFrom('absence')
    .select(['id', 'kind', 'from_date as fromDate', 'to_date as toDate'])
    .select(
      sql<number>`(
        select count(*)::int from shift
          join schedule on schedule.center_id = shift.center_id and schedule.id = shift.schedule_id
          join center on center.id = shift.center_id
         where schedule.status = 'published' and shift.operator_id = absence.operator_id
           and (shift.starts_at at time zone center.timezone)::date
               between absence.from_date and absence.to_date)`.as('shifts'),
    )
    .where('operator_id', '=', operatorId)
    .where('to_date', '>=', since)
    .orderBy('from_date')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row }))
}

/** Whose absence it is; undefined for none. */
export async function findAbsent(db: Db, absenceId: string): Promise<OperatorId | undefined> {
  const row = await db
    .selectFrom('absence')
    .select('operator_id')
    .where('id', '=', absenceId)
    .executeTakeFirst()
  return row?.operator_id
}

export async function listWeekly(db: Db, operatorId: OperatorId): Promise<WeeklyTime[]> {
  const rows = await db
    .selectFrom('unavailability')
    .select([
      'weekday',
      'from_minutes as fromMinutes',
      'to_minutes as toMinutes',
      'from_date as fromDate',
      'to_date as toDate',
    ])
    .where('operator_id', '=', operatorId)
    .orderBy('weekday')
    .orderBy('from_minutes')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row }))
}

export async function replaceWeekly(
  db: Db,
  whose: { readonly centerId: CenterId; readonly operatorId: OperatorId },
  weekly: readonly WeeklyTime[],
): Promise<void> {
  await db.deleteFrom('unavailability').where('operator_id', '=', whose.operatorId).execute()
  if (weekly.length === 0) return
  await db
    .insertInto('unavailability')
    .values(
      weekly.map((time) => ({
        center_id: whose.centerId,
        operator_id: whose.operatorId,
        weekday: time.weekday,
        from_minutes: time.fromMinutes,
        to_minutes: time.toMinutes,
        from_date: time.fromDate,
        to_date: time.toDate,
      })),
    )
    .execute()
}
