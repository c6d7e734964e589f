import { bestOfCell, take } from './best-cell.ts'
import type { SearchState } from './search-state.ts'

const GAIN_MIN = 1e-9
const ROUNDS_MAX = 50

/** Takes every cell's best choice until no cell has a better one: a local optimum for one cell. */
export function polish(state: SearchState, fixed: Uint8Array, shouldStop: () => boolean): void {
  const { operatorCount, days } = state.problem
  for (let round = 0; round < ROUNDS_MAX; round++) {
    let improved = false
    for (let cell = 0; cell < operatorCount * days; cell++) {
      if (fixed[cell] === 1) continue
      if (cell % days === 0 && shouldStop()) return
      const [o, day] = [Math.floor(cell / days), cell % days]
      const choice = bestOfCell(state, o, day)
      if (choice.delta >= -GAIN_MIN) continue
      take(state, o, day, choice)
      improved = true
    }
    if (!improved) return
  }
}
