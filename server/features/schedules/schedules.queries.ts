import { type Selectable, sql } from 'kysely'

import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { DemandStep } from '#forecasting/scheduling/instance.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { insertDemandSteps } from './problem/demand-steps.queries.ts'
import { remembering } from './remembering.ts'
import type { Shift } from './schedules.schema.ts'

export type ScheduleRow = Selectable<Database['schedule']>

export interface NewShift {
  readonly operatorId: OperatorId
  readonly shapeId: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly locked: boolean
  readonly origin: 'engine' | 'manual'
  /** Null: by the record of remote work. */
  readonly workPlace: Shift['workPlace']
  readonly breaks: readonly {
    readonly startsAt: Date
    readonly endsAt: Date
    readonly kind: 'meal' | 'rest' | 'personal' | 'gap'
    readonly paid: boolean
  }[]
}

export async function listSchedules(db: Db): Promise<readonly ScheduleRow[]> {
  return db.selectFrom('schedule').selectAll().orderBy('version', 'desc').limit(50).execute()
}

export async function findSchedule(db: Db, id: string): Promise<ScheduleRow | undefined> {
  return db.selectFrom('schedule').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Stores a schedule as the centre's next version, with all its shifts and what it was made for. */
export async function insertSchedule(
  db: Db,
  schedule: {
    readonly centerId: CenterId
    readonly requirementId: string
    readonly fromDate: string
    readonly days: number
    readonly seed: number
    readonly engineVersion: string
    readonly dataHash: string
    readonly settings: object
    readonly summary: object
    readonly madeBy: string
  },
  shifts: readonly NewShift[],
  demandSteps: readonly DemandStep[] = [],
): Promise<ScheduleRow> {
  const row = await db
    .insertInto('schedule')
    .values((column) => ({
      center_id: schedule.centerId,
      version: column
        .selectFrom('schedule')
        .select(sql<number>`coalesce(max(version), 0) + 1`.as('next')),
      requirement_id: schedule.requirementId,
      from_date: schedule.fromDate,
      days: schedule.days,
      status: 'draft' as const,
      engine_version: schedule.engineVersion,
      data_hash: schedule.dataHash,
      seed: schedule.seed,
      settings: JSON.stringify(schedule.settings),
      summary: JSON.stringify(schedule.summary),
      made_by: schedule.madeBy,
    }))
    .returningAll()
    .executeTakeFirstOrThrow()
  if (shifts.length > 0) await insertShifts(db, row, shifts)
  await insertDemandSteps(db, { centerId: row.center_id, scheduleId: row.id }, demandSteps)
  return row
}

const ROWS_PER_STATEMENT = 1000

/** Adds shifts with their breaks. */
export async function insertShifts(
  db: Db,
  schedule: Pick<ScheduleRow, 'center_id' | 'id'>,
  shifts: readonly NewShift[],
): Promise<void> {
  for (let from = 0; from < shifts.length; from += ROWS_PER_STATEMENT) {
    const part = shifts.slice(from, from + ROWS_PER_STATEMENT)
    const ids = await db
      .insertInto('shift')
      .values(
        part.map((shift) => ({
          center_id: schedule.center_id,
          schedule_id: schedule.id,
          operator_id: shift.operatorId,
          shape_id: shift.shapeId,
          starts_at: shift.startsAt,
          ends_at: shift.endsAt,
          locked: shift.locked,
          origin: shift.origin,
          work_place: shift.workPlace,
        })),
      )
      .returning(['id', 'operator_id', 'starts_at'])
      .execute()
    const idOf = new Map(
      ids.map((row) => [`${row.operator_id} ${row.starts_at.getTime()}`, row.id]),
    )
    const breaks = part.flatMap((shift) =>
      shift.breaks.map((pause) => ({
        center_id: schedule.center_id,
        shift_id: idOf.get(`${shift.operatorId} ${shift.startsAt.getTime()}`) ?? '',
        starts_at: pause.startsAt,
        ends_at: pause.endsAt,
        kind: pause.kind,
        paid: pause.paid,
      })),
    )
    if (breaks.length > 0) await db.insertInto('shift_break').values(breaks).execute()
  }
}

/**
 * A schedule's shifts by their start, each with its breaks; of everybody or of one person. They come as one value of the database:
 * on the embedded one a thousand rows cost more time in parsing than in reading.
 */
export async function readShifts(
  db: Db,
  scheduleId: string,
  { operatorId }: { readonly operatorId?: OperatorId } = {},
): Promise<readonly Shift[]> {
  const { list } = await db
    .selectFrom('shift')
    .$if(operatorId !== undefined, (query) =>
      query.where('shift.operator_id', '=', operatorId as OperatorId),
    )
    .innerJoin('shift_shape', (join) =>
      join
        .onRef('shift_shape.center_id', '=', 'shift.center_id')
        .onRef('shift_shape.id', '=', 'shift.shape_id'),
    )
    .select((column) => {
      const breaks = column
        .selectFrom('shift_break as pause')
        .select(
          sql<PauseValues[]>`json_agg(json_build_array(
            ${epochMs('pause.starts_at')}, ${epochMs('pause.ends_at')}, pause.kind, pause.paid)
            order by pause.starts_at)`.as('list'),
        )
        .whereRef('pause.center_id', '=', 'shift.center_id')
        .whereRef('pause.shift_id', '=', 'shift.id')
      return sql<ShiftValues[] | null>`json_agg(json_build_array(
        shift.id, shift.operator_id, shift_shape.code, ${epochMs('shift.starts_at')},
        ${epochMs('shift.ends_at')}, shift.locked, shift.origin, shift.work_place, (${breaks}))
        order by shift.starts_at)`.as('list')
    })
    .where('shift.schedule_id', '=', scheduleId)
    .executeTakeFirstOrThrow()
  const at = remembering((ms: number) => new Date(ms).toISOString())
  return (list ?? []).map((values) => presentShift(values, at))
}

type ShiftValues = readonly [
  id: string,
  operatorId: OperatorId,
  shape: string,
  startsMs: number,
  endsMs: number,
  locked: boolean,
  origin: Shift['origin'],
  workPlace: Shift['workPlace'],
  breaks: readonly PauseValues[] | null,
]

type PauseValues = readonly [
  startsMs: number,
  endsMs: number,
  kind: Shift['breaks'][number]['kind'],
  paid: boolean,
]

function epochMs(column: string) {
  return sql<number>`date_part('epoch', ${sql.ref(column)}) * 1000`
}

function presentShift(values: ShiftValues, at: (ms: number) => string): Shift {
  const [id, operatorId, shape, startsMs, endsMs, locked, origin, workPlace, breaks] = values
  return {
    id,
    operatorId,
    shape,
    startsAt: at(startsMs),
    endsAt: at(endsMs),
    locked,
    origin,
    workPlace,
    breaks: (breaks ?? []).map(([from, to, kind, paid]) => ({
      startsAt: at(from),
      endsAt: at(to),
      kind,
      paid,
    })),
  }
}

/** Moves a shift and its breaks together by a number of milliseconds. */
export async function moveShift(db: Db, shiftId: string, byMs: number): Promise<void> {
  const span = sql<Date>`make_interval(secs => ${byMs / 1000})`
  await db
    .updateTable('shift')
    .set({
      starts_at: sql<Date>`starts_at + ${span}`,
      ends_at: sql<Date>`ends_at + ${span}`,
      origin: 'manual',
    })
    .where('id', '=', shiftId)
    .execute()
  const breaks = await db
    .deleteFrom('shift_break')
    .where('shift_id', '=', shiftId)
    .returningAll()
    .execute()
  if (breaks.length === 0) return
  await db
    .insertInto('shift_break')
    .values(
      breaks.map((pause) => ({
        ...pause,
        starts_at: new Date(pause.starts_at.getTime() + byMs),
        ends_at: new Date(pause.ends_at.getTime() + byMs),
      })),
    )
    .execute()
}

/** Gives a shift another shape: its end, and new breaks. */
export async function reshapeShift(
  db: Db,
  schedule: Pick<ScheduleRow, 'center_id'>,
  shiftId: string,
  to: Pick<NewShift, 'shapeId' | 'endsAt' | 'breaks'>,
): Promise<void> {
  await db
    .updateTable('shift')
    .set({ shape_id: to.shapeId, ends_at: to.endsAt, origin: 'manual' })
    .where('id', '=', shiftId)
    .execute()
  await db.deleteFrom('shift_break').where('shift_id', '=', shiftId).execute()
  if (to.breaks.length === 0) return
  await db
    .insertInto('shift_break')
    .values(
      to.breaks.map((pause) => ({
        center_id: schedule.center_id,
        shift_id: shiftId,
        starts_at: pause.startsAt,
        ends_at: pause.endsAt,
        kind: pause.kind,
        paid: pause.paid,
      })),
    )
    .execute()
}

export async function setLocked(db: Db, shiftId: string, locked: boolean): Promise<void> {
  await db.updateTable('shift').set({ locked }).where('id', '=', shiftId).execute()
}

export async function deleteShift(db: Db, shiftId: string): Promise<void> {
  await db.deleteFrom('shift').where('id', '=', shiftId).execute()
}

/** Removes a schedule with its shifts. */
export async function deleteSchedule(db: Db, id: string): Promise<void> {
  await db.deleteFrom('schedule').where('id', '=', id).execute()
}

/** Holds a draft against another requirement. */
export async function setRequirement(db: Db, id: string, requirementId: string): Promise<void> {
  await db
    .updateTable('schedule')
    .set({ requirement_id: requirementId })
    .where('id', '=', id)
    .execute()
}

/**
 * Counts one more change of a draft.
 *
 * @returns false when somebody else changed it first, or it is published
 */
export async function advanceRevision(db: Db, id: string, revision: number): Promise<boolean> {
  const result = await db
    .updateTable('schedule')
    .set({ revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('status', '=', 'draft')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Adds to how a version was made: what was overridden, or under which exceptions people are on shift. */
export async function addToSettings(db: Db, id: string, part: object): Promise<void> {
  await db
    .updateTable('schedule')
    .set({ settings: sql<string>`settings || ${JSON.stringify(part)}::jsonb` })
    .where('id', '=', id)
    .execute()
}

/** Publishes a draft; what was published for days within it is superseded. */
export async function publishSchedule(
  db: Db,
  schedule: ScheduleRow,
  by: string,
): Promise<ScheduleRow> {
  await db
    .updateTable('schedule')
    .set({ status: 'superseded' })
    .where('from_date', '>=', schedule.from_date)
    .where(
      sql<boolean>`from_date + days <= ${schedule.from_date}::date + ${schedule.days}::integer`,
    )
    .where('status', '=', 'published')
    .execute()
  return db
    .updateTable('schedule')
    .set({ status: 'published', published_by: by, published_at: new Date() })
    .where('id', '=', schedule.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
