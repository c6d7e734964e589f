import type { Lock } from '../instance.ts'
import { MINUTES_PER_DAY } from '../instance.ts'
import { priceOf } from './best-cell.ts'
import { SHIFT_FIXED } from './scope.ts'
import type { SearchState } from './search-state.ts'

/**
 * Puts the locked shifts into an empty roster, and tells which cells the search must leave alone.
 *
 * @returns `SHIFT_FIXED` for each locked cell, else `FREE`, by `operator × days + day`
 * @throws {RangeError} if a lock breaks a rule; `diagnose` finds and names such locks beforehand
 */
export function fixCells(state: SearchState, locks: readonly Lock[]): Uint8Array {
  const { problem } = state
  const fixed = new Uint8Array(problem.operatorCount * problem.days)
  for (const lock of locks) {
    const o = indexOf(problem.operatorIndex, lock.op)
    fixed[o * problem.days + lock.day] = SHIFT_FIXED
    if ('off' in lock) continue
    const delta = priceOf(state, {
      o,
      day: lock.day,
      start: lock.start - lock.day * MINUTES_PER_DAY,
      shape: indexOf(problem.shapeIndex, lock.shape),
    })
    if (delta === Number.POSITIVE_INFINITY) {
      throw new RangeError(`the lock of ${lock.op} on day ${lock.day} breaks a rule`)
    }
    state.accept(delta)
  }
  return fixed
}

function indexOf(ids: ReadonlyMap<string, number>, id: string): number {
  const index = ids.get(id)
  if (index === undefined) throw new RangeError(`${id} is unknown`)
  return index
}
