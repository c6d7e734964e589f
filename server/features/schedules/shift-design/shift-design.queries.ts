import type { Selectable } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

import type { FoundDesign } from './shift-design.schema.ts'

export type ShiftDesignRow = Selectable<Database['shift_design']>

export async function insertShiftDesign(
  db: Db,
  design: {
    readonly centerId: CenterId
    readonly requirementId: string
    readonly fromDate: string
    readonly everyStart: boolean
    readonly tolerance: number
    readonly most: number
    readonly found: FoundDesign
    readonly engineVersion: string
    readonly dataHash: string
    readonly madeBy: string
  },
): Promise<string> {
  const { id } = await db
    .insertInto('shift_design')
    .values({
      center_id: design.centerId,
      requirement_id: design.requirementId,
      from_date: design.fromDate,
      every_start: design.everyStart,
      tolerance: design.tolerance,
      most_kinds: design.most,
      design: JSON.stringify(design.found),
      engine_version: design.engineVersion,
      data_hash: design.dataHash,
      made_by: design.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The latest of the week from a Monday, whatever requirement it was made for. */
export async function findLatestShiftDesign(
  db: Db,
  fromDate: string,
): Promise<ShiftDesignRow | undefined> {
  return db
    .selectFrom('shift_design')
    .selectAll()
    .where('from_date', '=', fromDate)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}
