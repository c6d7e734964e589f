import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { SCHEDULE_WEIGHTS } from '../../../fixtures/rules/schedule-weights.ts'
import { findScheduleWeights, updateScheduleWeights } from './schedule-weights.queries.ts'
import type { NewScheduleWeights, ScheduleWeights } from './schedule-weights.schema.ts'

/** An hour of pay is the unit of all the others, and is not changed. */
const { pay: PAY, ...USUAL } = SCHEDULE_WEIGHTS

/** What a centre's schedules are made cheap by, and what it began with. */
export async function readScheduleWeights(db: Db): Promise<ScheduleWeights> {
  const { pay: _, ...weights } = { ...SCHEDULE_WEIGHTS, ...(await findScheduleWeights(db)) }
  return { weights, usual: USUAL }
}

/**
 * Changes what schedules are made cheap by, from the next one on; those that are there are told by it, too.
 *
 * @throws {ProblemError} `schedule-weights-disordered` where a small shortage would cost more than a grave one:
 *   the search relies on a shortage that costs more the larger it is
 */
export async function changeScheduleWeights(
  db: Db,
  weights: NewScheduleWeights,
): Promise<ScheduleWeights> {
  if (weights.underRest > weights.underCrit) throw new ProblemError('schedule-weights-disordered')
  await updateScheduleWeights(db, { ...weights, pay: PAY })
  return readScheduleWeights(db)
}
