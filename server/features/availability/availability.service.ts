import { addDays } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { recordAbsence, withdrawAbsence } from '../operators/absences.service.ts'
import { centreToday, requireOperator } from '../operators/operators.service.ts'
import { findAbsent, listAbsences, listWeekly, replaceWeekly } from './availability.queries.ts'
import type { Availability, NewAbsenceBody, WeeklyTime } from './availability.schema.ts'

const ABSENCES_SHOWN_DAYS = 365

interface Whose {
  readonly centerId: CenterId
  readonly operatorId: OperatorId
}

/** @throws {ProblemError} `operator-unknown` */
export async function readAvailability(db: Db, operatorId: OperatorId): Promise<Availability> {
  const today = await centreToday(db)
  await requireOperator(db, operatorId, today)
  return {
    absences: await listAbsences(db, operatorId, addDays(today, -ABSENCES_SHOWN_DAYS)),
    weekly: await listWeekly(db, operatorId),
  }
}

/**
 * Records days away. Shifts that are published in them stay, and are shown as a breach until they are mended.
 *
 * @throws {ProblemError} `operator-unknown`, `absence-dates-turned`
 */
export async function addAbsence(
  db: Db,
  whose: Whose,
  absence: NewAbsenceBody,
): Promise<Availability> {
  await requireOperator(db, whose.operatorId, await centreToday(db))
  await recordAbsence(db, { ...whose, ...absence })
  return readAvailability(db, whose.operatorId)
}

/** @throws {ProblemError} `record-unknown` also for an absence of somebody else */
export async function dropAbsence(
  db: Db,
  operatorId: OperatorId,
  absenceId: string,
): Promise<Availability> {
  if ((await findAbsent(db, absenceId)) !== operatorId) throw new ProblemError('record-unknown')
  await withdrawAbsence(db, absenceId)
  return readAvailability(db, operatorId)
}

/**
 * Says anew when somebody cannot come, week by week; plans that exist are held against it.
 *
 * @throws {ProblemError} `operator-unknown`, `interval-empty`, `dates-disordered`
 */
export async function setWeekly(
  db: Db,
  whose: Whose,
  weekly: readonly WeeklyTime[],
): Promise<Availability> {
  await requireOperator(db, whose.operatorId, await centreToday(db))
  for (const { fromMinutes, toMinutes, fromDate, toDate } of weekly) {
    if (toMinutes <= fromMinutes) throw new ProblemError('interval-empty')
    if (fromDate !== null && toDate !== null && toDate < fromDate) {
      throw new ProblemError('dates-disordered')
    }
  }
  await replaceWeekly(db, whose, weekly)
  return readAvailability(db, whose.operatorId)
}
