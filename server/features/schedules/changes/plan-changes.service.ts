import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { recordAbsence, withdrawAbsence } from '../../operators/absences.service.ts'
import type { PlanningPeriod } from '../problem/build-instance.ts'
import { dropDemandSteps, readDemandSteps } from '../problem/demand-steps.queries.ts'
import { readRequirementSpan } from '../problem/demand.queries.ts'
import type { PlanningRows } from '../problem/planning-rows.ts'
import { readPlanningRows } from '../problem/planning.queries.ts'
import { changedSettings, type VersionChange } from '../publishing/version-change.ts'
import {
  advanceRevision,
  deleteSchedule,
  deleteShift,
  findSchedule,
  insertSchedule,
  insertShifts,
  moveShift,
  type NewShift,
  readShifts,
  reshapeShift,
  type ScheduleRow,
  setRequirement,
} from '../schedules.queries.ts'
import type { Shift } from '../schedules.schema.ts'
import type { PlanChanges, ShiftReplacement } from './plan-proposal.schema.ts'
import { shaped } from './wished-shift.ts'
import { setWorkPlace } from './work-place.queries.ts'

/** Why a new version is another than the one before. */
export type ChangeNote = Omit<VersionChange, 'changedFrom'>

interface Changed {
  /** The schedule that holds the changes: the draft itself, or the new version of a published one. */
  readonly scheduleId: string
  readonly absenceId: string | null
}

/**
 * Keeps many changes as one. A draft is changed in place and counts one revision; of a published
 * schedule, which binds people, a new draft version is made that waits to be published.
 *
 * @throws {ProblemError} `schedule-unknown`, `schedule-superseded`, `changed-meanwhile`,
 *   `shift-unknown`, `record-unknown` for a person, a shape or an absence that the centre does not
 *   have, `requirement-unknown`, `absence-dates-turned`
 */
export async function changePlan(
  db: Db,
  scheduleId: string,
  wish: PlanChanges,
  { by, note = { change: 'edit' } }: { readonly by: string; readonly note?: ChangeNote },
): Promise<Changed> {
  const row = await findSchedule(db, scheduleId)
  if (row === undefined) throw new ProblemError('schedule-unknown')
  if (row.status === 'superseded') throw new ProblemError('schedule-superseded')
  if (row.revision !== wish.revision) throw new ProblemError('changed-meanwhile')
  const requirementId = wish.requirementId ?? row.requirement_id
  if ((await readRequirementSpan(db, requirementId)) === undefined) {
    throw new ProblemError('requirement-unknown')
  }
  const rows = await readPlanningRows(db, row.from_date as LocalDate)
  const shifts = await readShifts(db, row.id)
  const plan: PlanInHand = {
    db,
    row,
    rows,
    shifts,
    changes: placedChanges(wish.changes, shifts, row, rows),
  }
  const absenceId = await keepAbsence(db, wish, row)
  if (row.status === 'draft') {
    if (!(await advanceRevision(db, row.id, wish.revision))) {
      throw new ProblemError('changed-meanwhile')
    }
    if (requirementId !== row.requirement_id) {
      await setRequirement(db, row.id, requirementId)
      await dropDemandSteps(db, row.id)
    }
    await changeInPlace(plan)
    return { scheduleId: row.id, absenceId }
  }
  const { reason } = wish
  const copy = await copyChanged(plan, requirementId, {
    by,
    note: { ...note, ...(reason === undefined ? {} : { reason }) },
  })
  return { scheduleId: copy.id, absenceId }
}

/** A change whose shift is known, and whose ends and breaks are placed. */
interface PlacedChange {
  readonly operatorId: OperatorId
  readonly old: Shift | undefined
  readonly after: Omit<NewShift, 'operatorId' | 'locked' | 'origin'> | null
  readonly locked: boolean
}

interface PlanInHand {
  readonly db: Db
  readonly row: ScheduleRow
  readonly rows: PlanningRows
  readonly shifts: readonly Shift[]
  readonly changes: readonly PlacedChange[]
}

function placedChanges(
  changes: readonly ShiftReplacement[],
  shifts: readonly Shift[],
  row: ScheduleRow,
  rows: PlanningRows,
): PlacedChange[] {
  const period: PlanningPeriod = {
    fromDate: row.from_date as LocalDate,
    days: row.days,
    timezone: rows.timezone,
  }
  const people = new Set(rows.operators.map(({ id }) => id))
  const byId = new Map(shifts.map((shift) => [shift.id, shift]))
  return changes.map(({ operatorId, shiftId, after, locked }) => {
    const old = shiftId === null ? undefined : byId.get(shiftId)
    if (shiftId !== null && old?.operatorId !== operatorId) throw new ProblemError('shift-unknown')
    if (!people.has(operatorId)) throw new ProblemError('record-unknown')
    return {
      operatorId,
      old,
      locked: old?.locked ?? locked ?? false,
      after:
        after === null
          ? null
          : {
              startsAt: new Date(after.startsAt),
              workPlace: placeAfter(after, old),
              ...shaped({ ...after, operatorId }, period, rows),
            },
    }
  })
}

function placeAfter(
  { workPlace }: NonNullable<ShiftReplacement['after']>,
  old: Shift | undefined,
): Shift['workPlace'] {
  return workPlace === undefined ? (old?.workPlace ?? null) : workPlace
}

async function keepAbsence(
  db: Db,
  { absence, withdrawsAbsenceId }: PlanChanges,
  { center_id: centerId }: ScheduleRow,
): Promise<string | null> {
  if (withdrawsAbsenceId !== undefined) await withdrawAbsence(db, withdrawsAbsenceId)
  return absence === undefined ? null : recordAbsence(db, { centerId, ...absence })
}

async function changeInPlace({ db, row, changes }: PlanInHand): Promise<void> {
  // What goes away goes first: who changes place with somebody must not be in the way meanwhile.
  for (const { old, after } of changes) {
    if (old !== undefined && after === null) await deleteShift(db, old.id)
  }
  for (const { old, after } of changes) {
    if (old === undefined || after === null) continue
    const byMs = after.startsAt.getTime() - Date.parse(old.startsAt)
    if (byMs !== 0) await moveShift(db, old.id, byMs)
    await reshapeShift(db, row, old.id, after)
    if (after.workPlace !== old.workPlace) await setWorkPlace(db, old.id, after.workPlace)
  }
  const added = changes.flatMap(({ old, operatorId, after, locked }) =>
    old !== undefined || after === null ? [] : [newShift(operatorId, after, locked)],
  )
  if (added.length > 0) await insertShifts(db, row, added)
}

/** A new draft version: the published shifts with the changes in them. */
async function copyChanged(
  { db, row, rows, shifts, changes }: PlanInHand,
  requirementId: string,
  { by, note }: { readonly by: string; readonly note: ChangeNote },
): Promise<ScheduleRow> {
  const changed = new Set(changes.flatMap(({ old }) => old?.id ?? []))
  const shapeIds = new Map(rows.shapes.map(({ code, id }) => [code, id]))
  const kept = shifts.filter(({ id }) => !changed.has(id)).map((shift) => stored(shift, shapeIds))
  const put = changes.flatMap(({ operatorId, after, locked }) =>
    after === null ? [] : [newShift(operatorId, after, locked)],
  )
  return insertSchedule(
    db,
    {
      centerId: row.center_id,
      requirementId,
      fromDate: row.from_date,
      days: row.days,
      seed: row.seed,
      engineVersion: row.engine_version,
      dataHash: row.data_hash,
      settings: changedSettings(row.settings, { ...note, changedFrom: row.id }),
      summary: row.summary as object,
      madeBy: by,
    },
    [...kept, ...put],
    requirementId === row.requirement_id ? await readDemandSteps(db, row.id) : [],
  )
}

function newShift(
  operatorId: OperatorId,
  after: NonNullable<PlacedChange['after']>,
  locked: boolean,
): NewShift {
  return { ...after, operatorId, locked, origin: 'manual' }
}

/** A stored shift as a new one of another version. */
export function stored(shift: Shift, shapeIds: ReadonlyMap<string, string>): NewShift {
  const shapeId = shapeIds.get(shift.shape)
  if (shapeId === undefined) throw new RangeError(`no shape ${shift.shape}`)
  return {
    operatorId: shift.operatorId,
    shapeId,
    startsAt: new Date(shift.startsAt),
    endsAt: new Date(shift.endsAt),
    locked: shift.locked,
    origin: shift.origin,
    workPlace: shift.workPlace,
    breaks: shift.breaks.map((pause) => ({
      ...pause,
      startsAt: new Date(pause.startsAt),
      endsAt: new Date(pause.endsAt),
    })),
  }
}

/**
 * Throws a draft away; the audit record keeps that it was there.
 *
 * @param withdrawsAbsenceId an absence that was recorded with it, and was none
 * @throws {ProblemError} `schedule-unknown`, `schedule-published`, `record-unknown`
 */
export async function dropDraft(
  db: Db,
  scheduleId: string,
  withdrawsAbsenceId?: string,
): Promise<void> {
  const row = await findSchedule(db, scheduleId)
  if (row === undefined) throw new ProblemError('schedule-unknown')
  if (row.status !== 'draft') throw new ProblemError('schedule-published')
  if (withdrawsAbsenceId !== undefined) await withdrawAbsence(db, withdrawsAbsenceId)
  await deleteSchedule(db, row.id)
}
