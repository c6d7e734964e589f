import { randomUUID } from 'node:crypto'

import type { CenterId, OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { HolidayTable } from '../../fixtures/calendar/kz-holidays.ts'
import type { LabourRuleSet } from '../../fixtures/rules/kz-labour-rules.ts'
import type { SampleOperator } from '../../fixtures/sample/operators.ts'
import type { SampleQueue } from '../../fixtures/sample/queues.ts'
import type { SampleCentre } from '../../fixtures/sample/sample-centre.ts'

/** Ids by the codes that the sample uses. */
export interface SampleIds {
  readonly queues: ReadonlyMap<string, QueueId>
}

/** Writes a sample centre's settings, people and calendar; its history is a layer of its own. */
export async function insertSampleCentre(
  db: Db,
  centerId: CenterId,
  sample: SampleCentre,
): Promise<SampleIds> {
  const sites = await insertSites(db, centerId, sample)
  const competences = await insertCompetences(db, centerId, sample)
  const queues = await insertQueues(db, centerId, sample.queues, competences)
  const contracts = await insertContracts(db, centerId, sample)
  const operators = new Map(
    sample.operators.map((one) => [one.personnelNumber, randomUUID() as string as OperatorId]),
  )
  await db
    .insertInto('operator')
    .values(
      sample.operators.map((one) => ({
        center_id: centerId,
        id: known(operators, one.personnelNumber),
        personnel_number: one.personnelNumber,
        full_name: one.fullName,
        site_id: known(sites, one.site),
        contract_id: known(contracts, one.contract),
        night_ban: one.nightBan,
        hired_on: one.hiredOn,
        left_on: null,
      })),
    )
    .execute()
  await insertPersonalRows(db, centerId, { sample, operators, competences })
  await insertEvents(db, centerId, sample, queues)
  return { queues }
}

/** The country's holidays and the rules of labour law, as the centre starts with them. */
export async function insertLaw(
  db: Db,
  centerId: CenterId,
  law: { readonly holidays: HolidayTable; readonly rules: LabourRuleSet },
): Promise<void> {
  await db
    .insertInto('holiday')
    .values(
      law.holidays.days.map((day) => ({
        center_id: centerId,
        date: day.date as string,
        kind: day.kind,
        key: day.key,
        name: JSON.stringify(day.names),
        five_day_week: day.fiveDayWeek,
        six_day_week: day.sixDayWeek,
        source: day.source,
      })),
    )
    .execute()
  await db
    .insertInto('labour_rule')
    .values(
      law.rules.rules.map((rule) => ({
        center_id: centerId,
        code: rule.key,
        value: rule.value,
        article: rule.article ?? '',
        is_house_rule: rule.article === null,
        hard: rule.machine?.hard ?? false,
        parameters: JSON.stringify(rule.machine?.parameters ?? {}),
        exceptions: rule.exceptions ?? '',
        valid_from: rule.machine?.validFrom ?? null,
        valid_to: null,
      })),
    )
    .execute()
}

async function insertSites(
  db: Db,
  centerId: CenterId,
  sample: SampleCentre,
): Promise<Map<string, string>> {
  const ids = new Map(sample.sites.map(({ code }) => [code as string, randomUUID() as string]))
  await db
    .insertInto('site')
    .values(
      sample.sites.map(({ code, names, workplaces }) => ({
        center_id: centerId,
        id: known(ids, code),
        code,
        name: JSON.stringify(names),
        workplaces,
      })),
    )
    .execute()
  return ids
}

async function insertCompetences(
  db: Db,
  centerId: CenterId,
  sample: SampleCentre,
): Promise<Map<string, string>> {
  const ids = new Map(
    sample.competences.map(({ code }) => [code as string, randomUUID() as string]),
  )
  await db
    .insertInto('competence')
    .values(
      sample.competences.map(({ code, kind, paragraph, names }) => ({
        center_id: centerId,
        id: known(ids, code),
        code,
        kind,
        paragraph,
        name: JSON.stringify(names),
      })),
    )
    .execute()
  return ids
}

async function insertQueues(
  db: Db,
  centerId: CenterId,
  queues: readonly SampleQueue[],
  competences: ReadonlyMap<string, string>,
): Promise<Map<string, QueueId>> {
  const ids = new Map(queues.map(({ code }) => [code as string, randomUUID() as string as QueueId]))
  await db
    .insertInto('queue')
    .values(
      queues.map((queue, position) => queueRow(queue, centerId, known(ids, queue.code), position)),
    )
    .execute()
  await db
    .insertInto('queue_competence')
    .values(
      queues.flatMap(({ code, requirements }) =>
        requirements.map(({ competence, minLevel }) => ({
          center_id: centerId,
          queue_id: known(ids, code),
          competence_id: known(competences, competence),
          min_level: minLevel,
        })),
      ),
    )
    .execute()
  return ids
}

function queueRow(queue: SampleQueue, centerId: CenterId, id: QueueId, position: number) {
  const hours = queue.openingHours.map((day) =>
    day.map(([openMinute, closeMinute]) => ({
      fromMinutes: openMinute,
      toMinutes: closeMinute,
    })),
  )
  return {
    center_id: centerId,
    id,
    code: queue.code,
    name: JSON.stringify(queue.names),
    channel: queue.channel,
    language: queue.language,
    opening_hours: JSON.stringify(hours),
    asa_target_seconds: queue.targets.asaSeconds,
    service_level_share: queue.targets.serviceLevel?.share ?? null,
    service_level_seconds: queue.targets.serviceLevel?.withinSeconds ?? null,
    abandon_share_target: queue.targets.abandonShare,
    max_occupancy: queue.targets.maxOccupancy,
    patience_seconds: queue.patienceSeconds,
    concurrency: queue.concurrency,
    deadline_seconds: queue.deadlineSeconds,
    shrinkage_planned: queue.plannedShrinkage,
    shrinkage_unplanned: queue.unplannedShrinkage,
    position,
  }
}

async function insertContracts(
  db: Db,
  centerId: CenterId,
  sample: SampleCentre,
): Promise<Map<string, string>> {
  const shapes = new Map(sample.shapes.map(({ code }) => [code, randomUUID() as string]))
  const ids = new Map(sample.contracts.map(({ code }) => [code, randomUUID() as string]))
  await db
    .insertInto('shift_shape')
    .values(
      sample.shapes.map((shape) => ({
        center_id: centerId,
        id: known(shapes, shape.code),
        code: shape.code,
        span_minutes: shape.spanMin,
        paid_minutes: shape.paidMin,
        start_from_minutes: shape.startFromMin,
        start_to_minutes: shape.startToMin,
        start_step_minutes: shape.startStepMin,
        breaks: JSON.stringify(
          shape.breaks.map(({ kind, lenMin, paid, fromMin, toMin }) => ({
            kind,
            lengthMinutes: lenMin,
            paid,
            fromMinutes: fromMin,
            toMinutes: toMin,
          })),
        ),
      })),
    )
    .execute()
  await db
    .insertInto('contract')
    .values(
      sample.contracts.map((contract) => ({
        center_id: centerId,
        id: known(ids, contract.code),
        code: contract.code,
        name: JSON.stringify(contract.names),
        regime: contract.regime,
        day_max_paid_minutes: contract.dayMaxPaidMin,
        week_max_paid_minutes: contract.weekMaxPaidMin,
        week_target_paid_minutes: contract.periodTargetPaidMin,
        min_rest_minutes: contract.minRestMin,
        weekly_rest_minutes: contract.weeklyRestMin,
        max_consecutive_days: contract.maxConsecDays,
        max_consecutive_nights: contract.maxConsecNights,
        cost_per_hour: contract.costPerHour,
        overtime_multiplier: contract.otMult,
      })),
    )
    .execute()
  await db
    .insertInto('contract_shape')
    .values(
      sample.contracts.flatMap((contract) =>
        contract.shapes.map((shape) => ({
          center_id: centerId,
          contract_id: known(ids, contract.code),
          shape_id: known(shapes, shape),
        })),
      ),
    )
    .execute()
  return ids
}

async function insertPersonalRows(
  db: Db,
  centerId: CenterId,
  parts: {
    readonly sample: SampleCentre
    readonly operators: ReadonlyMap<string, OperatorId>
    readonly competences: ReadonlyMap<string, string>
  },
): Promise<void> {
  const { sample, operators, competences } = parts
  const each = <Row>(rowsOf: (one: SampleOperator, id: OperatorId) => Row[]): Row[] =>
    sample.operators.flatMap((one) => rowsOf(one, known(operators, one.personnelNumber)))
  const common = (id: OperatorId) => ({ center_id: centerId, operator_id: id })
  await db
    .insertInto('operator_competence')
    .values(
      each((one, id) =>
        one.levels.map((level) => ({
          ...common(id),
          competence_id: known(competences, level.competence),
          level: level.level,
          assessed_on: level.assessedOn as string,
          valid_until: level.validUntil as string | null,
        })),
      ),
    )
    .execute()
  const unavailable = each((one, id) =>
    one.unavailability.map(({ weekday, fromMinute, toMinute }) => ({
      ...common(id),
      weekday,
      from_minutes: fromMinute,
      to_minutes: toMinute,
    })),
  )
  if (unavailable.length > 0) await db.insertInto('unavailability').values(unavailable).execute()
  const wishes = each((one, id) => preferenceRows(one, common(id)))
  if (wishes.length > 0) await db.insertInto('preference').values(wishes).execute()
  const absences = sample.absences.map(({ personnelNumber, kind, fromDate, toDate }) => ({
    ...common(known(operators, personnelNumber)),
    kind,
    from_date: fromDate as string,
    to_date: toDate as string,
  }))
  if (absences.length > 0) await db.insertInto('absence').values(absences).execute()
}

function preferenceRows(
  { preferences }: SampleOperator,
  common: { readonly center_id: CenterId; readonly operator_id: OperatorId },
) {
  const daysOff = preferences.daysOff.map(({ weekday, weight }) => ({
    ...common,
    kind: 'day_off' as const,
    weekday: weekday as number | null,
    from_minutes: null as number | null,
    to_minutes: null as number | null,
    weight,
  }))
  const { start } = preferences
  if (start === null) return daysOff
  const { fromMinute, toMinute, weight } = start
  const wish = { weekday: null, from_minutes: fromMinute, to_minutes: toMinute, weight }
  return [...daysOff, { ...common, kind: 'start' as const, ...wish }]
}

async function insertEvents(
  db: Db,
  centerId: CenterId,
  { events }: SampleCentre,
  queues: ReadonlyMap<string, QueueId>,
): Promise<void> {
  const rows = events.flatMap(({ kind, names, startMs, endMs, effects }) =>
    Object.keys(effects).map((queue) => ({
      center_id: centerId,
      kind,
      name: JSON.stringify(names),
      starts_at: new Date(startMs),
      ends_at: new Date(endMs),
      queue_id: known(queues, queue),
    })),
  )
  if (rows.length > 0) await db.insertInto('special_event').values(rows).execute()
}

function known<Value>(ids: ReadonlyMap<string, Value>, code: string): Value {
  const id = ids.get(code)
  if (id === undefined) throw new RangeError(`the sample names ${code}, which it does not have`)
  return id
}
