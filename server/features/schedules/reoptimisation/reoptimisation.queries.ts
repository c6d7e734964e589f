import type { Selectable } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

export type ReoptimisationRow = Selectable<Database['reoptimisation']>

export async function insertReoptimisation(
  db: Db,
  made: {
    readonly centerId: CenterId
    readonly scheduleId: string
    readonly revision: number
    readonly part: object
    readonly seed: number
    readonly engineVersion: string
    readonly dataHash: string
    readonly cost: { readonly before: number; readonly after: number }
    readonly proposal: object
    readonly madeBy: string
  },
): Promise<string> {
  const { id } = await db
    .insertInto('reoptimisation')
    .values({
      center_id: made.centerId,
      schedule_id: made.scheduleId,
      revision: made.revision,
      part: JSON.stringify(made.part),
      seed: made.seed,
      engine_version: made.engineVersion,
      data_hash: made.dataHash,
      cost_before: made.cost.before,
      cost_after: made.cost.after,
      proposal: JSON.stringify(made.proposal),
      made_by: made.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The latest of a schedule. */
export async function findLatestReoptimisation(
  db: Db,
  scheduleId: string,
): Promise<ReoptimisationRow | undefined> {
  return db
    .selectFrom('reoptimisation')
    .selectAll()
    .where('schedule_id', '=', scheduleId)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** @returns false when the schedule has no such proposal */
export async function deleteReoptimisation(
  db: Db,
  { scheduleId, reoptimisationId }: { scheduleId: string; reoptimisationId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('reoptimisation')
    .where('schedule_id', '=', scheduleId)
    .where('id', '=', reoptimisationId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
