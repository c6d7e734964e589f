import { MINUTES_PER_DAY } from '../instance.ts'
import { OFF } from './roster.ts'
import type { SearchState } from './search-state.ts'

type MinuteSpan = readonly [fromMin: number, toMin: number]

/** The part of a plan that may change; what is left out is not limited. */
export interface Scope {
  readonly days?: readonly number[]
  /** Ids of operators: a team, or one person. */
  readonly operators?: readonly string[]
  /** Half-open spans of minutes of the horizon: shifts that touch one, and people off on its days. */
  readonly windows?: readonly MinuteSpan[]
  /** Every shift stays, and only its breaks may move. */
  readonly breaksOnly?: boolean
}

/** How free a cell is: may change, keeps its shift but not its breaks, or stays as it is. */
export const FREE = 0
export const SHIFT_FIXED = 1
export const ALL_FIXED = 2

/** Narrows what the search may change, after the plan to go on from is in the roster. */
export function fixOutside(
  { problem, roster }: SearchState,
  fixed: Uint8Array,
  scope: Scope,
): void {
  const { instance, days, operatorCount, shapes } = problem
  for (let o = 0; o < operatorCount; o++) {
    const op = instance.operators[o]?.id ?? ''
    for (let day = 0; day < days; day++) {
      const cell = o * days + day
      const start = roster.start[cell] as number
      const spanMin = shapes.spanMinutes[roster.shape[cell] as number] as number
      const held = start === OFF ? null : { start: day * MINUTES_PER_DAY + start, spanMin }
      if (!isInScope(scope, { op, day, held })) fixed[cell] = ALL_FIXED
      else if (scope.breaksOnly === true) fixed[cell] = SHIFT_FIXED
    }
  }
}

/** Whether a person's day, with the shift on it if there is one, belongs to the part that may change. */
export function isInScope(
  { days, operators, windows }: Scope,
  cell: {
    readonly op: string
    readonly day: number
    readonly held: { readonly start: number; readonly spanMin: number } | null
  },
): boolean {
  if (operators?.includes(cell.op) === false || days?.includes(cell.day) === false) return false
  const from = cell.held?.start ?? cell.day * MINUTES_PER_DAY
  const to = from + (cell.held?.spanMin ?? MINUTES_PER_DAY)
  return windows?.some(([fromMin, toMin]) => from < toMin && to > fromMin) ?? true
}
