import type { Kysely } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Text3 } from '#server/platform/db/column-types.ts'
import type { Database } from '#server/platform/db/database.ts'

/** True when the database holds any centre at all. Asked outside every fence. */
export async function hasCentre(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom('center').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Makes a centre; everything else of it is written inside its own fence. */
export async function insertCentre(
  db: Kysely<Database>,
  centre: {
    readonly code: string
    readonly name: Text3
    readonly timezone: string
    readonly intervalMinutes: number
    readonly weights: object
    readonly isSample: boolean
  },
): Promise<CenterId> {
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
  return id as CenterId
}

/** The centre with this code, for the command line, which acts for the whole installation. */
export async function findCentreByCode(
  db: Kysely<Database>,
  code: string,
): Promise<CenterId | undefined> {
  const row = await db.selectFrom('center').select('id').where('code', '=', code).executeTakeFirst()
  return row?.id as CenterId | undefined
}
