import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import { addDays } from '#forecasting/kernel/calendar.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { changePublished } from '../changes/day-changes.service.ts'
import { loadSchedule } from '../load-schedule.ts'
import { changedCells, dayCells } from '../problem/day-cells.ts'
import { readShifts, type ScheduleRow } from '../schedules.queries.ts'
import type { Schedule, Shift } from '../schedules.schema.ts'
import { requireSchedule } from '../schedules.service.ts'
import { findPublished } from './published.queries.ts'
import { presentChange } from './version-change.ts'

/**
 * Takes back what a published version changed of the one before: a new version, in force at once, with the
 * shifts of those persons and days as they were.
 *
 * @throws {ProblemError} `schedule-unknown`; `nothing-to-undo` for a version that changed none or was never
 *   in force; `undo-overtaken` once something newer has touched the same days; `shift-begun`;
 *   `schedule-breaks-rules` where what was is not legal any more
 */
export async function undoVersion(
  db: Db,
  scheduleId: string,
  by: { readonly name: string; readonly language: Language; readonly nowMs: number },
): Promise<Schedule> {
  const row = await requireSchedule(db, scheduleId)
  const { changedFrom } = presentChange(row)
  const current = await currentOf(db, row)
  if (changedFrom === null || row.published_at === null || current === undefined) {
    throw new ProblemError('nothing-to-undo')
  }
  const loaded = await loadSchedule(db, current.id)
  const { timezone } = loaded.period
  const before = dayCells(await readShifts(db, changedFrom), timezone)
  const after = dayCells(await readShifts(db, row.id), timezone)
  const now = dayCells(loaded.shifts, timezone)
  const touched = changedCells(before, after)
  if (touched.size === 0) throw new ProblemError('nothing-to-undo')
  const newer = changedCells(after, now)
  if ([...touched].some((key) => newer.has(key))) throw new ProblemError('undo-overtaken')
  const gone = [...touched].flatMap((key) => now.get(key)?.shifts ?? [])
  const back = [...touched].flatMap((key) => before.get(key)?.shifts ?? [])
  if ([...gone, ...back].some(({ startsAt }) => Date.parse(startsAt) <= by.nowMs)) {
    throw new ProblemError('shift-begun')
  }
  const goneIds = new Set(gone.map(({ id }) => id))
  const order = {
    revision: current.revision,
    changes: [...gone.map(takenAway), ...back.map(putBack)],
    note: { change: 'undo' as const, undoes: row.version },
    after: [...loaded.shifts.filter(({ id }) => !goneIds.has(id)), ...back],
  }
  return changePublished(db, loaded, order, by)
}

/** What is in force now for the days of a version. */
async function currentOf(db: Db, row: ScheduleRow): Promise<ScheduleRow | undefined> {
  const fromDate = row.from_date as LocalDate
  const end = addDays(fromDate, row.days)
  return (await findPublished(db, { fromDate, toDate: fromDate })).find(
    ({ from_date: from, days }) => end <= addDays(from as LocalDate, days),
  )
}

function takenAway({ operatorId, id }: Shift) {
  return { operatorId, shiftId: id, after: null }
}

function putBack({ operatorId, shape, startsAt, breaks, workPlace, locked }: Shift) {
  const after = { shape, startsAt, breaks: [...breaks], workPlace }
  return { operatorId, shiftId: null, after, locked }
}
