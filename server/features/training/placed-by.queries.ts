import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

/** Who put a person into a session; null where it is not known. */
export async function readPlacedBy(
  db: Db,
  sessionId: string,
  operatorId: OperatorId,
): Promise<string | null> {
  const row = await db
    .selectFrom('training_attendance')
    .select('placed_by_id')
    .where('session_id', '=', sessionId)
    .where('operator_id', '=', operatorId)
    .executeTakeFirst()
  return row?.placed_by_id ?? null
}
