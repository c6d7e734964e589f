import type { CenterId } from '#forecasting/kernel/units.ts'
import { generatePassword, hashPassword } from '#server/platform/auth/passwords.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { type Role, ROLES } from '#server/platform/http/actor.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { keepsAnAdmin } from './users.policy.ts'
import {
  deleteSessions,
  deleteTwoFactor,
  insertPassword,
  insertUser,
  lockAdmins,
  updatePassword,
  updateUser,
  type UserRow,
} from './users.queries.ts'
import type { User, UserChange } from './users.schema.ts'

/** Makes somebody who can sign in. */
export async function createUser(
  db: Db,
  user: {
    readonly centerId: CenterId
    readonly name: string
    readonly email: string
    readonly password: string
    readonly roles: readonly Role[]
    readonly language: Language
  },
): Promise<User> {
  const row = await insertUser(db, user)
  await insertPassword(db, row.id, await hashPassword(user.password))
  return presentUser(row)
}

/**
 * Changes a user; one who is disabled is signed out at once.
 *
 * @throws {ProblemError} `user-unknown`, or `last-admin` when nobody could administer any more
 */
export async function changeUser(db: Db, userId: string, change: UserChange): Promise<User> {
  const { disabled, ...rest } = change
  const admins = await lockAdmins(db)
  const adminIds = admins.map(({ id }) => id)
  if (!keepsAnAdmin(adminIds, userId, change)) throw new ProblemError('last-admin')
  const disabledAt = disabled === undefined ? undefined : disabled ? new Date() : null
  const row = await updateUser(db, userId, { ...rest, disabledAt })
  if (row === undefined) throw new ProblemError('user-unknown')
  if (disabled === true) await deleteSessions(db, userId)
  return presentUser(row)
}

/**
 * Gives somebody a new password and signs them out everywhere.
 *
 * @returns the password, which is kept nowhere
 * @throws {ProblemError} `user-unknown`
 */
export async function resetPassword(db: Db, userId: string): Promise<string> {
  const password = generatePassword()
  const isKnown = await updatePassword(db, userId, await hashPassword(password))
  if (!isKnown) throw new ProblemError('user-unknown')
  await deleteSessions(db, userId)
  return password
}

/**
 * Lets somebody who lost their second factor sign in with the password alone, and set it up anew.
 *
 * @throws {ProblemError} `user-unknown`
 */
export async function resetTwoFactor(db: Db, userId: string): Promise<void> {
  if (!(await deleteTwoFactor(db, userId))) throw new ProblemError('user-unknown')
  await deleteSessions(db, userId)
}

export function presentUser(row: UserRow): User {
  const roles = row.roles.split(',')
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    roles: ROLES.filter((role) => roles.includes(role)),
    language: row.language,
    twoFactor: row.two_factor_enabled,
    disabledAt: row.disabled_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }
}
