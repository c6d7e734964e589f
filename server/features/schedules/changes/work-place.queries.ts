import type { Db } from '#server/platform/db/scope.ts'

import type { Shift } from '../schedules.schema.ts'

/** @param workPlace null: by the record of remote work */
export async function setWorkPlace(
  db: Db,
  shiftId: string,
  workPlace: Shift['workPlace'],
): Promise<void> {
  await db.updateTable('shift').set({ work_place: workPlace }).where('id', '=', shiftId).execute()
}
