import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { type CompetenceFacts, shiftsWithoutCompetence } from '../breaches/competence-breaches.ts'
import { addToSettings, publishSchedule, type ScheduleRow } from '../schedules.queries.ts'

/** Days on which somebody is on shift under an exception to п. 18. */
export interface TraineeUse {
  readonly permitId: string
  readonly operatorId: OperatorId
  readonly dates: readonly string[]
}

/** Every use of an exception to п. 18 in a schedule, in the order of people. */
export function traineeUses(loaded: CompetenceFacts): TraineeUse[] {
  return loaded.rows.operators.flatMap((operator) => {
    const uses = shiftsWithoutCompetence(operator, loaded).flatMap(({ date, mentoring }) =>
      mentoring.kind === 'mentored' ? [{ permitId: mentoring.permit.id, date }] : [],
    )
    return [...Map.groupBy(uses, ({ permitId }) => permitId)].map(([permitId, group]) => ({
      permitId,
      operatorId: operator.id,
      dates: [...new Set(group.map(({ date }) => date))],
    }))
  })
}

/** Puts a version into force, with every use of an exception to п. 18 that it makes on its record. */
export async function publishOnRecord(
  db: Db,
  row: ScheduleRow,
  { loaded, by }: { readonly loaded: CompetenceFacts; readonly by: string },
): Promise<ScheduleRow> {
  const uses = traineeUses(loaded)
  if (uses.length > 0) await addToSettings(db, row.id, { traineeUses: uses })
  return publishSchedule(db, row, by)
}
