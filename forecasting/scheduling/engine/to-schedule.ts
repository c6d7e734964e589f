import { inOrder } from '../break-windows.ts'
import { MINUTES_PER_DAY, type Schedule, type Shift } from '../instance.ts'
import { OFF } from './roster.ts'
import type { SearchState } from './search-state.ts'

/** The roster as named people's shifts, by operator and then by day. */
export function toSchedule(state: SearchState): Schedule {
  return scheduleOf(state, shiftsByCell(state))
}

/** Every cell's shift, by `operator × days + day`; undefined stands for a day off. */
export function shiftsByCell(state: SearchState): (Shift | undefined)[] {
  return Array.from(state.roster.start, (_, cell) => shiftInCell(state, cell))
}

/** The plan that cells make, by operator and then by day. */
export function scheduleOf(
  { problem }: SearchState,
  cells: readonly (Shift | undefined)[],
): Schedule {
  const shifts = cells.filter((shift) => shift !== undefined)
  return { format: 'wfm-schedule/1', instance: problem.instance.name, shifts }
}

/** A person's shift of one day, or undefined; `cell` is `operator × days + day`. */
export function shiftInCell({ problem, roster }: SearchState, cell: number): Shift | undefined {
  const { instance, days, grid, shapes } = problem
  const minute = roster.start[cell] as number
  const operator = instance.operators[Math.floor(cell / days)]
  const shape = instance.shapes[roster.shape[cell] as number]
  if (minute === OFF || shape === undefined || operator === undefined) return undefined
  const start = (cell % days) * MINUTES_PER_DAY + minute
  const breaks = inOrder(shape).map(({ kind, lenMin }, k) => {
    const offset = roster.breakOffset[cell * shapes.breaksMax + k] as number
    return { kind, start: start + offset * grid.slotMinutes, len: lenMin }
  })
  return { op: operator.id, start, shape: shape.id, breaks }
}
