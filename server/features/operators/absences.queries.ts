import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

export interface NewAbsence {
  readonly centerId: CenterId
  readonly operatorId: OperatorId
  readonly kind: string
  readonly fromDate: string
  /** The last day away. */
  readonly toDate: string
}

/** @returns the id of the new absence */
export async function insertAbsence(db: Db, absence: NewAbsence): Promise<string> {
  const row = await db
    .insertInto('absence')
    .values({
      center_id: absence.centerId,
      operator_id: absence.operatorId,
      kind: absence.kind,
      from_date: absence.fromDate,
      to_date: absence.toDate,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** @returns false when there is no such absence */
export async function deleteAbsence(db: Db, id: string): Promise<boolean> {
  const result = await db.deleteFrom('absence').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}
