import { sql } from 'kysely'

import { addDays, type LocalDate, mondayOf, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { readSpecialDays } from '../../calendar/calendar.service.ts'
import type { SchedulingLimits } from '../../operators/personal-records.service.ts'
import { overtimeLimits } from './overtime.ts'
import type { PlanningRows } from './planning-rows.ts'

const DAYS_PER_WEEK = 7

/** What is counted by calendar year: special days, and the hours from which overtime follows. */
export async function readYears(
  db: Db,
  { fromDate, weeks }: { readonly fromDate: LocalDate; readonly weeks: number },
  {
    timezone,
    rules,
    weeklyLimits,
  }: Pick<PlanningRows, 'timezone' | 'rules'> & {
    readonly weeklyLimits: readonly (readonly SchedulingLimits[])[]
  },
): Promise<Pick<PlanningRows, 'calendar' | 'workedWeeks' | 'earlierAbsences'>> {
  const lastDate = addDays(fromDate, weeks * DAYS_PER_WEEK - 1)
  // The first week of a year may begin in the year before.
  const years = {
    fromDate: mondayOf(`${fromDate.slice(0, 4)}-01-01` as LocalDate),
    toDate: `${lastDate.slice(0, 4)}-12-31` as LocalDate,
  }
  const asked = weeklyLimits.flat().filter(({ overtimeAllowed }) => overtimeAllowed)
  const ids = [...new Set(asked.map(({ operatorId }) => operatorId))]
  const dayNormMinutes = overtimeLimits({ rules }).dayNorm
  return {
    calendar: await readSpecialDays(db, { from: years.fromDate, to: addDays(years.toDate, 1) }),
    workedWeeks: await readWorkedWeeks(db, ids, { ...years, timezone, dayNormMinutes }),
    earlierAbsences: await readEarlierAbsences(db, ids, {
      fromDate: years.fromDate,
      before: fromDate,
    }),
  }
}

/** Calendar years that a period touches, both ends included. */
interface Years {
  readonly fromDate: LocalDate
  readonly toDate: LocalDate
}

/**
 * What the published shifts of some people came to, week by week. One statement sums it up: a year of
 * a large centre has hundreds of thousands of shifts.
 */
async function readWorkedWeeks(
  db: Db,
  operatorIds: readonly OperatorId[],
  years: Years & { readonly timezone: string; readonly dayNormMinutes: number },
): Promise<PlanningRows['workedWeeks']> {
  if (operatorIds.length === 0) return []
  const { timezone, dayNormMinutes, fromDate, toDate } = years
  const shifts = db
    .selectFrom('shift')
    .innerJoin('schedule', (join) =>
      join
        .onRef('schedule.center_id', '=', 'shift.center_id')
        .onRef('schedule.id', '=', 'shift.schedule_id'),
    )
    .innerJoin('shift_shape', (join) =>
      join
        .onRef('shift_shape.center_id', '=', 'shift.center_id')
        .onRef('shift_shape.id', '=', 'shift.shape_id'),
    )
    .select([
      'shift.operator_id as operatorId',
      'shift_shape.paid_minutes as paid',
      sql<string>`date_trunc('week', shift.starts_at at time zone ${timezone})::date`.as('monday'),
    ])
    .where('schedule.status', '=', 'published')
    .where('shift.operator_id', 'in', operatorIds)
    .where('shift.starts_at', '>=', new Date(startOfLocalDay(fromDate, timezone)))
    .where('shift.starts_at', '<', new Date(startOfLocalDay(addDays(toDate, 1), timezone)))
  const rows = await db
    .selectFrom(shifts.as('worked'))
    .select([
      'worked.operatorId',
      'worked.monday',
      sql<number>`sum(worked.paid)::integer`.as('paidMinutes'),
      sql<number>`sum(greatest(0, worked.paid - ${dayNormMinutes}::integer))::integer`.as(
        'dayExcessMinutes',
      ),
    ])
    .groupBy(['worked.operatorId', 'worked.monday'])
    .orderBy('worked.operatorId')
    .orderBy('worked.monday')
    .execute()
  return rows.map((row) => ({ ...row, monday: row.monday as LocalDate }))
}

/** Days away of some people in the years, over before a day: later ones are read for everybody. */
async function readEarlierAbsences(
  db: Db,
  operatorIds: readonly OperatorId[],
  { fromDate, before }: { readonly fromDate: LocalDate; readonly before: LocalDate },
): Promise<PlanningRows['earlierAbsences']> {
  if (operatorIds.length === 0) return []
  const rows = await db
    .selectFrom('absence')
    .select(['operator_id as operatorId', 'kind', 'from_date', 'to_date'])
    .where('operator_id', 'in', operatorIds)
    .where('to_date', '>=', fromDate)
    .where('to_date', '<', before)
    .orderBy('from_date')
    .orderBy('id')
    .execute()
  return rows.map(({ from_date, to_date, ...absence }) => ({
    ...absence,
    fromDate: from_date as LocalDate,
    toDate: to_date as LocalDate,
  }))
}
