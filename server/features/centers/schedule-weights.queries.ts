import type { Db } from '#server/platform/db/scope.ts'

/** As they are kept; a centre may lack some that came later. */
export async function findScheduleWeights(db: Db): Promise<Readonly<Record<string, number>>> {
  const { schedule_weights: weights } = await db
    .selectFrom('center')
    .select('schedule_weights')
    .executeTakeFirstOrThrow()
  return weights as Record<string, number>
}

export async function updateScheduleWeights(
  db: Db,
  weights: Readonly<Record<string, number>>,
): Promise<void> {
  await db
    .updateTable('center')
    .set({ schedule_weights: JSON.stringify(weights) })
    .execute()
}
