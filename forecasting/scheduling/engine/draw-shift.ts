import type { Random } from '../../kernel/random.ts'
import type { Menu } from './menus.ts'
import type { SearchState } from './search-state.ts'

const NEAR_START_SHARE = 0.7
const NEAR_STEPS = 4
const OTHER_SHAPE_SHARE = 0.3

/** A cell to draw a shift for. */
export interface Place {
  readonly o: number
  readonly day: number
}

/** A start, as a minute of the day, and the index of a shape. */
export interface ShiftKind {
  readonly start: number
  readonly shape: number
}

/** Proposes any shift that the cell's menu offers; false when it offers none. */
export function drawAnyShift(state: SearchState, place: Place, random: Random): boolean {
  const menu = menuOf(state, place)
  if (menu.shapes.length === 0) return false
  const index = Math.floor(random() * menu.shapes.length)
  const starts = menu.starts[index] as Int32Array
  const start = starts[Math.floor(random() * starts.length)] as number
  state.set(place.day, start, menu.shapes[index] as number)
  return true
}

/** Proposes another shift for a cell, usually of the same shape and at a near time. */
export function drawOtherShift(
  state: SearchState,
  place: Place & ShiftKind,
  random: Random,
): boolean {
  const menu = menuOf(state, place)
  if (menu.shapes.length === 0) return false
  const held = menu.shapes.indexOf(place.shape)
  const keepsShape = held >= 0 && random() >= OTHER_SHAPE_SHARE
  const index = keepsShape ? held : Math.floor(random() * menu.shapes.length)
  const starts = menu.starts[index] as Int32Array
  const isNear = random() < NEAR_START_SHARE
  const at = isNear
    ? nearestIndex(starts, place.start) + Math.floor(random() * (2 * NEAR_STEPS + 1)) - NEAR_STEPS
    : Math.floor(random() * starts.length)
  const start = starts[Math.min(starts.length - 1, Math.max(0, at))] as number
  state.set(place.day, start, menu.shapes[index] as number)
  return true
}

/** Proposes exactly a shift, if the cell's menu offers it. */
export function drawSameShift(state: SearchState, place: Place, shift: ShiftKind): boolean {
  const menu = menuOf(state, place)
  const starts = menu.starts[menu.shapes.indexOf(shift.shape)]
  if (starts === undefined || starts[nearestIndex(starts, shift.start)] !== shift.start)
    return false
  state.set(place.day, shift.start, shift.shape)
  return true
}

/**
 * Proposes the shift most like a wished one: its shape, else the person's own, else any, at the
 * nearest start. False when the menu is empty.
 */
export function drawAlike(
  state: SearchState,
  place: Place,
  wish: { readonly shift: ShiftKind; readonly ownShape: number; readonly random: Random },
): boolean {
  const menu = menuOf(state, place)
  if (menu.shapes.length === 0) return false
  let index = menu.shapes.indexOf(wish.shift.shape)
  if (index < 0) index = menu.shapes.indexOf(wish.ownShape)
  if (index < 0) index = Math.floor(wish.random() * menu.shapes.length)
  const starts = menu.starts[index] as Int32Array
  const start = starts[nearestIndex(starts, wish.shift.start)] as number
  state.set(place.day, start, menu.shapes[index] as number)
  return true
}

function menuOf(state: SearchState, { o, day }: Place): Menu {
  const { menus, days } = state.problem
  return menus.list[menus.ofCell[o * days + day] as number] as Menu
}

/** Index of the start that is nearest to a minute of the day, by bisection. */
function nearestIndex(starts: Int32Array, minute: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) < minute) low = middle + 1
    else high = middle
  }
  const before = starts[low - 1]
  if (before === undefined) return low
  return minute - before < (starts[low] as number) - minute ? low - 1 : low
}
