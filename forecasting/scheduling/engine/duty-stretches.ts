import type { Problem } from './problem.ts'
import { OFF, type Roster } from './roster.ts'

/** Room for the stretches of any shift. */
export function stretchesOfAShift({ shapes }: Problem): Int32Array {
  return new Int32Array(2 * (shapes.breaksMax + 1))
}

/**
 * When the person of a cell is on duty: from the start of the shift to its first break, and so on.
 *
 * @param into receives the first slot and the end of each stretch
 * @returns how many stretches there are, 0 on a day off
 */
export function dutyStretches(
  { grid, shapes, days }: Problem,
  { start, shape, breakOffset }: Roster,
  cell: number,
  into: Int32Array,
): number {
  const minute = start[cell] as number
  if (minute === OFF) return 0
  const { breaksMax, breakCount, breakSlots, spanSlots } = shapes
  const own = shape[cell] as number
  const first = (cell % days) * grid.slotsPerDay + minute / grid.slotMinutes
  const count = breakCount[own] as number
  into[0] = first
  for (let k = 0; k < count; k++) {
    const pause = first + (breakOffset[cell * breaksMax + k] as number)
    into[2 * k + 1] = pause
    into[2 * k + 2] = pause + (breakSlots[own * breaksMax + k] as number)
  }
  into[2 * count + 1] = first + (spanSlots[own] as number)
  return count + 1
}
