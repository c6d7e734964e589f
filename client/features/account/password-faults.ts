/** Characters; as the server takes them. */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const

/** As the form holds it. */
export interface PasswordDraft {
  readonly current: string
  readonly next: string
  readonly again: string
}

export type PasswordFault = 'missing' | 'length' | 'same' | 'different'

/** What is wrong with each field; a field that is right is left out. */
export function passwordFaults({
  current,
  next,
  again,
}: PasswordDraft): Partial<Record<keyof PasswordDraft, PasswordFault>> {
  const fits = next.length >= PASSWORD_LENGTH.min && next.length <= PASSWORD_LENGTH.max
  const nextFault: PasswordFault | null = fits ? (next === current ? 'same' : null) : 'length'
  return {
    ...(current === '' ? { current: 'missing' as const } : {}),
    ...(nextFault === null ? {} : { next: nextFault }),
    ...(next === again ? {} : { again: 'different' as const }),
  }
}
