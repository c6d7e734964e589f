/** How people say a quantity that the API keeps as a ratio, in seconds, or as a plain number. */
export type Unit = 'percent' | 'second' | 'minute' | 'hour' | 'count'

/** What one shown unit is in the unit of the API. */
const SIZE: Readonly<Record<Unit, number>> = {
  percent: 0.01,
  second: 1,
  minute: 60,
  hour: 3600,
  count: 1,
}

/** Ends included, in the unit of the API. */
export interface Range {
  readonly min: number
  readonly max: number
}

export type ReadQuantity =
  | { readonly kind: 'ready'; readonly value: number | null }
  | { readonly kind: 'missing' }
  | { readonly kind: 'outside' }

/** As the field shows it: 0.85 is 85 %, 5400 seconds are 1.5 hours. Free of binary dust. */
export function shownQuantity(value: number | null, unit: Unit): number | '' {
  return value === null ? '' : withoutDust(value / SIZE[unit])
}

/**
 * What was typed, in the unit of the API.
 *
 * @param isOptional true where an empty field means that there is no such target
 */
export function readQuantity(
  typed: string | number,
  { unit, range, isOptional }: { unit: Unit; range: Range; isOptional: boolean },
): ReadQuantity {
  if (typed === '') return isOptional ? { kind: 'ready', value: null } : { kind: 'missing' }
  const value = withoutDust(Number(typed) * SIZE[unit])
  return value >= range.min && value <= range.max ? { kind: 'ready', value } : { kind: 'outside' }
}

/** 0.85 / 0.01 is 84.99999999999999 in binary. Six digits are more than any setting has. */
function withoutDust(value: number): number {
  return Number(value.toFixed(6))
}
