import type { InstanceRules, Shape } from './instance.ts'
import { BREAK_GRID_MINUTES } from './instance.ts'

/** The offsets from the start of a shift at which one of its breaks may start. */
export interface BreakWindow {
  readonly fromMin: number
  readonly toMin: number
  readonly lenMin: number
}

/**
 * The windows of a shape's breaks in their order, narrowed to what the meal law and the least work
 * between breaks leave. A window that turned out empty has `fromMin > toMin`: no shift of the shape
 * can be legal.
 */
export function breakWindows(shape: Shape, rules: InstanceRules): BreakWindow[] {
  const windows = inOrder(shape).map(({ lenMin, fromMin, toMin }) => ({ lenMin, fromMin, toMin }))
  applyMealLaw(shape, rules, windows)
  const work = rules.minWorkBetweenBreaksMin
  let earliest = work
  for (const window of windows) {
    window.fromMin = Math.max(window.fromMin, earliest)
    earliest = window.fromMin + window.lenMin + work
  }
  let latestEnd = shape.spanMin - work
  for (const window of windows.toReversed()) {
    window.toMin = Math.min(window.toMin, latestEnd - window.lenMin)
    latestEnd = window.toMin - work
  }
  return windows
}

/** The order in which a shape's breaks follow one another in a shift. */
export function inOrder(shape: Shape): Shape['breaks'] {
  return shape.breaks.toSorted((a, b) => a.fromMin - b.fromMin)
}

/**
 * True when a shift starting at this minute has a place on the grid in every window.
 *
 * Only starts off the break grid can fail here once the windows are not empty.
 */
export function breaksFit(
  startMin: number,
  windows: readonly BreakWindow[],
  rules: InstanceRules,
): boolean {
  let earliest = -Infinity
  for (const window of windows) {
    const offset = firstOnGrid(startMin, Math.max(window.fromMin, earliest))
    if (offset > window.toMin) return false
    earliest = offset + window.lenMin + rules.minWorkBetweenBreaksMin
  }
  return true
}

/** The first offset, not before `offsetMin`, that puts a break on the grid of the wall clock. */
export function firstOnGrid(startMin: number, offsetMin: number): number {
  return Math.ceil((startMin + offsetMin) / BREAK_GRID_MINUTES) * BREAK_GRID_MINUTES - startMin
}

function applyMealLaw(
  shape: Shape,
  rules: InstanceRules,
  windows: { fromMin: number; toMin: number }[],
): void {
  if (shape.spanMin < rules.mealRequiredFromSpanMin) return
  const firstMeal = windows[inOrder(shape).findIndex(({ kind }) => kind === 'meal')]
  if (firstMeal === undefined) return
  firstMeal.fromMin = Math.max(firstMeal.fromMin, rules.mealEarliestMin)
  firstMeal.toMin = Math.min(firstMeal.toMin, rules.mealLatestMin)
}
