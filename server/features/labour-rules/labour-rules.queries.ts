import type { Selectable } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { RuleWords } from '#server/platform/db/centre-tables.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'

/** One version of a rule of law or of the house. */
export interface RuleVersion extends Omit<Selectable<Database['labour_rule']>, 'parameters'> {
  readonly parameters: Readonly<Record<string, number>>
}

/** Every version of every rule, by code and the latest first. */
export async function listVersions(db: Db): Promise<RuleVersion[]> {
  const rows = await db
    .selectFrom('labour_rule')
    .selectAll()
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()
  return rows as RuleVersion[]
}

export interface NewVersion {
  readonly code: string
  readonly version: number
  readonly value: string
  readonly article: string
  readonly isHouseRule: boolean
  readonly hard: boolean
  readonly parameters: Readonly<Record<string, number>>
  readonly exceptions: string
  readonly validFrom: string
  readonly words: RuleWords | null
  readonly reason: string
  readonly madeBy: string
}

/** Adds versions; two people who add the same one are told apart by the key. */
export async function insertVersions(
  db: Db,
  centerId: CenterId,
  versions: readonly NewVersion[],
): Promise<void> {
  await db
    .insertInto('labour_rule')
    .values(
      versions.map((one) => ({
        center_id: centerId,
        code: one.code,
        version: one.version,
        value: one.value,
        article: one.article,
        is_house_rule: one.isHouseRule,
        hard: one.hard,
        parameters: JSON.stringify(one.parameters),
        exceptions: one.exceptions,
        valid_from: one.validFrom,
        words: one.words === null ? null : JSON.stringify(one.words),
        reason: one.reason,
        made_by: one.madeBy,
      })),
    )
    .execute()
}

export async function readZone(db: Db): Promise<string> {
  const { timezone } = await db.selectFrom('center').select('timezone').executeTakeFirstOrThrow()
  return timezone
}
