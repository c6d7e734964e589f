import type { Selectable } from 'kysely'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Database } from '#server/platform/db/database.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { Role } from '#server/platform/http/actor.ts'

export type UserRow = Selectable<Database['users']>

export async function listUsers(db: Db): Promise<readonly UserRow[]> {
  return db.selectFrom('users').selectAll().orderBy('name').orderBy('id').execute()
}

/** Reads the users who may do everything, and keeps others from changing them meanwhile. */
export async function lockAdmins(db: Db): Promise<readonly UserRow[]> {
  const rows = await db
    .selectFrom('users')
    .selectAll()
    .where('roles', 'like', '%admin%')
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows
}

export async function insertUser(
  db: Db,
  user: {
    readonly centerId: CenterId
    readonly name: string
    readonly email: string
    readonly roles: readonly Role[]
    readonly language: Language
  },
): Promise<UserRow> {
  return db
    .insertInto('users')
    .values({
      center_id: user.centerId,
      name: user.name,
      email: user.email.toLowerCase(),
      email_verified: true,
      roles: user.roles.join(','),
      language: user.language,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function insertPassword(db: Db, userId: string, hash: string): Promise<void> {
  await db
    .insertInto('user_account')
    .values({ user_id: userId, account_id: userId, provider_id: 'credential', password: hash })
    .execute()
}

/** @returns false if the centre has no such user, or one who signs in without a password */
export async function updatePassword(db: Db, userId: string, hash: string): Promise<boolean> {
  const result = await db
    .updateTable('user_account')
    .set({ password: hash, updated_at: new Date() })
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** @returns undefined if the centre has no such user */
export async function updateUser(
  db: Db,
  userId: string,
  change: {
    readonly name?: string | undefined
    readonly email?: string | undefined
    readonly roles?: readonly Role[] | undefined
    readonly language?: Language | undefined
    readonly disabledAt?: Date | null | undefined
  },
): Promise<UserRow | undefined> {
  return db
    .updateTable('users')
    .set({
      updated_at: new Date(),
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.email === undefined ? {} : { email: change.email.toLowerCase() }),
      ...(change.roles === undefined ? {} : { roles: change.roles.join(',') }),
      ...(change.language === undefined ? {} : { language: change.language }),
      ...(change.disabledAt === undefined ? {} : { disabled_at: change.disabledAt }),
    })
    .where('id', '=', userId)
    .returningAll()
    .executeTakeFirst()
}

/** Signs somebody out everywhere. */
export async function deleteSessions(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('user_session').where('user_id', '=', userId).execute()
}

/**
 * Takes the second factor away from somebody who has lost it.
 *
 * @returns false if the centre has no such user
 */
export async function deleteTwoFactor(db: Db, userId: string): Promise<boolean> {
  await db.deleteFrom('user_two_factor').where('user_id', '=', userId).execute()
  const result = await db
    .updateTable('users')
    .set({ two_factor_enabled: false, updated_at: new Date() })
    .where('id', '=', userId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
