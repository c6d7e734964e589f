import type { CenterId } from '#forecasting/kernel/units.ts'

import type { Language } from '../db/column-types.ts'

export const ROLES = ['planner', 'supervisor', 'hr', 'operator', 'head', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** A caller that is no person and has no session: a feed of states, which shows its own key. */
export const FEED = 'feed'

/** Who is asking, from the session. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly centerId: CenterId
  readonly roles: readonly Role[]
  readonly language: Language
}

/** True when the actor has one of the roles. An admin has every role. */
export function hasRole(actor: Actor, allowed: readonly Role[]): boolean {
  return actor.roles.includes('admin') || allowed.some((role) => actor.roles.includes(role))
}
