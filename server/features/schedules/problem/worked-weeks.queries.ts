import { sql } from 'kysely'

import { addDays, type LocalDate, mondayOf, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { readSpecialDays } from '../../calendar/calendar.service.ts'
import type { SchedulingLimits } from '../../operators/personal-records.service.ts'
import { overtimeLimits } from './overtime.ts'
import type { PlanningContract, PlanningOperator, PlanningRows } from './planning-rows.ts'
import { isHoliday, isWeekBound } from './week-norms.ts'

const DAYS_PER_WEEK = 7
/** Of the longest schedule. */
const LONGEST_DAYS = 42

/** What is counted by calendar year: special days, and the hours from which overtime follows. */
export async function readYears(
  db: Db,
  { fromDate, weeks }: { readonly fromDate: LocalDate; readonly weeks: number },
  {
    timezone,
    rules,
    weeklyLimits,
    people,
    contracts,
  }: Pick<PlanningRows, 'timezone' | 'rules'> & {
    readonly people: readonly Pick<PlanningOperator, 'id' | 'contractCode'>[]
    readonly contracts: readonly Pick<PlanningContract, 'code' | 'regime'>[]
    readonly weeklyLimits: readonly (readonly SchedulingLimits[])[]
  },
): Promise<Pick<PlanningRows, 'calendar' | 'publishedWeeks' | 'workedWeeks' | 'earlierAbsences'>> {
  const lastDate = addDays(fromDate, weeks * DAYS_PER_WEEK - 1)
  // The first week of a year may begin in the year before.
  const years = {
    fromDate: mondayOf(`${fromDate.slice(0, 4)}-01-01` as LocalDate),
    toDate: `${lastDate.slice(0, 4)}-12-31` as LocalDate,
  }
  const asked = weeklyLimits.flat().filter(({ overtimeAllowed }) => overtimeAllowed)
  const weekBound = new Set(contracts.filter(isWeekBound).map(({ code }) => code))
  const balanced = people.filter(({ contractCode }) => !weekBound.has(contractCode))
  const ids = [
    ...new Set([...asked.map(({ operatorId }) => operatorId), ...balanced.map(({ id }) => id)]),
  ]
  const dayNormMinutes = overtimeLimits({ rules }).dayNorm
  const span = { from: years.fromDate, to: addDays(years.toDate, 1) }
  const calendar = await readSpecialDays(db, span)
  const holidays = calendar.filter(isHoliday).map(({ date }) => date)
  return {
    calendar,
    publishedWeeks: await readPublishedWeeks(db, years),
    workedWeeks: await readWorkedWeeks(db, ids, {
      ...years,
      timezone,
      dayNormMinutes,
      holidays,
    }),
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
  years: Years & {
    readonly timezone: string
    readonly dayNormMinutes: number
    readonly holidays: readonly LocalDate[]
  },
): Promise<PlanningRows['workedWeeks']> {
  if (operatorIds.length === 0) return []
  const { timezone, dayNormMinutes, holidays, fromDate, toDate } = years
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
      sql<boolean>`(shift.starts_at at time zone ${timezone})::date = any(${holidays}::date[])`.as(
        'isHoliday',
      ),
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
      sql<number>`coalesce(sum(worked.paid) filter (where worked."isHoliday"), 0)::integer`.as(
        'holidayMinutes',
      ),
    ])
    .groupBy(['worked.operatorId', 'worked.monday'])
    .orderBy('worked.operatorId')
    .orderBy('worked.monday')
    .execute()
  return rows.map((row) => ({ ...row, monday: row.monday as LocalDate }))
}

/** Mondays of the weeks for which a schedule is published. */
async function readPublishedWeeks(db: Db, { fromDate, toDate }: Years): Promise<LocalDate[]> {
  const rows = await db
    .selectFrom('schedule')
    .select(['from_date', 'days'])
    .where('status', '=', 'published')
    .where('from_date', '>=', addDays(fromDate, -LONGEST_DAYS))
    .where('from_date', '<=', toDate)
    .orderBy('from_date')
    .execute()
  const mondays = rows.flatMap(({ from_date, days }) =>
    Array.from({ length: days / DAYS_PER_WEEK }, (_, week) =>
      addDays(from_date as LocalDate, week * DAYS_PER_WEEK),
    ),
  )
  return [...new Set(mondays)]
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
