import { OFF } from '../engine/roster.ts'
import { ALL_FIXED } from '../engine/scope.ts'
import type { SearchState } from '../engine/search-state.ts'
import { type Instance, MINUTES_PER_DAY, type Schedule } from '../instance.ts'

/**
 * The problem with the hours of today that are over closed to everybody who is not at work in them,
 * so that nobody is given a shift that has begun already.
 *
 * @param nowMin minute of the horizon that it is now; before the horizon nothing is closed
 */
export function closePast(instance: Instance, { shifts }: Schedule, nowMin: number): Instance {
  const today = Math.floor(nowMin / MINUTES_PER_DAY)
  if (today < 0 || today >= instance.days) return instance
  const fromMin = today * MINUTES_PER_DAY
  if (fromMin === nowMin) return instance
  const spans = new Map(instance.shapes.map(({ id, spanMin }) => [id, spanMin]))
  const present = new Set(
    shifts
      .filter(({ start, shape }) => start < nowMin && start + (spans.get(shape) ?? 0) > fromMin)
      .map(({ op }) => op),
  )
  return {
    ...instance,
    operators: instance.operators.map((operator) =>
      present.has(operator.id) || operator.history.lastShiftEnd > fromMin
        ? operator
        : { ...operator, unavailable: [...operator.unavailable, [fromMin, nowMin] as const] },
    ),
  }
}

/** Fixes the days that are over, and the shifts that have begun, breaks and all. */
export function fixBegun(
  { problem, roster }: SearchState,
  fixed: Uint8Array,
  nowMin: number,
): void {
  const { operatorCount, days } = problem
  const today = Math.floor(nowMin / MINUTES_PER_DAY)
  for (let o = 0; o < operatorCount; o++) {
    for (let day = 0; day < days && day <= today; day++) {
      const cell = o * days + day
      const start = roster.start[cell] as number
      const hasBegun = start !== OFF && day * MINUTES_PER_DAY + start < nowMin
      if (day < today || hasBegun) fixed[cell] = ALL_FIXED
    }
  }
}
