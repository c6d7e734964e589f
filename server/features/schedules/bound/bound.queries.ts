import type { Selectable } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

export type BoundRow = Selectable<Database['schedule_bound']>

export async function insertBound(
  db: Db,
  proven: {
    readonly centerId: CenterId
    readonly scheduleId: string
    readonly revision: number
    readonly bound: number
    readonly core: number
    readonly engineVersion: string
    readonly dataHash: string
    readonly madeBy: string
  },
): Promise<string> {
  const { id } = await db
    .insertInto('schedule_bound')
    .values({
      center_id: proven.centerId,
      schedule_id: proven.scheduleId,
      revision: proven.revision,
      bound: proven.bound,
      core: proven.core,
      engine_version: proven.engineVersion,
      data_hash: proven.dataHash,
      made_by: proven.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The latest of a schedule. */
export async function findLatestBound(db: Db, scheduleId: string): Promise<BoundRow | undefined> {
  return db
    .selectFrom('schedule_bound')
    .selectAll()
    .where('schedule_id', '=', scheduleId)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}
