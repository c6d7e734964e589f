import { tolerance } from './acceptance.ts'
import type { BreakMove } from './break-move.ts'
import type { DrawOptions } from './draw-move.ts'
import { OFF } from './roster.ts'
import { ALL_FIXED } from './scope.ts'
import type { SearchState } from './search-state.ts'

/**
 * Moves one break of a shift to any place of its window. A shift gets its breaks where those serve best as
 * the rest of the roster is; but two breaks of two people may serve better together in places of which
 * neither is the best as long as the other is elsewhere.
 */
export function moveBreak(state: SearchState, options: DrawOptions, temperature: number): void {
  const move = drawBreak(state, options)
  if (move === undefined) return
  const delta = state.proposeBreak(move)
  if (delta <= temperature * tolerance(options.random())) state.acceptBreak(move, delta)
}

/** Undefined where the drawn cell has no break that may move. */
function drawBreak(
  { problem, roster }: SearchState,
  { random, fixed }: DrawOptions,
): BreakMove | undefined {
  const { operatorCount, days, shapes, grid } = problem
  const cell = Math.floor(random() * operatorCount * days)
  const start = roster.start[cell] as number
  if (start === OFF || fixed[cell] === ALL_FIXED) return undefined
  const shape = roster.shape[cell] as number
  const count = shapes.breakCount[shape] as number
  if (count === 0) return undefined
  const k = Math.floor(random() * count)
  const at = shape * shapes.breaksMax + k
  const first = (cell % days) * grid.slotsPerDay + start / grid.slotMinutes
  // In steps of the grid of breaks, which is the wall clock's.
  const earliest = Math.ceil((first + (shapes.breakFrom[at] as number)) / shapes.gridSlots)
  const latest = Math.floor((first + (shapes.breakTo[at] as number)) / shapes.gridSlots)
  const step = earliest + Math.floor(random() * (latest - earliest + 1))
  return { cell, k, offset: step * shapes.gridSlots - first }
}
