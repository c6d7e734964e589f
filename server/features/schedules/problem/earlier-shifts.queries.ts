import { sql } from 'kysely'

import { addDays, type LocalDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { PlanningRows } from './planning-rows.ts'

const REMEMBERED_DAYS = 14

/**
 * Published shifts that end in the fortnight before a day, by their start. The schedules of those days are
 * looked for first: there is no quick way to a shift but by its schedule.
 */
export async function readEarlierShifts(
  db: Db,
  fromDate: LocalDate,
  timezone: string,
): Promise<PlanningRows['earlierShifts']> {
  const sinceDate = addDays(fromDate, -REMEMBERED_DAYS)
  const schedules = await db
    .selectFrom('schedule')
    .select('id')
    .where('status', '=', 'published')
    .where('from_date', '<', fromDate)
    // A shift over midnight ends on the day after.
    .where(sql<boolean>`from_date + days >= ${sinceDate}::date`)
    .execute()
  if (schedules.length === 0) return []
  const { list } = await db
    .selectFrom('shift')
    .select(
      sql<readonly ShiftValues[] | null>`json_agg(json_build_array(
        operator_id, date_part('epoch', starts_at) * 1000, date_part('epoch', ends_at) * 1000)
        order by starts_at, id)`.as('list'),
    )
    .where(
      'schedule_id',
      'in',
      schedules.map(({ id }) => id),
    )
    .where('starts_at', '<', new Date(startOfLocalDay(fromDate, timezone)))
    .where('ends_at', '>=', new Date(startOfLocalDay(sinceDate, timezone)))
    .executeTakeFirstOrThrow()
  return (list ?? []).map(([operatorId, startsAtMs, endsAtMs]) => ({
    operatorId,
    startsAtMs,
    endsAtMs,
  }))
}

type ShiftValues = readonly [operatorId: OperatorId, startsAtMs: EpochMs, endsAtMs: EpochMs]
