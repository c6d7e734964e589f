import { plainName } from '../../adherence/plain-name.ts'
import { KEZEK_POLICY } from '../../adherence/policy-presets.ts'

const KNOWN: ReadonlySet<string> = new Set(Object.keys(KEZEK_POLICY.states))

/**
 * Our name of a state that a feed reports: as the feed's own list says, or the same word in another
 * spelling.
 *
 * @returns null for a name that neither knows: it is kept as it came, and counts as unknown
 */
export function stateNamed(
  reported: string,
  ownNames: Readonly<Record<string, string>>,
): string | null {
  const own = Object.hasOwn(ownNames, reported) ? ownNames[reported] : undefined
  if (own !== undefined) return own
  const plain = plainName(reported)
  return KNOWN.has(plain) ? plain : null
}
