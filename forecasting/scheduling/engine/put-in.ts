import type { Schedule, Shift } from '../instance.ts'
import { MINUTES_PER_DAY } from '../instance.ts'
import { OFF } from './roster.ts'
import { FREE } from './scope.ts'
import type { SearchState } from './search-state.ts'

/**
 * Puts a given plan into a roster, shift by shift with its own breaks. What the roster holds already,
 * such as locked shifts, stays; the plan only tells its breaks.
 *
 * @param fixed how free each cell is, as in `scope.ts`
 * @returns the shifts that had to be left out: of unknown people or shapes, or against a rule, such
 *   as a shift on a day of leave that was granted since
 */
export function putIn(state: SearchState, { shifts }: Schedule, fixed: Uint8Array): Shift[] {
  const leftOut = shifts.filter((shift) => !putInShift(state, shift, fixed))
  state.recount()
  return leftOut
}

function putInShift(state: SearchState, shift: Shift, fixed: Uint8Array): boolean {
  const place = placeOf(state, shift)
  if (place === undefined || !isOpen(state, place, fixed) || !isOffered(state, place)) return false
  const { grid, shapes } = state.problem
  const offsets = shift.breaks
    .map((pause) => (pause.start - shift.start) / grid.slotMinutes)
    .toSorted((a, b) => a - b)
  const isWhole = offsets.every((offset) => Number.isInteger(offset))
  if (!isWhole || offsets.length !== shapes.breakCount[place.shape]) return false
  state.begin(place.o)
  state.set(place.day, place.start, place.shape)
  if (!state.isLegal()) return false
  state.acceptWithBreaks(offsets)
  return true
}

interface ShiftPlace {
  readonly o: number
  readonly day: number
  readonly cell: number
  /** Minute of the day. */
  readonly start: number
  readonly shape: number
}

function placeOf({ problem }: SearchState, shift: Shift): ShiftPlace | undefined {
  const o = problem.operatorIndex.get(shift.op)
  const shape = problem.shapeIndex.get(shift.shape)
  const day = Math.floor(shift.start / MINUTES_PER_DAY)
  if (o === undefined || shape === undefined || day < 0 || day >= problem.days) return undefined
  const start = shift.start - day * MINUTES_PER_DAY
  return { o, day, cell: o * problem.days + day, start, shape }
}

/** A free cell that may change, or one that holds the very shift. */
function isOpen({ roster }: SearchState, place: ShiftPlace, fixed: Uint8Array): boolean {
  const held = roster.start[place.cell]
  if (held === OFF) return fixed[place.cell] === FREE
  return held === place.start && roster.shape[place.cell] === place.shape
}

/** What the cell alone forbids is in its menu, not in the rules between cells. */
function isOffered({ problem }: SearchState, { cell, start, shape }: ShiftPlace): boolean {
  const menu = problem.menus.list[problem.menus.ofCell[cell] as number]
  const starts = menu?.starts[menu.shapes.indexOf(shape)]
  return starts?.includes(start) === true
}
