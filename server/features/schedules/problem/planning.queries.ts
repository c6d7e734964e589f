import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { readWeeklyLimits } from '../../operators/personal-records.service.ts'
import { readRulesInForce } from '../../planner-rules/planner-rules.service.ts'
import { readEarlierShifts } from './earlier-shifts.queries.ts'
import { readPeople } from './people.queries.ts'
import type { PlanningRows } from './planning-rows.ts'
import { readYears } from './worked-weeks.queries.ts'

/** The longest period that is planned at once. */
const WEEKS_MAX = 6

/**
 * Reads everything that a schedule of the centre depends on, for a period from a Monday on. Every list
 * has an order of its own: the same rows make the same problem, whatever way the database found them. Its
 * tables are small and many: asked for in one statement, they cost half of what they cost one by one.
 */
export async function readPlanningRows(db: Db, fromDate: LocalDate): Promise<PlanningRows> {
  const center = await db.selectFrom('center').selectAll().executeTakeFirstOrThrow()
  const { queues, operators } = await readPeople(db, fromDate)
  const read = await db
    .selectNoFrom([
      jsonArrayFrom(shapes(db)).as('shapes'),
      jsonArrayFrom(contracts(db)).as('contracts'),
      jsonArrayFrom(absences(db, fromDate)).as('absences'),
      jsonArrayFrom(unavailabilities(db)).as('unavailabilities'),
      jsonArrayFrom(preferences(db)).as('preferences'),
      jsonArrayFrom(secondJobs(db, fromDate)).as('secondJobs'),
      jsonArrayFrom(remoteWork(db, fromDate)).as('remoteWork'),
      jsonArrayFrom(rules(db, fromDate)).as('rules'),
    ])
    .executeTakeFirstOrThrow()
  const known = read.contracts.map((contract) => ({
    ...contract,
    shapeCodes: contract.shapeCodes ?? [],
  }))
  const away = read.absences.map(({ fromDate: from, toDate: to, ...absence }) => ({
    ...absence,
    fromDate: from as LocalDate,
    toDate: to as LocalDate,
  }))
  const weeklyLimits = await readWeeklyLimits(db, fromDate, WEEKS_MAX)
  const law = { timezone: center.timezone, rules: read.rules as PlanningRows['rules'] }
  return {
    timezone: center.timezone,
    intervalMinutes: center.interval_minutes,
    weights: center.schedule_weights as Record<string, number>,
    queues,
    shapes: read.shapes,
    contracts: known,
    operators,
    absences: away,
    unavailabilities: read.unavailabilities as PlanningRows['unavailabilities'],
    preferences: read.preferences,
    secondJobs: read.secondJobs.map((job) => ({
      ...job,
      fromDate: job.fromDate as LocalDate,
      toDate: job.toDate as LocalDate | null,
    })),
    remoteWork: read.remoteWork.map((span) => ({
      ...span,
      fromDate: span.fromDate as LocalDate,
      toDate: span.toDate as LocalDate | null,
    })),
    earlierShifts: await readEarlierShifts(db, fromDate, center.timezone),
    rules: law.rules,
    plannerRules: await readRulesInForce(db, fromDate),
    weeklyLimits,
    ...(await readYears(
      db,
      { fromDate, weeks: WEEKS_MAX },
      { ...law, people: operators, contracts: known, absences: away, weeklyLimits },
    )),
  }
}

function shapes(db: Db) {
  return db
    .selectFrom('shift_shape')
    .select([
      'id',
      'code',
      'span_minutes as spanMinutes',
      'paid_minutes as paidMinutes',
      'start_from_minutes as startFromMinutes',
      'start_to_minutes as startToMinutes',
      'start_step_minutes as startStepMinutes',
      'breaks',
    ])
    .orderBy('code')
}

function contracts(db: Db) {
  return db
    .selectFrom('contract')
    .select([
      'id',
      'code',
      'regime',
      'day_max_paid_minutes as dayMaxPaidMinutes',
      'week_max_paid_minutes as weekMaxPaidMinutes',
      'week_target_paid_minutes as weekTargetPaidMinutes',
      'min_rest_minutes as minRestMinutes',
      'weekly_rest_minutes as weeklyRestMinutes',
      'max_consecutive_days as maxConsecutiveDays',
      'max_consecutive_nights as maxConsecutiveNights',
      'cost_per_hour as costPerHour',
      'overtime_multiplier as overtimeMultiplier',
      'accounting_months as accountingMonths',
      'split_shifts as splitShifts',
    ])
    .select((column) =>
      column
        .selectFrom('contract_shape')
        .innerJoin('shift_shape', (join) =>
          join
            .onRef('shift_shape.center_id', '=', 'contract_shape.center_id')
            .onRef('shift_shape.id', '=', 'contract_shape.shape_id'),
        )
        .select(sql<string[]>`json_agg(shift_shape.code order by shift_shape.code)`.as('codes'))
        .whereRef('contract_shape.contract_id', '=', 'contract.id')
        .as('shapeCodes'),
    )
    .orderBy('code')
}

function absences(db: Db, fromDate: LocalDate) {
  return db
    .selectFrom('absence')
    .select(['operator_id as operatorId', 'kind', 'from_date as fromDate', 'to_date as toDate'])
    .where('to_date', '>=', fromDate)
    .orderBy('from_date')
    .orderBy('id')
}

function unavailabilities(db: Db) {
  return db
    .selectFrom('unavailability')
    .select([
      'operator_id as operatorId',
      'weekday',
      'from_minutes as fromMinutes',
      'to_minutes as toMinutes',
      'from_date as fromDate',
      'to_date as toDate',
    ])
    .orderBy('id')
}

function preferences(db: Db) {
  return db
    .selectFrom('preference')
    .select([
      'operator_id as operatorId',
      'kind',
      'weekday',
      'from_minutes as fromMinutes',
      'to_minutes as toMinutes',
      'weight',
    ])
    .orderBy('id')
}

function secondJobs(db: Db, fromDate: LocalDate) {
  return db
    .selectFrom('second_job')
    .select([
      'operator_id as operatorId',
      'minutes_per_day as minutesPerDay',
      'from_date as fromDate',
      'to_date as toDate',
    ])
    .where((one) => one.or([one('to_date', 'is', null), one('to_date', '>=', fromDate)]))
    .orderBy('id')
}

function remoteWork(db: Db, fromDate: LocalDate) {
  return db
    .selectFrom('remote_work')
    .select([
      'operator_id as operatorId',
      'home_weekdays as homeWeekdays',
      'from_date as fromDate',
      'to_date as toDate',
    ])
    .where((one) => one.or([one('to_date', 'is', null), one('to_date', '>=', fromDate)]))
    .orderBy('id')
}

/** Of each rule of law and house the highest version that is valid on the first day. */
function rules(db: Db, fromDate: LocalDate) {
  return db
    .selectFrom('labour_rule')
    .distinctOn('code')
    .select(['code', 'article', 'is_house_rule as isHouseRule', 'hard', 'parameters'])
    .where(sql<boolean>`valid_from is null or valid_from <= ${fromDate}::date`)
    .orderBy('code')
    .orderBy('version', 'desc')
}
