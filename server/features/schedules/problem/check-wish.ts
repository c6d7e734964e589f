import { type LocalDate, addDays, mondayOf } from '#forecasting/kernel/calendar.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { findSchedule } from '../schedules.queries.ts'
import type { NewSchedule } from '../schedules.schema.ts'
import { readRequirementSpan } from './demand.queries.ts'

/**
 * Refuses an order for a schedule that could only fail later: whole weeks from a Monday, all of
 * them within the requirement.
 *
 * @throws {ProblemError} `requirement-unknown`, `schedule-unknown`, `schedule-not-from-monday`,
 *   `requirement-misses-weeks`
 */
export async function checkWish(db: Db, wish: NewSchedule): Promise<void> {
  const fromDate = wish.fromDate as LocalDate
  const span = await readRequirementSpan(db, wish.requirementId)
  if (span === undefined) throw new ProblemError('requirement-unknown')
  if (
    wish.keepLockedOf !== undefined &&
    (await findSchedule(db, wish.keepLockedOf)) === undefined
  ) {
    throw new ProblemError('schedule-unknown')
  }
  if (mondayOf(fromDate) !== fromDate) {
    throw new ProblemError('schedule-not-from-monday', { values: { monday: mondayOf(fromDate) } })
  }
  if (fromDate < span.fromDate || addDays(fromDate, wish.days) > span.toDate) {
    const last = addDays(span.toDate, -1)
    throw new ProblemError('requirement-misses-weeks', {
      values: { from: span.fromDate, to: last, weeks: wish.days / 7 },
    })
  }
}
