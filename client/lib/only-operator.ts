/** Somebody who only works shifts, and whose pages are their own. */
export function isOnlyOperator(roles: readonly string[]): boolean {
  return roles.every((role) => role === 'operator')
}
