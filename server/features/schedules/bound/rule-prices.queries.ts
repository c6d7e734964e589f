import type { Selectable } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { RelaxationPrices } from '#forecasting/scheduling/relaxations/price-relaxations.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

export type RulePricesRow = Selectable<Database['schedule_rule_price']>

export async function insertRulePrices(
  db: Db,
  {
    found,
    ...priced
  }: {
    readonly centerId: CenterId
    readonly scheduleId: string
    readonly revision: number
    readonly found: RelaxationPrices
    readonly seed: number
    readonly engineVersion: string
    readonly dataHash: string
    readonly madeBy: string
  },
): Promise<string> {
  const { before, unrelaxed, prices, untried } = found
  const { id } = await db
    .insertInto('schedule_rule_price')
    .values({
      center_id: priced.centerId,
      schedule_id: priced.scheduleId,
      revision: priced.revision,
      figures: JSON.stringify({ before, unrelaxed }),
      prices: JSON.stringify(prices),
      untried,
      seed: priced.seed,
      engine_version: priced.engineVersion,
      data_hash: priced.dataHash,
      made_by: priced.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The latest of a schedule. */
export async function findLatestRulePrices(
  db: Db,
  scheduleId: string,
): Promise<RulePricesRow | undefined> {
  return db
    .selectFrom('schedule_rule_price')
    .selectAll()
    .where('schedule_id', '=', scheduleId)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}
