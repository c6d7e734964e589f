import { type LocalDate, addDays, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { type PermitSpan, readPermits } from '../trainees/permit-spans.service.ts'
import { readSessionSpans, type SessionSpan } from '../training/session-spans.service.ts'
import type { PlanningPeriod } from './problem/build-instance.ts'
import type { PlanningRows } from './problem/planning-rows.ts'
import { readPlanningRows } from './problem/planning.queries.ts'
import { leavesSpareHours } from './problem/spare-hours.ts'
import { withPlaces } from './problem/work-place.ts'
import { shiftsOfRevision } from './remembered-shifts.queries.ts'
import { instanceOf } from './schedule.job.ts'
import { findSchedule, type ScheduleRow } from './schedules.queries.ts'
import type { Shift } from './schedules.schema.ts'

/** A stored schedule beside the problem as it stands today, so that new leave shows as a breach. */
export interface LoadedSchedule {
  readonly row: ScheduleRow
  readonly rows: PlanningRows
  readonly period: PlanningPeriod
  readonly instance: Instance
  readonly shifts: readonly Shift[]
  /** Who is in training meanwhile, and takes no contacts. */
  readonly sessions: readonly SessionSpan[]
  /** Who learns beside a mentor, and may therefore be on shift without the competence (п. 18). */
  readonly permits: readonly PermitSpan[]
}

/**
 * @param changed rows as they would be if something had happened that is not stored
 * @throws {ProblemError} `schedule-unknown`
 */
export async function loadSchedule(
  db: Db,
  scheduleId: string,
  changed: (rows: PlanningRows) => PlanningRows = (rows) => rows,
): Promise<LoadedSchedule> {
  const row = await findSchedule(db, scheduleId)
  if (row === undefined) throw new ProblemError('schedule-unknown')
  const fromDate = row.from_date as LocalDate
  const rows = changed(await readPlanningRows(db, fromDate))
  // The last shift may go on into the day after the last.
  const permits = await readPermits(db, { fromDate, toDate: addDays(fromDate, row.days) })
  const wish = {
    requirementId: row.requirement_id,
    fromDate,
    days: row.days,
    demandOf: row.id,
    leaveSpareHours: leavesSpareHours(row),
    permits,
  }
  const period = { fromDate, days: row.days, timezone: rows.timezone }
  const shifts = await shiftsOfRevision(db, row)
  return {
    row,
    rows,
    period,
    instance: withPlaces(await instanceOf(wish, rows, db), shifts, { rows, period }),
    shifts,
    sessions: await readSessionSpans(db, {
      startMs: startOfLocalDay(fromDate, rows.timezone),
      endMs: startOfLocalDay(addDays(fromDate, row.days + 1), rows.timezone),
    }),
    permits,
  }
}

/** The same schedule beside another problem: of other rows, or of another requirement. */
export async function withRows(
  db: Db,
  loaded: LoadedSchedule,
  rows: PlanningRows,
  requirementId: string,
): Promise<LoadedSchedule> {
  const { row, period } = loaded
  const wish = {
    requirementId,
    fromDate: period.fromDate,
    days: period.days,
    leaveSpareHours: leavesSpareHours(row),
    permits: loaded.permits,
  }
  const isItsOwn = requirementId === row.requirement_id
  const instance = await instanceOf(isItsOwn ? { ...wish, demandOf: row.id } : wish, rows, db)
  return { ...loaded, rows, instance: withPlaces(instance, loaded.shifts, { rows, period }) }
}
