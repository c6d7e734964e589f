import { sql } from 'kysely'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { CenterId, OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { profileGaps } from './profile-gaps.ts'
import type { Profile, ProfileBody } from './profiles.schema.ts'

/** Profiles with those who hold them today, or one of these, and what each lacks. */
export async function listProfiles(
  db: Db,
  today: LocalDate,
  only?: OperatorId,
): Promise<Profile[]> {
  const rows = await db.selectFrom('position_profile').selectAll().orderBy('code').execute()
  const needs = await db
    .selectFrom('profile_competence as need')
    .innerJoin('competence', 'competence.id', 'need.competence_id')
    .select(['need.profile_id', 'competence.code', 'need.min_level'])
    .orderBy('competence.code')
    .execute()
  const holders = await readHolders(db, today, only)
  const levels = Map.groupBy(await readLevels(db, today, only), (row) => row.operator_id)
  return rows.map((row) => {
    const competences = needs
      .filter((need) => need.profile_id === row.id)
      .map((need) => ({ code: need.code, minLevel: need.min_level }))
    return {
      code: row.code,
      name: row.name,
      function: row.function,
      duties: row.duties,
      version: row.version,
      competences,
      holders: holders
        .filter((holder) => holder.profile_id === row.id)
        .map((holder) => ({
          operatorId: holder.operator_id,
          fullName: holder.full_name,
          since: holder.since,
          readVersion: holder.read_version,
          readAt: holder.read_at?.toISOString() ?? null,
          gaps: profileGaps(
            competences,
            new Map((levels.get(holder.operator_id) ?? []).map((one) => [one.code, one.level])),
          ),
        })),
    }
  })
}

async function readHolders(db: Db, today: LocalDate, only?: OperatorId) {
  let query = db
    .selectFrom('profile_holder as holder')
    .innerJoin('operator', 'operator.id', 'holder.operator_id')
    .selectAll('holder')
    .select('operator.full_name')
    .where((one) =>
      one.or([one('operator.left_on', 'is', null), one('operator.left_on', '>=', today)]),
    )
    .orderBy('operator.full_name')
  if (only !== undefined) query = query.where('holder.operator_id', '=', only)
  return query.execute()
}

/** Levels of holders that are valid on a day. */
async function readLevels(db: Db, today: LocalDate, only?: OperatorId) {
  let query = db
    .selectFrom('operator_competence as held')
    .innerJoin('competence', 'competence.id', 'held.competence_id')
    .select(['held.operator_id', 'competence.code', 'held.level'])
    .where('held.operator_id', 'in', (inner) =>
      inner.selectFrom('profile_holder').select('operator_id'),
    )
    .where((one) =>
      one.or([one('held.valid_until', 'is', null), one('held.valid_until', '>=', today)]),
    )
  if (only !== undefined) query = query.where('held.operator_id', '=', only)
  return query.execute()
}

export async function findProfileId(db: Db, code: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('position_profile')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.id
}

export async function insertProfile(
  db: Db,
  centerId: CenterId,
  body: ProfileBody,
): Promise<string> {
  const { id } = await db
    .insertInto('position_profile')
    .values({ center_id: centerId, ...columnsOf(body) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes a profile anew; whoever holds it has to read it again. */
export async function updateProfile(db: Db, id: string, body: ProfileBody): Promise<void> {
  await db
    .updateTable('position_profile')
    .set({ ...columnsOf(body), version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

function columnsOf(body: ProfileBody) {
  return {
    code: body.code,
    name: JSON.stringify(body.name),
    function: body.function,
    duties: body.duties,
  }
}

export async function deleteProfile(db: Db, id: string): Promise<void> {
  await db.deleteFrom('position_profile').where('id', '=', id).execute()
}

export async function replaceProfileNeeds(
  db: Db,
  profile: { readonly centerId: CenterId; readonly id: string },
  needs: readonly { readonly competenceId: string; readonly minLevel: number }[],
): Promise<void> {
  await db.deleteFrom('profile_competence').where('profile_id', '=', profile.id).execute()
  if (needs.length === 0) return
  await db
    .insertInto('profile_competence')
    .values(
      needs.map(({ competenceId, minLevel }) => ({
        center_id: profile.centerId,
        profile_id: profile.id,
        competence_id: competenceId,
        min_level: minLevel,
      })),
    )
    .execute()
}

interface Holding {
  readonly centerId: CenterId
  readonly profileId: string
  readonly operatorId: OperatorId
}

export async function putHolder(db: Db, holding: Holding, since: string): Promise<void> {
  await db
    .insertInto('profile_holder')
    .values({
      center_id: holding.centerId,
      profile_id: holding.profileId,
      operator_id: holding.operatorId,
      since,
    })
    .onConflict((on) =>
      on.columns(['center_id', 'profile_id', 'operator_id']).doUpdateSet({ since }),
    )
    .execute()
}

/** @returns false if the person does not hold the profile */
export async function deleteHolder(db: Db, holding: Holding): Promise<boolean> {
  const result = await db
    .deleteFrom('profile_holder')
    .where('profile_id', '=', holding.profileId)
    .where('operator_id', '=', holding.operatorId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/**
 * Notes that the holder has read the profile as it is now.
 *
 * @returns false if the person does not hold the profile
 */
export async function markRead(db: Db, holding: Holding): Promise<boolean> {
  const result = await db
    .updateTable('profile_holder')
    .set({
      read_at: new Date(),
      read_version: (column) =>
        column
          .selectFrom('position_profile')
          .select('version')
          .where('position_profile.id', '=', holding.profileId),
    })
    .where('profile_id', '=', holding.profileId)
    .where('operator_id', '=', holding.operatorId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
