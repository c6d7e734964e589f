/** Most conversations that one operator may hold. */
const CHATS_MAX = 6
/** Six people's work in one: nobody is faster. */
const SPEED_MAX = 6

export type ReadSpeeds =
  /** Null: the usual speeds are taken. */
  { readonly kind: 'ready'; readonly value: number[] | null } | { readonly kind: 'refused' }

/** `1; 1,6; 2` as the reader's language writes numbers; empty for the usual speeds. */
export function speedsText(speeds: readonly number[] | null, decimalSign: ',' | '.'): string {
  return (speeds ?? []).map((speed) => String(speed).replace('.', decimalSign)).join('; ')
}

/**
 * Speeds of an operator with 1, 2, … conversations, relative to one, separated by semicolons or
 * spaces. They begin with 1 and never fall.
 */
export function readSpeeds(text: string): ReadSpeeds {
  if (text.trim() === '') return { kind: 'ready', value: null }
  const speeds = text
    .trim()
    .split(/\s*;\s*|\s+/)
    .map((part) => (part === '' ? Number.NaN : Number(part.replace(',', '.'))))
  const isProfile =
    speeds[0] === 1 &&
    speeds.length <= CHATS_MAX &&
    speeds.every((speed, at) => speed >= (speeds[at - 1] ?? 1) && speed <= SPEED_MAX)
  return isProfile ? { kind: 'ready', value: speeds } : { kind: 'refused' }
}
