import { sql } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Text3 } from '#server/platform/db/column-types.ts'
import type { Db, OpenDatabase } from '#server/platform/db/scope.ts'

/** Everything here runs outside every fence: it founds centres, or looks over all of them. */

export interface NewCentre {
  readonly code: string
  readonly name: Text3
  readonly timezone: string
  readonly intervalMinutes: number
  readonly weights: object
  readonly isSample: boolean
}

/** Makes a centre; everything else of it is written inside its own fence. */
export async function insertCentre(db: Db, centre: NewCentre): Promise<CenterId> {
  const { id } = await db
    .insertInto('center')
    .values({
      code: centre.code,
      name: JSON.stringify(centre.name),
      timezone: centre.timezone,
      interval_minutes: centre.intervalMinutes,
      schedule_weights: JSON.stringify(centre.weights),
      is_sample: centre.isSample,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Lets one process at a time found a centre, until its transaction ends. */
export async function lockCentres(db: Db): Promise<void> {
  await sql`lock table center in share row exclusive mode`.execute(db)
}

/** True when anybody at all can sign in. */
export async function hasUser(db: OpenDatabase): Promise<boolean> {
  return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** The centre that was made first, if there is any. */
export async function findOldestCentre(db: OpenDatabase): Promise<CenterId | undefined> {
  const row = await db.selectFrom('center').select('id').orderBy('created_at').executeTakeFirst()
  return row?.id
}

/** The centre with this code, for the command line, which acts for the whole installation. */
export async function findCentreByCode(
  db: OpenDatabase,
  code: string,
): Promise<CenterId | undefined> {
  const row = await db.selectFrom('center').select('id').where('code', '=', code).executeTakeFirst()
  return row?.id
}
