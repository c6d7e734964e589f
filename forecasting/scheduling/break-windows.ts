import type { InstanceRules, Shape, ShapeBreak } from './instance.ts'
import { BREAK_GRID_MINUTES } from './instance.ts'
import { partsOfShape } from './shift-parts.ts'

/** The offsets from the start of a shift at which one of its breaks may start. */
export interface BreakWindow {
  readonly fromMin: number
  readonly toMin: number
  readonly lenMin: number
  /** Least work since the break before it, or since the start of the shift. */
  readonly workBeforeMin: number
}

/**
 * The windows of a shape's breaks in their order, narrowed to what the meal law and the least work
 * between breaks leave. A window that turned out empty has `fromMin > toMin`: no shift of the shape
 * can be legal.
 */
export function breakWindows(shape: Shape, rules: InstanceRules): BreakWindow[] {
  return windowsOf({ ...shape, breaks: inOrder(shape) }, rules)
}

/** The same for a shape whose breaks stand in the order in which they follow one another. */
export function windowsOf(shape: Shape, rules: InstanceRules): BreakWindow[] {
  const { breaks } = shape
  const workBefore = (k: number): number => workBetween(breaks[k - 1], breaks[k], rules)
  const windows = breaks.map(({ lenMin, fromMin, toMin }, k) => ({
    lenMin,
    fromMin,
    toMin,
    workBeforeMin: workBefore(k),
  }))
  applyMealLaw(shape, rules, windows)
  let earliest = 0
  for (const window of windows) {
    window.fromMin = Math.max(window.fromMin, earliest + window.workBeforeMin)
    earliest = window.fromMin + window.lenMin
  }
  let latestEnd = shape.spanMin - workBefore(windows.length)
  for (const window of windows.toReversed()) {
    window.toMin = Math.min(window.toMin, latestEnd - window.lenMin)
    latestEnd = window.toMin - window.workBeforeMin
  }
  return windows
}

/** The order in which a shape's breaks follow one another in a shift. */
export function inOrder(shape: Shape): Shape['breaks'] {
  return shape.breaks.toSorted((a, b) => a.fromMin - b.fromMin)
}

/**
 * The least work between two breaks that follow one another, or between one and an end of the shift. A
 * personal break may touch its neighbours: the law lets it be joined to the meal or to an end of the shift.
 */
export function workBetween(
  before: Pick<ShapeBreak, 'kind'> | undefined,
  after: Pick<ShapeBreak, 'kind'> | undefined,
  { minWorkBetweenBreaksMin }: InstanceRules,
): number {
  return before?.kind === 'personal' || after?.kind === 'personal' ? 0 : minWorkBetweenBreaksMin
}

/**
 * True when a shift starting at this minute has a place on the grid in every window.
 *
 * Only starts off the break grid can fail here once the windows are not empty.
 */
export function breaksFit(startMin: number, windows: readonly BreakWindow[]): boolean {
  let earliest = 0
  for (const window of windows) {
    const offset = firstOnGrid(startMin, Math.max(window.fromMin, earliest + window.workBeforeMin))
    if (offset > window.toMin) return false
    earliest = offset + window.lenMin
  }
  return true
}

/** The first offset, not before `offsetMin`, that puts a break on the grid of the wall clock. */
export function firstOnGrid(startMin: number, offsetMin: number): number {
  return Math.ceil((startMin + offsetMin) / BREAK_GRID_MINUTES) * BREAK_GRID_MINUTES - startMin
}

/** Each part of a shift that is long enough has its first meal where the law of meals wants it. */
function applyMealLaw(
  shape: Shape,
  rules: InstanceRules,
  windows: { fromMin: number; toMin: number }[],
): void {
  const { breaks } = shape
  const parts = partsOfShape(shape)
  for (const [at, part] of parts.entries()) {
    if (part.toMin - part.fromMin < rules.mealRequiredFromSpanMin) continue
    const isWithin = ({ fromMin }: ShapeBreak): boolean =>
      fromMin >= part.fromMin && (at === parts.length - 1 || fromMin < part.toMin)
    const firstMeal = windows[breaks.findIndex((pause) => pause.kind === 'meal' && isWithin(pause))]
    if (firstMeal === undefined) continue
    firstMeal.fromMin = Math.max(firstMeal.fromMin, part.fromMin + rules.mealEarliestMin)
    firstMeal.toMin = Math.min(firstMeal.toMin, part.fromMin + rules.mealLatestMin)
  }
}
