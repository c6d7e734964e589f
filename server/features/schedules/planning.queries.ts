import { sql } from 'kysely'

import { type LocalDate, addDays, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { readWeeklyLimits } from '../operators/personal-records.service.ts'
import type {
  DemandPoint,
  PlanningContract,
  PlanningOperator,
  PlanningRows,
  PlanningRule,
} from './planning-rows.ts'

const REMEMBERED_DAYS = 14
/** The longest period that is planned at once. */
const WEEKS_MAX = 4

/** Reads everything that a schedule of the centre depends on, for a period from a Monday on. */
export async function readPlanningRows(db: Db, fromDate: LocalDate): Promise<PlanningRows> {
  const center = await db.selectFrom('center').selectAll().executeTakeFirstOrThrow()
  const fromMs = startOfLocalDay(fromDate, center.timezone)
  const queues = await db
    .selectFrom('queue')
    .select(['id', 'code', 'channel'])
    .orderBy('position')
    .execute()
  const shapes = await db.selectFrom('shift_shape').selectAll().orderBy('code').execute()
  return {
    timezone: center.timezone,
    intervalMinutes: center.interval_minutes,
    weights: center.schedule_weights as Record<string, number>,
    queues,
    shapes: shapes.map((shape) => ({
      id: shape.id,
      code: shape.code,
      spanMinutes: shape.span_minutes,
      paidMinutes: shape.paid_minutes,
      startFromMinutes: shape.start_from_minutes,
      startToMinutes: shape.start_to_minutes,
      startStepMinutes: shape.start_step_minutes,
      breaks: shape.breaks,
    })),
    contracts: await readContracts(db),
    operators: await readOperators(db, fromDate),
    absences: await readAbsences(db, fromDate),
    unavailabilities: await readUnavailabilities(db),
    preferences: await readPreferences(db),
    earlierShifts: await readEarlierShifts(
      db,
      fromMs,
      startOfLocalDay(addDays(fromDate, -REMEMBERED_DAYS), center.timezone),
    ),
    rules: await readRules(db),
    weeklyLimits: await readWeeklyLimits(db, fromDate, WEEKS_MAX),
  }
}

/**
 * The agents that a requirement asks for, shrinkage included, within `[fromMs, toMs)`. A queue comes
 * as one row of two lists: thousands of rows would keep the event loop busy with parsing them.
 */
export async function readDemand(
  db: Db,
  requirementId: string,
  span: { readonly fromMs: EpochMs; readonly toMs: EpochMs },
): Promise<readonly DemandPoint[]> {
  const rows = await db
    .selectFrom('requirement_point')
    .select([
      'queue_id',
      sql<EpochMs[]>`array_agg(date_part('epoch', starts_at) * 1000 order by starts_at)`.as(
        'starts',
      ),
      sql<number[]>`array_agg(rostered order by starts_at)`.as('rostered'),
    ])
    .where('requirement_id', '=', requirementId)
    .where('starts_at', '>=', new Date(span.fromMs))
    .where('starts_at', '<', new Date(span.toMs))
    .groupBy('queue_id')
    .execute()
  return rows.flatMap(({ queue_id: queueId, starts, rostered }) =>
    starts.map((startsAtMs, i) => ({ queueId, startsAtMs, rostered: rostered[i] ?? 0 })),
  )
}

/** The days that a requirement covers, `[fromDate, toDate)`; undefined when there is none. */
export async function readRequirementSpan(
  db: Db,
  requirementId: string,
): Promise<{ readonly fromDate: LocalDate; readonly toDate: LocalDate } | undefined> {
  const row = await db
    .selectFrom('requirement')
    .innerJoin('forecast', (join) =>
      join
        .onRef('forecast.center_id', '=', 'requirement.center_id')
        .onRef('forecast.id', '=', 'requirement.forecast_id'),
    )
    .select(['forecast.from_date', 'forecast.to_date'])
    .where('requirement.id', '=', requirementId)
    .executeTakeFirst()
  return row === undefined
    ? undefined
    : { fromDate: row.from_date as LocalDate, toDate: row.to_date as LocalDate }
}

async function readContracts(db: Db): Promise<readonly PlanningContract[]> {
  const rows = await db
    .selectFrom('contract')
    .selectAll('contract')
    .select((column) =>
      column
        .selectFrom('contract_shape')
        .innerJoin('shift_shape', (join) =>
          join
            .onRef('shift_shape.center_id', '=', 'contract_shape.center_id')
            .onRef('shift_shape.id', '=', 'contract_shape.shape_id'),
        )
        .select(sql<string[]>`array_agg(shift_shape.code order by shift_shape.code)`.as('codes'))
        .whereRef('contract_shape.contract_id', '=', 'contract.id')
        .as('shape_codes'),
    )
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    regime: row.regime,
    shapeCodes: row.shape_codes ?? [],
    dayMaxPaidMinutes: row.day_max_paid_minutes,
    weekMaxPaidMinutes: row.week_max_paid_minutes,
    weekTargetPaidMinutes: row.week_target_paid_minutes,
    minRestMinutes: row.min_rest_minutes,
    weeklyRestMinutes: row.weekly_rest_minutes,
    maxConsecutiveDays: row.max_consecutive_days,
    maxConsecutiveNights: row.max_consecutive_nights,
    costPerHour: row.cost_per_hour,
    overtimeMultiplier: row.overtime_multiplier,
  }))
}

/** People who take contacts, under the contract of the period's first day. */
async function readOperators(db: Db, fromDate: LocalDate): Promise<readonly PlanningOperator[]> {
  const people = await db
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
    .select([
      'operator.id',
      'operator.personnel_number',
      'operator.full_name',
      'operator.night_ban',
      'operator.hired_on',
      'operator.left_on',
      'contract.code as contract_code',
      'site.name as site_name',
    ])
    .where('operator.takes_contacts', '=', true)
    .orderBy('personnel_number')
    .execute()
  const competent = Map.groupBy(await readCompetence(db), (one) => one.operator_id)
  const openToAll = await readQueuesWithoutNeeds(db)
  return people.map((row) => ({
    id: row.id,
    personnelNumber: row.personnel_number,
    fullName: row.full_name,
    contractCode: row.contract_code,
    site: row.site_name,
    nightBan: row.night_ban,
    hiredOn: row.hired_on as LocalDate,
    leftOn: row.left_on as LocalDate | null,
    competentFor: [
      ...openToAll.map(({ id }) => ({ queueId: id, validUntil: null })),
      ...(competent.get(row.id) ?? []).map((one) => ({
        queueId: one.queue_id,
        validUntil: one.valid_until as LocalDate | null,
      })),
    ],
  }))
}

/** The id of the contract in force for the operator of the query on a day. */
function contractOn(date: LocalDate) {
  return sql<string>`coalesce(
    (select later.contract_id from operator_contract as later
      where later.center_id = operator.center_id and later.operator_id = operator.id
        and later.from_date <= ${date}
      order by later.from_date desc limit 1),
    operator.contract_id)`
}

/** A queue that asks for nothing may be given to anybody. */
async function readQueuesWithoutNeeds(db: Db) {
  return db
    .selectFrom('queue')
    .select('id')
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
    .execute()
}

/** Who holds everything that a queue asks for, and until when: п. 18 of the order, as one query. */
async function readCompetence(db: Db) {
  return db
    .selectFrom('queue_competence as need')
    .innerJoin('operator_competence as held', (join) =>
      join
        .onRef('held.center_id', '=', 'need.center_id')
        .onRef('held.competence_id', '=', 'need.competence_id')
        .onRef('held.level', '>=', 'need.min_level'),
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
    .select(['held.operator_id', 'need.queue_id'])
    .select((column) => column.fn.min('held.valid_until').as('valid_until'))
    .groupBy(['held.operator_id', 'need.queue_id', 'whole.needs'])
    .having((column) => column(column.fn.countAll<number>(), '=', column.ref('whole.needs')))
    .execute()
}

async function readAbsences(db: Db, fromDate: LocalDate): Promise<PlanningRows['absences']> {
  const rows = await db
    .selectFrom('absence')
    .select(['operator_id', 'kind', 'from_date', 'to_date'])
    .where('to_date', '>=', fromDate)
    .execute()
  return rows.map((row) => ({
    operatorId: row.operator_id,
    kind: row.kind,
    fromDate: row.from_date as LocalDate,
    toDate: row.to_date as LocalDate,
  }))
}

async function readUnavailabilities(db: Db): Promise<PlanningRows['unavailabilities']> {
  const rows = await db.selectFrom('unavailability').selectAll().execute()
  return rows.map((row) => ({
    operatorId: row.operator_id,
    weekday: row.weekday,
    fromMinutes: row.from_minutes,
    toMinutes: row.to_minutes,
  }))
}

async function readPreferences(db: Db): Promise<PlanningRows['preferences']> {
  const rows = await db.selectFrom('preference').selectAll().execute()
  return rows.map((row) => ({
    operatorId: row.operator_id,
    kind: row.kind,
    weekday: row.weekday,
    fromMinutes: row.from_minutes,
    toMinutes: row.to_minutes,
    weight: row.weight,
  }))
}

async function readEarlierShifts(
  db: Db,
  fromMs: EpochMs,
  sinceMs: EpochMs,
): Promise<PlanningRows['earlierShifts']> {
  const rows = await db
    .selectFrom('shift')
    .innerJoin('schedule', (join) =>
      join
        .onRef('schedule.center_id', '=', 'shift.center_id')
        .onRef('schedule.id', '=', 'shift.schedule_id'),
    )
    .select(['shift.operator_id', 'shift.starts_at', 'shift.ends_at'])
    .where('schedule.status', '=', 'published')
    .where('shift.starts_at', '<', new Date(fromMs))
    .where('shift.ends_at', '>=', new Date(sinceMs))
    .execute()
  return rows.map((row) => ({
    operatorId: row.operator_id,
    startsAtMs: row.starts_at.getTime() as EpochMs,
    endsAtMs: row.ends_at.getTime() as EpochMs,
  }))
}

async function readRules(db: Db): Promise<readonly PlanningRule[]> {
  const rows = await db.selectFrom('labour_rule').selectAll().orderBy('code').execute()
  return rows.map((row) => ({
    code: row.code,
    article: row.article,
    isHouseRule: row.is_house_rule,
    hard: row.hard,
    parameters: row.parameters as Record<string, number>,
  }))
}
