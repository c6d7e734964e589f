import type { Instance } from '../instance.ts'
import type { Problem } from './problem.ts'
import { OFF } from './roster.ts'
import type { SearchState } from './search-state.ts'

/**
 * Puts the locked shifts into an empty roster, and tells which cells the search must leave alone.
 *
 * @returns 1 for each locked cell, by `operator × days + day`
 * @throws {RangeError} if a lock breaks a rule; `diagnose` finds and names such locks beforehand
 */
export function fixCells(state: SearchState, locks: Instance['locks']): Uint8Array {
  const { problem } = state
  const fixed = new Uint8Array(problem.operatorCount * problem.days)
  for (const lock of locks) {
    const o = indexOf(problem.operatorIndex, lock.op)
    fixed[o * problem.days + lock.day] = 1
    if ('off' in lock) continue
    state.begin(o)
    state.set(lock.day, lock.start - lock.day * 1440, indexOf(problem.shapeIndex, lock.shape))
    const delta = state.propose()
    if (delta === Number.POSITIVE_INFINITY) {
      throw new RangeError(`the lock of ${lock.op} on day ${lock.day} breaks a rule`)
    }
    state.accept(delta)
  }
  return fixed
}

/** True when a cell has a shift. */
export function works(state: SearchState, o: number, day: number): boolean {
  return state.roster.start[o * state.problem.days + day] !== OFF
}

function indexOf(ids: ReadonlyMap<string, number>, id: string): number {
  const index = ids.get(id)
  if (index === undefined) throw new RangeError(`${id} is unknown`)
  return index
}
