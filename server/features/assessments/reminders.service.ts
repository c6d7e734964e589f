import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { readAssessmentPlan } from './assessment-plan.service.ts'
import { remindersToMake } from './reminders-to-make.ts'
import { insertReminders, readToldSince } from './reminders.queries.ts'

/**
 * Reminds people of their assessments, HR of everybody's, and the heads of what is overdue. Made twice
 * in a night, by one process or by two, it still tells everybody once.
 *
 * @returns how many reminders are new
 */
export async function remindOfAssessments(db: Db, centerId: CenterId): Promise<number> {
  const { people } = await readAssessmentPlan(db)
  const dues = people.map(({ operatorId, dueOn, urgency }) => ({
    operatorId: operatorId as OperatorId,
    dueOn: dueOn as LocalDate,
    urgency,
  }))
  const [first] = dues
  if (first === undefined) return 0
  // The plan begins with what is due first.
  return insertReminders(db, centerId, remindersToMake(dues, await readToldSince(db, first.dueOn)))
}
