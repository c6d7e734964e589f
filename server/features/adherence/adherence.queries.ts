import { sql } from 'kysely'

import { addDays, type LocalDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { readSessionSpans, type SessionSpan } from '../training/session-spans.service.ts'
import type { AdherencePolicy } from './adherence-policy.ts'
import { withoutSpans } from './cut-spans.ts'
import type { PlannedShift, PlanVersion } from './plan-in-force.ts'
import type { Span } from './span-cursor.ts'

const DAY_MS = 86_400_000

export interface StoredPolicy {
  readonly version: number
  readonly validFromMs: number
  readonly policy: AdherencePolicy
  readonly note: string
  readonly madeBy: string
  readonly madeAt: Date
}

export async function listPolicies(db: Db): Promise<readonly StoredPolicy[]> {
  const rows = await db.selectFrom('adherence_policy').selectAll().orderBy('version').execute()
  return rows.map((row) => ({
    version: row.version,
    validFromMs: row.valid_from.getTime(),
    policy: row.policy as AdherencePolicy,
    note: row.note,
    madeBy: row.made_by,
    madeAt: row.made_at,
  }))
}

export async function insertPolicy(
  db: Db,
  order: {
    readonly centerId: CenterId
    readonly policy: AdherencePolicy
    readonly validFrom: Date
    readonly note: string
    readonly madeBy: string
  },
): Promise<number> {
  const { version } = await db
    .insertInto('adherence_policy')
    .values((column) => ({
      center_id: order.centerId,
      version: column
        .selectFrom('adherence_policy')
        .select(sql<number>`coalesce(max(version), 0) + 1`.as('next')),
      valid_from: order.validFrom,
      policy: JSON.stringify(order.policy),
      note: order.note,
      made_by: order.madeBy,
    }))
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Everything that was ever published for a window, by person. */
export async function readPlanVersions(
  db: Db,
  window: Span,
  zone: string,
): Promise<ReadonlyMap<OperatorId, readonly PlanVersion[]>> {
  const schedules = await db
    .selectFrom('schedule')
    .select(['id', 'from_date', 'days', 'published_at'])
    .where('published_at', 'is not', null)
    .where('from_date', '<=', new Date(window.endMs + DAY_MS).toISOString().slice(0, 10))
    .where(sql<boolean>`from_date + days >= ${new Date(window.startMs - DAY_MS)}::date`)
    .execute()
  const shifts = await readShiftsWithBreaks(
    db,
    schedules.map(({ id }) => id),
    window,
  )
  const people = [...new Set(shifts.map(({ operatorId }) => operatorId))]
  const bySchedule = Map.groupBy(shifts, ({ scheduleId }) => scheduleId)
  return new Map(
    people.map((operatorId) => [
      operatorId,
      schedules.map((row) => ({
        publishedAtMs: row.published_at?.getTime() ?? 0,
        days: {
          startMs: startOfLocalDay(row.from_date as LocalDate, zone),
          endMs: startOfLocalDay(addDays(row.from_date as LocalDate, row.days), zone),
        },
        shifts: (bySchedule.get(row.id) ?? []).filter((shift) => shift.operatorId === operatorId),
      })),
    ]),
  )
}

interface StoredShift extends PlannedShift {
  readonly scheduleId: string
  readonly operatorId: OperatorId
}

async function readShiftsWithBreaks(
  db: Db,
  scheduleIds: readonly string[],
  window: Span,
): Promise<readonly StoredShift[]> {
  if (scheduleIds.length === 0) return []
  const shifts = await db
    .selectFrom('shift')
    .select(['id', 'schedule_id', 'operator_id', 'starts_at', 'ends_at', 'work_place'])
    .where('schedule_id', 'in', scheduleIds)
    .where('ends_at', '>', new Date(window.startMs))
    .where('starts_at', '<', new Date(window.endMs))
    .execute()
  if (shifts.length === 0) return []
  const breaks = await db
    .selectFrom('shift_break')
    .select(['shift_id', 'starts_at', 'ends_at', 'kind'])
    .where('shift_id', '=', sql<string>`any(${shifts.map(({ id }) => id)}::uuid[])`)
    .orderBy('starts_at')
    .execute()
  const byShift = Map.groupBy(breaks, ({ shift_id: shiftId }) => shiftId)
  const sessions = Map.groupBy(await readSessionSpans(db, window), ({ operatorId }) => operatorId)
  return shifts.flatMap((row) => {
    const own = byShift.get(row.id) ?? []
    const whole = {
      scheduleId: row.schedule_id,
      operatorId: row.operator_id,
      startMs: row.starts_at.getTime(),
      endMs: row.ends_at.getTime(),
      workPlace: row.work_place,
      breaks: withTraining(
        own
          .filter(({ kind }) => kind !== 'gap')
          .map((pause) => ({
            startMs: pause.starts_at.getTime(),
            endMs: pause.ends_at.getTime(),
            // Whoever judges the day need not know that a break is due to one person alone.
            activity: pause.kind === 'personal' ? 'rest' : pause.kind,
          })),
        sessions.get(row.operator_id) ?? [],
      ),
    }
    const gaps = own.filter(({ kind }) => kind === 'gap')
    return partsOf(
      whole,
      gaps.map(({ starts_at: from, ends_at: to }) => ({
        startMs: from.getTime(),
        endMs: to.getTime(),
      })),
    )
  })
}

/** The parts of a split shift are shifts of their own: nobody is expected between them. */
function partsOf(whole: StoredShift, gaps: readonly Span[]): StoredShift[] {
  return withoutSpans(whole, gaps).map(({ startMs, endMs }) => ({
    ...whole,
    startMs,
    endMs,
    breaks: whole.breaks.filter((pause) => pause.startMs >= startMs && pause.endMs <= endMs),
  }))
}

/** Sessions of training are activities of the shift that they fall into; its breaks stay breaks. */
function withTraining(
  breaks: PlannedShift['breaks'],
  sessions: readonly SessionSpan[],
): PlannedShift['breaks'] {
  if (sessions.length === 0) return breaks
  const training = sessions.flatMap((session) =>
    withoutSpans(session, breaks).map((span) => ({ ...span, activity: 'training' })),
  )
  return [...breaks, ...training].toSorted((a, b) => a.startMs - b.startMs)
}

export interface Person {
  readonly id: OperatorId
  readonly name: string
  readonly personnelNumber: string
  /** Code of their team. */
  readonly team: string | null
}

/** Everybody of the centre who had not left before a date, by name. */
export async function listPeople(db: Db, date: LocalDate): Promise<readonly Person[]> {
  const rows = await db
    .selectFrom('operator')
    .leftJoin('team', 'team.id', 'operator.team_id')
    .select(['operator.id', 'full_name', 'personnel_number', 'team.code as team'])
    .where((column) => column.or([column('left_on', 'is', null), column('left_on', '>=', date)]))
    .orderBy('full_name')
    .orderBy('operator.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.full_name,
    personnelNumber: row.personnel_number,
    team: row.team,
  }))
}
