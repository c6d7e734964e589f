import { bestBreaks, bestOfCell, take } from './best-cell.ts'
import { ALL_FIXED, SHIFT_FIXED } from './scope.ts'
import type { SearchState } from './search-state.ts'

const GAIN_MIN = 1e-9
const ROUNDS_MAX = 50

/** Takes every cell's best choice until no cell has a better one: a local optimum for one cell. */
export function polish(state: SearchState, fixed: Uint8Array, shouldStop: () => boolean): void {
  for (let round = 0; round < ROUNDS_MAX; round++) {
    let improved = false
    for (let o = 0; o < state.problem.operatorCount; o++) {
      if (shouldStop()) return
      improved = polishRow(state, fixed, o) || improved
    }
    if (!improved) return
  }
}

/** True when a cell of the person's row could be improved. */
function polishRow(state: SearchState, fixed: Uint8Array, o: number): boolean {
  const { days } = state.problem
  let improved = false
  for (let day = 0; day < days; day++) {
    const freedom = fixed[o * days + day]
    if (freedom === ALL_FIXED) continue
    const choice = freedom === SHIFT_FIXED ? bestBreaks(state, o, day) : bestOfCell(state, o, day)
    if (choice.delta >= -GAIN_MIN) continue
    take(state, { o, day }, choice)
    improved = true
  }
  return improved
}
