import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import type { PlanningPeriod } from '../problem/build-instance.ts'
import type { PlanningRows } from '../problem/planning-rows.ts'
import { readPlanningRows } from '../problem/planning.queries.ts'
import {
  advanceRevision,
  deleteShift,
  findSchedule,
  insertShifts,
  moveShift,
  readShifts,
  reshapeShift,
  type ScheduleRow,
  setLocked,
} from '../schedules.queries.ts'
import type { Shift } from '../schedules.schema.ts'
import { refuseHomeWithoutRecord } from './refuse-home.service.ts'
import { type Placement, shaped } from './wished-shift.ts'
import { setWorkPlace } from './work-place.queries.ts'

export interface ShiftEdit extends Placement {
  readonly scheduleId: string
  readonly shiftId: string
  readonly revision: number
  readonly locked?: boolean
  readonly remove?: boolean
}

/**
 * Changes one shift of a draft by hand. What it breaks is shown, and stops only the publishing.
 *
 * @throws {ProblemError} `schedule-unknown`, `schedule-published`, `shift-unknown`,
 *   `record-unknown` for a shape that the centre does not have, `changed-meanwhile`,
 *   `remote-work-not-agreed` for home on a day that no record covers
 */
export async function editShift(db: Db, edit: ShiftEdit): Promise<void> {
  const row = await draftOf(db, edit.scheduleId)
  const shift = (await readShifts(db, row.id)).find(({ id }) => id === edit.shiftId)
  if (shift === undefined) throw new ProblemError('shift-unknown')
  await advance(db, row, edit.revision)
  if (edit.remove === true) return deleteShift(db, shift.id)
  if (edit.locked !== undefined) await setLocked(db, shift.id, edit.locked)
  if (edit.workPlace !== undefined) {
    const { operatorId, startsAt } = { ...shift, ...edit }
    if (edit.workPlace === 'home') await refuseHomeWithoutRecord(db, { operatorId, startsAt })
    await setWorkPlace(db, shift.id, edit.workPlace)
  }
  if (edit.startsAt !== undefined) {
    await moveShift(db, shift.id, Date.parse(edit.startsAt) - Date.parse(shift.startsAt))
  }
  if (edit.shape !== undefined) {
    const rows = await readPlanningRows(db, row.from_date as LocalDate)
    const wish = {
      ...edit,
      operatorId: shift.operatorId,
      shape: edit.shape,
      startsAt: edit.startsAt ?? shift.startsAt,
    }
    await reshapeShift(db, row, shift.id, shaped(wish, periodOf(row, rows), rows))
  }
}

export interface ShiftAddition {
  readonly scheduleId: string
  readonly revision: number
  readonly operatorId: OperatorId
  readonly shape: string
  readonly startsAt: string
  readonly locked?: boolean
  readonly breaks?: Shift['breaks']
  readonly workPlace?: Shift['workPlace']
}

/**
 * Adds a shift to a draft by hand, with its breaks where the rules want them.
 *
 * @throws {ProblemError} `schedule-unknown`, `schedule-published`, `record-unknown` for a person or
 *   a shape that the centre does not have, `changed-meanwhile`
 */
export async function addShift(db: Db, addition: ShiftAddition): Promise<void> {
  const row = await draftOf(db, addition.scheduleId)
  const rows = await readPlanningRows(db, row.from_date as LocalDate)
  const { operatorId, startsAt } = addition
  if (!rows.operators.some(({ id }) => id === operatorId)) throw new ProblemError('record-unknown')
  const placed = shaped(addition, periodOf(row, rows), rows)
  await advance(db, row, addition.revision)
  await insertShifts(db, row, [
    {
      ...placed,
      operatorId,
      startsAt: new Date(startsAt),
      locked: addition.locked ?? false,
      origin: 'manual',
      workPlace: addition.workPlace ?? null,
    },
  ])
}

async function draftOf(db: Db, scheduleId: string): Promise<ScheduleRow> {
  const row = await findSchedule(db, scheduleId)
  if (row === undefined) throw new ProblemError('schedule-unknown')
  if (row.status !== 'draft') throw new ProblemError('schedule-published')
  return row
}

async function advance(db: Db, row: ScheduleRow, revision: number): Promise<void> {
  if (!(await advanceRevision(db, row.id, revision))) throw new ProblemError('changed-meanwhile')
}

function periodOf(row: ScheduleRow, rows: PlanningRows): PlanningPeriod {
  return { fromDate: row.from_date as LocalDate, days: row.days, timezone: rows.timezone }
}
