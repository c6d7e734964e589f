import type { Role } from '#server/platform/http/actor.ts'

/**
 * True if a centre has an administrator left after a change of one user. Without one nobody could make
 * another, so such a change is refused.
 *
 * @param adminIds users who are administrators and not disabled now
 */
export function keepsAnAdmin(
  adminIds: readonly string[],
  userId: string,
  change: {
    readonly roles?: readonly Role[] | undefined
    readonly disabled?: boolean | undefined
  },
): boolean {
  const goes =
    change.disabled === true || (change.roles !== undefined && !change.roles.includes('admin'))
  return !goes || adminIds.some((id) => id !== userId) || !adminIds.includes(userId)
}
