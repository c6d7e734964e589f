import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { findPublished } from '../publishing/published.queries.ts'
import { findSchedule, readShifts } from '../schedules.queries.ts'
import type { Shift } from '../schedules.schema.ts'
import { putIntoForce } from './published-changes.service.ts'
import { refuseHomeWithoutRecord } from './refuse-home.service.ts'
import { editShift } from './shift-edits.service.ts'

/**
 * Says where a shift is worked; nothing else of it changes. A draft is changed in place; of a published schedule
 * a new version is made, in force at once.
 *
 * @returns the schedule that has it so
 * @throws {ProblemError} `schedule-unknown`, `schedule-superseded`, `shift-unknown`, `remote-work-not-agreed`,
 *   `schedule-breaks-rules` where it breaks a rule anew, such as one of work places
 */
export async function placeShift(
  db: Db,
  order: {
    readonly scheduleId: string
    readonly shiftId: string
    readonly workPlace: Shift['workPlace']
  },
  by: { readonly by: string; readonly language: Language },
): Promise<string> {
  const row = await findSchedule(db, order.scheduleId)
  if (row === undefined) throw new ProblemError('schedule-unknown')
  if (row.status === 'superseded') throw new ProblemError('schedule-superseded')
  if (row.status === 'draft') {
    await editShift(db, { ...order, revision: row.revision })
    return row.id
  }
  const shift = (await readShifts(db, row.id)).find(({ id }) => id === order.shiftId)
  if (shift === undefined) throw new ProblemError('shift-unknown')
  const { workPlace } = order
  if (workPlace === shift.workPlace) return row.id
  if (workPlace === 'home') await refuseHomeWithoutRecord(db, shift)
  const { operatorId, startsAt } = shift
  await putIntoForce(db, { kind: 'place', own: { operatorId, startsAt }, workPlace }, by)
  const fromDate = row.from_date as LocalDate
  const [current] = await findPublished(db, { fromDate, toDate: fromDate })
  return current?.id ?? row.id
}
