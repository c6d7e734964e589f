import { type LocalDate, addDays } from '#forecasting/kernel/calendar.ts'
import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { violationsOf } from './breaches/check-publishable.ts'
import { traineesWithoutShifts } from './breaches/trainee-notes.ts'
import { loadSchedule, type LoadedSchedule } from './load-schedule.ts'
import { accountMinutes, countedShifts } from './problem/account-figures.ts'
import type { PlanningPeriod } from './problem/build-instance.ts'
import { contractName, contractSpans } from './problem/contract-at.ts'
import { coverageFigures } from './problem/coverage-figures.ts'
import { barredSpansOf, competentQueues, employed, leaveDaysOf } from './problem/days-at-work.ts'
import { jointContract } from './problem/joint-contract.ts'
import { readPeople } from './problem/people.queries.ts'
import { toPlan } from './problem/plan-schedule.ts'
import type { PlanningOperator } from './problem/planning-rows.ts'
import { leavesSpareHours } from './problem/spare-hours.ts'
import { remoteDaysOf } from './problem/work-place.ts'
import { workingTerms } from './problem/working-terms.ts'
import { findPublished } from './publishing/published.queries.ts'
import { presentChange } from './publishing/version-change.ts'
import { findSchedule, type ScheduleRow } from './schedules.queries.ts'
import type { MeasuredWait, Schedule, ScheduleGrid } from './schedules.schema.ts'

/**
 * A schedule that must be there.
 *
 * @throws {ProblemError} `schedule-unknown`
 */
export async function requireSchedule(db: Db, id: string): Promise<ScheduleRow> {
  const row = await findSchedule(db, id)
  if (row === undefined) throw new ProblemError('schedule-unknown')
  return row
}

/** People who take contacts, by the queues that they may be given through a week. */
export interface CompetenceGroup {
  readonly queueIds: readonly QueueId[]
  readonly people: number
}

/** The combinations of competences that a centre's people have in the week from a Monday on. */
export async function readCompetenceGroups(
  db: Db,
  fromDate: LocalDate,
): Promise<readonly CompetenceGroup[]> {
  const rows = await readPeople(db, fromDate)
  const period = { fromDate, days: 7 }
  const order = new Map(rows.queues.map(({ id }, position) => [id, position]))
  const sets = employed(rows, period).map((one) =>
    competentQueues(one, period)
      .map(({ queueId }) => queueId)
      .toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
  )
  return [...Map.groupBy(sets, (set) => set.join(' '))].flatMap(([, same]) => {
    const [queueIds = []] = same
    return queueIds.length === 0 ? [] : [{ queueIds, people: same.length }]
  })
}

/** Whether shifts are others than those that were generated. */
function isChanged(row: ScheduleRow): boolean {
  return row.revision > 1 || presentChange(row).changedFrom !== null
}

export function presentSchedule(row: ScheduleRow): Schedule {
  const { wait, ...summary } = row.summary as Record<string, unknown>
  return {
    id: row.id,
    version: row.version,
    revision: row.revision,
    requirementId: row.requirement_id,
    fromDate: row.from_date,
    days: row.days,
    status: row.status,
    seed: row.seed,
    engineVersion: row.engine_version,
    summary: summary as Schedule['summary'],
    wait: wait === undefined ? null : { ...(wait as MeasuredWait), isOutdated: isChanged(row) },
    leaveSpareHours: leavesSpareHours(row),
    ...presentChange(row),
    madeBy: row.made_by,
    madeAt: row.made_at.toISOString(),
    publishedBy: row.published_by,
    publishedAt: row.published_at?.toISOString() ?? null,
  }
}

/** Everything that the page draws of one schedule. */
export async function readGrid(
  db: Db,
  scheduleId: string,
  language: Language,
): Promise<ScheduleGrid> {
  const loaded = await loadSchedule(db, scheduleId)
  const { row, rows, shifts } = loaded
  const plan = toPlan(loaded)
  return {
    schedule: presentSchedule(row),
    timezone: rows.timezone,
    operators: operatorsOf(loaded),
    shapes: rows.shapes.map((shape) => ({
      code: shape.code,
      spanMinutes: shape.spanMinutes,
      paidMinutes: shape.paidMinutes,
      startFromMinutes: shape.startFromMinutes,
      startToMinutes: shape.startToMinutes,
      startStepMinutes: shape.startStepMinutes,
    })),
    shifts: [...shifts],
    coverage: coverageFigures(loaded, plan),
    violations: [
      ...violationsOf(loaded, language, plan),
      ...traineesWithoutShifts(loaded, language),
    ],
  }
}

function operatorsOf({
  rows,
  period,
  instance,
  shifts,
  sessions,
}: LoadedSchedule): ScheduleGrid['operators'] {
  const paid = new Map(rows.shapes.map((shape) => [shape.code, shape.paidMinutes]))
  const solved = new Map(instance.operators.map((one) => [one.id, one]))
  const shiftsOf = Map.groupBy(shifts, ({ operatorId }) => operatorId)
  const absencesOf = Map.groupBy(rows.absences, ({ operatorId }) => operatorId)
  const sessionsOf = Map.groupBy(sessions, ({ operatorId }) => operatorId)
  return employed(rows, period).map((one) => {
    const contracts = contractSpans(one, rows, period)
    return {
      id: one.id,
      personnelNumber: one.personnelNumber,
      name: one.fullName,
      contract: contractName(contracts),
      site: one.site,
      team: one.team,
      queues: competentQueues(one, period).map(({ queueId }) => queueId),
      paidMinutes: (shiftsOf.get(one.id) ?? []).reduce(
        (sum, { shape }) => sum + (paid.get(shape) ?? 0),
        0,
      ),
      targetMinutes: solved.get(one.personnelNumber)?.periodTargetPaidMin ?? 0,
      accounts: workingTerms(one, rows, period).accounts.map((account) => ({
        fromDate: account.fromDate,
        toDate: account.toDate,
        normMinutes: account.normMinutes,
        plannedMinutes: accountMinutes(
          account,
          countedShifts(shiftsOf.get(one.id) ?? [], account, { rows, period }),
        ),
      })),
      shapes: jointContract(contracts).shapeCodes.slice(),
      absences: [
        ...(absencesOf.get(one.id) ?? []).map(({ kind, fromDate, toDate }) => ({
          kind,
          fromDate,
          toDate,
        })),
        ...barredSpansOf(one, period),
        ...notAdmitted(one, solved.get(one.personnelNumber), period),
      ],
      training: (sessionsOf.get(one.id) ?? []).map(({ startMs, endMs, course }) => ({
        startsAt: new Date(startMs).toISOString(),
        endsAt: new Date(endMs).toISOString(),
        course,
      })),
      remoteDays: remoteDaysOf(one.id, rows, period),
      leave: leaveDaysOf(one, rows, period).map((day) => addDays(period.fromDate, day)),
    }
  })
}

/** The whole period for somebody who is competent for no queue, and learns beside nobody (п. 18). */
function notAdmitted(
  person: PlanningOperator,
  planned: { readonly periodTargetPaidMin?: number | undefined } | undefined,
  period: PlanningPeriod,
): { readonly kind: 'not_admitted'; readonly fromDate: LocalDate; readonly toDate: LocalDate }[] {
  const learns = (planned?.periodTargetPaidMin ?? 0) > 0
  if (learns || competentQueues(person, period).length > 0) return []
  const { fromDate, days } = period
  return [{ kind: 'not_admitted', fromDate, toDate: addDays(fromDate, days - 1) }]
}

/** A schedule in force, for `days` from `fromDate`. */
export interface PublishedSchedule {
  readonly id: string
  readonly revision: number
  readonly requirementId: string
  readonly fromDate: LocalDate
  readonly days: number
}

/** The published schedule that a date lies in, with the versions that it was made from. */
export async function readPublishedOn(
  db: Db,
  date: LocalDate,
): Promise<PublishedSchedule | undefined> {
  const [row] = await findPublished(db, { fromDate: date, toDate: date })
  if (row === undefined) return undefined
  const { id, revision, requirement_id: requirementId, from_date: from, days } = row
  return { id, revision, requirementId, fromDate: from as LocalDate, days }
}

/** A queue that somebody may be given, and the last day on which; null where nothing of it expires. */
export interface QueueHeld {
  readonly code: string
  readonly validUntil: LocalDate | null
}

/** The queues whose contacts everybody may take now or could once, by person (п. 18). */
export async function readQueuesHeld(
  db: Db,
  date: LocalDate,
): Promise<ReadonlyMap<OperatorId, readonly QueueHeld[]>> {
  const { operators, queues } = await readPeople(db, date)
  const codes = new Map(queues.map(({ id, code }) => [id, code]))
  return new Map(
    operators.map(({ id, competentFor }) => [
      id,
      competentFor.flatMap(({ queueId, validUntil }) => {
        const code = codes.get(queueId)
        return code === undefined ? [] : [{ code, validUntil }]
      }),
    ]),
  )
}

/** The queues whose contacts everybody may take on a date, by person. */
export async function readSkills(
  db: Db,
  date: LocalDate,
): Promise<ReadonlyMap<OperatorId, readonly QueueId[]>> {
  const { operators } = await readPeople(db, date)
  const period = { fromDate: date, days: 1 }
  return new Map(
    operators.map((operator) => [
      operator.id,
      competentQueues(operator, period).map(({ queueId }) => queueId),
    ]),
  )
}
