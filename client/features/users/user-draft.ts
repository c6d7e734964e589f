import type { components } from '../../api/schema.d.ts'
import type { Locale } from '../../lib/i18n/catalogue.ts'

export type User = components['schemas']['User']
export type Role = User['roles'][number]

/** In the order of how much of the centre they see. */
export const ROLES = [
  'planner',
  'supervisor',
  'hr',
  'operator',
  'head',
  'admin',
] as const satisfies readonly Role[]

/** As the form holds it. */
export interface UserDraft {
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly language: Locale
}

export type UserFault = 'name' | 'email' | 'roles'

const LONGEST = 200
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** What is wrong with the draft; nothing when it can be sent. */
export function userFaults({ name, email, roles }: UserDraft): UserFault[] {
  const hasName = name.trim() !== '' && name.trim().length <= LONGEST
  const hasEmail = EMAIL.test(email.trim()) && email.trim().length <= LONGEST
  return [
    ...(hasName ? [] : (['name'] as const)),
    ...(hasEmail ? [] : (['email'] as const)),
    ...(roles.length > 0 ? [] : (['roles'] as const)),
  ]
}

/** The user as the API takes it. */
export function newUser({ name, email, roles, language }: UserDraft) {
  return { name: name.trim(), email: email.trim(), roles: [...roles], language }
}
