import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'

import { type LocalDate, addDays, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { Text3 } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { readWeeklyLimits } from '../../operators/personal-records.service.ts'
import { readRulesInForce } from '../../planner-rules/planner-rules.service.ts'
import { readEarlierShifts } from './earlier-shifts.queries.ts'
import type { PlanningOperator, PlanningRows } from './planning-rows.ts'
import { readYears } from './worked-weeks.queries.ts'

const REMEMBERED_DAYS = 14
/** The longest period that is planned at once. */
const WEEKS_MAX = 6

/**
 * Reads everything that a schedule of the centre depends on, for a period from a Monday on. Every list
 * has an order of its own: the same rows make the same problem, whatever way the database found them. Its
 * tables are small and many: asked for in one statement, they cost half of what they cost one by one.
 */
export async function readPlanningRows(db: Db, fromDate: LocalDate): Promise<PlanningRows> {
  const center = await db.selectFrom('center').selectAll().executeTakeFirstOrThrow()
  const read = await db
    .selectNoFrom([
      jsonArrayFrom(queues(db)).as('queues'),
      jsonArrayFrom(shapes(db)).as('shapes'),
      jsonArrayFrom(contracts(db)).as('contracts'),
      jsonArrayFrom(people(db, fromDate)).as('people'),
      jsonArrayFrom(competence(db)).as('competence'),
      jsonArrayFrom(queuesWithoutNeeds(db)).as('openToAll'),
      jsonArrayFrom(absences(db, fromDate)).as('absences'),
      jsonArrayFrom(unavailabilities(db)).as('unavailabilities'),
      jsonArrayFrom(preferences(db)).as('preferences'),
      jsonArrayFrom(secondJobs(db, fromDate)).as('secondJobs'),
      jsonArrayFrom(rules(db, fromDate)).as('rules'),
    ])
    .executeTakeFirstOrThrow()
  const weeklyLimits = await readWeeklyLimits(db, fromDate, WEEKS_MAX)
  const law = { timezone: center.timezone, rules: read.rules as PlanningRows['rules'] }
  return {
    timezone: center.timezone,
    intervalMinutes: center.interval_minutes,
    weights: center.schedule_weights as Record<string, number>,
    queues: read.queues,
    shapes: read.shapes,
    contracts: read.contracts.map((contract) => ({
      ...contract,
      shapeCodes: contract.shapeCodes ?? [],
    })),
    operators: withCompetence(read),
    absences: read.absences.map(({ fromDate: from, toDate: to, ...absence }) => ({
      ...absence,
      fromDate: from as LocalDate,
      toDate: to as LocalDate,
    })),
    unavailabilities: read.unavailabilities as PlanningRows['unavailabilities'],
    preferences: read.preferences,
    secondJobs: read.secondJobs.map((job) => ({
      ...job,
      fromDate: job.fromDate as LocalDate,
      toDate: job.toDate as LocalDate | null,
    })),
    earlierShifts: await readEarlierShifts(db, {
      sinceMs: startOfLocalDay(addDays(fromDate, -REMEMBERED_DAYS), center.timezone),
      beforeMs: startOfLocalDay(fromDate, center.timezone),
    }),
    rules: law.rules,
    plannerRules: await readRulesInForce(db, fromDate),
    weeklyLimits,
    ...(await readYears(db, { fromDate, weeks: WEEKS_MAX }, { ...read, ...law, weeklyLimits })),
  }
}

function queues(db: Db) {
  return db.selectFrom('queue').select(['id', 'code', 'channel']).orderBy('position')
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

/** People who take contacts, under the contract of their first day in the period. */
function people(db: Db, fromDate: LocalDate) {
  return db
    .selectFrom('operator')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.center_id', '=', 'operator.center_id')
        .on('contract.id', '=', contractOn(fromDate)),
    )
    .innerJoin('site', (join) =>
      join
        .onRef('site.center_id', '=', 'operator.center_id')
        .onRef('site.id', '=', 'operator.site_id'),
    )
    .leftJoin('team', (join) =>
      join
        .onRef('team.center_id', '=', 'operator.center_id')
        .onRef('team.id', '=', 'operator.team_id'),
    )
    .select([
      'operator.id',
      'operator.personnel_number as personnelNumber',
      'operator.full_name as fullName',
      'contract.code as contractCode',
      'site.name as site',
      'team.name as team',
      'operator.night_ban as nightBan',
      'operator.hired_on as hiredOn',
      'operator.left_on as leftOn',
    ])
    .where('operator.takes_contacts', '=', true)
    .orderBy('personnel_number')
}

/** The id of the contract in force for the operator of the query on a day, or on their first one if that is later. */
function contractOn(date: LocalDate) {
  return sql<string>`coalesce(
    (select later.contract_id from operator_contract as later
      where later.center_id = operator.center_id and later.operator_id = operator.id
        and later.from_date <= greatest(${date}::date, operator.hired_on)
      order by later.from_date desc limit 1),
    operator.contract_id)`
}

/** A queue that asks for nothing may be given to anybody. */
function queuesWithoutNeeds(db: Db) {
  return db
    .selectFrom('queue')
    .select('id as queueId')
    .where((column) =>
      column.not(
        column.exists(
          column
            .selectFrom('queue_competence')
            .select('queue_id')
            .whereRef('queue_competence.queue_id', '=', 'queue.id'),
        ),
      ),
    )
    .orderBy('id')
}

/** Who holds everything that a queue asks for, and until when: п. 18 of the order, as one query. */
function competence(db: Db) {
  return db
    .selectFrom('queue_competence as need')
    .innerJoin('operator_competence as held', (join) =>
      join
        .onRef('held.center_id', '=', 'need.center_id')
        .onRef('held.competence_id', '=', 'need.competence_id')
        .onRef('held.level', '>=', 'need.min_level'),
    )
    .innerJoin('competence', (join) =>
      join
        .onRef('competence.center_id', '=', 'need.center_id')
        .onRef('competence.id', '=', 'need.competence_id'),
    )
    .innerJoin(
      (from) =>
        from
          .selectFrom('queue_competence')
          .select(['queue_id', (column) => column.fn.countAll<number>().as('needs')])
          .groupBy('queue_id')
          .as('whole'),
      (join) => join.onRef('whole.queue_id', '=', 'need.queue_id'),
    )
    .select(['held.operator_id as operatorId', 'need.queue_id as queueId'])
    .select((column) => [
      column.fn.min('held.valid_until').as('validUntil'),
      sql<Text3 | null>`(array_agg(competence.name order by held.valid_until, competence.code)
        filter (where held.valid_until is not null))[1]`.as('firstToExpire'),
    ])
    .groupBy(['held.operator_id', 'need.queue_id', 'whole.needs'])
    .having((column) => column(column.fn.countAll<number>(), '=', column.ref('whole.needs')))
    .orderBy('held.operator_id')
    .orderBy('need.queue_id')
}

type Row<Query extends (...parameters: never[]) => { execute(): Promise<unknown[]> }> = Awaited<
  ReturnType<ReturnType<Query>['execute']>
>[number]

/** Every person beside the queues that they may be given. */
function withCompetence(read: {
  readonly people: readonly Row<typeof people>[]
  readonly competence: readonly Row<typeof competence>[]
  readonly openToAll: readonly Row<typeof queuesWithoutNeeds>[]
}): readonly PlanningOperator[] {
  const openToAll = read.openToAll.map(({ queueId }) => ({
    queueId,
    validUntil: null,
    firstToExpire: null,
  }))
  const held = Map.groupBy(read.competence, ({ operatorId }) => operatorId)
  return read.people.map((person) => ({
    ...person,
    hiredOn: person.hiredOn as LocalDate,
    leftOn: person.leftOn as LocalDate | null,
    competentFor: [
      ...openToAll,
      ...(held.get(person.id) ?? []).map(({ queueId, validUntil, firstToExpire }) => ({
        queueId,
        firstToExpire,
        validUntil: validUntil as LocalDate | null,
      })),
    ],
  }))
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
