import type { Operator } from '../instance.ts'

/** 1 for each day of the horizon on which a shift that starts then is worked at home. */
export function homeDaysOf(
  { homeDays = [] }: Pick<Operator, 'homeDays'>,
  days: number,
): Uint8Array {
  const isHome = new Uint8Array(days)
  for (const day of homeDays) isHome[day] = 1
  return isHome
}
