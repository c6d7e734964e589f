import type { Roster } from './roster.ts'
import type { ShapeTable } from './shape-table.ts'

/** One break of a cell's shift that is to begin elsewhere. */
export interface BreakMove {
  readonly cell: number
  /** Which break of the shift, in time order. */
  readonly k: number
  /** Slots from the start of the shift to the break's, within its window and on the grid of breaks. */
  readonly offset: number
}

/** True when the breaks before and after it are far enough away. */
export function isBreakLegal(
  { breaksMax, breakCount, breakSlots, breakAfter }: ShapeTable,
  { shape, breakOffset }: Roster,
  { cell, k, offset }: BreakMove,
): boolean {
  const own = shape[cell] as number
  const at = cell * breaksMax + k
  const kind = own * breaksMax + k
  const earlierEnd = (breakOffset[at - 1] as number) + (breakSlots[kind - 1] as number)
  if (k > 0 && offset - earlierEnd < (breakAfter[kind] as number)) return false
  if (k + 1 >= (breakCount[own] as number)) return true
  const end = offset + (breakSlots[kind] as number)
  return (breakOffset[at + 1] as number) - end >= (breakAfter[kind + 1] as number)
}
