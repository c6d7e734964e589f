import type { Random } from '../../kernel/random.ts'
import { type BestChoice, bestOfCell, take } from './best-cell.ts'
import { works } from './fixed-cells.ts'
import type { SearchState } from './search-state.ts'

/**
 * A first roster: in every round each person, in a random order, gets the one shift that improves
 * the roster most; rounds end when nobody's does.
 */
export function greedy(state: SearchState, fixed: Uint8Array, random: Random): void {
  const { operatorCount, days } = state.problem
  let open = Array.from({ length: operatorCount }, (_, o) => o)
  for (let round = 0; round < days && open.length > 0; round++) {
    shuffle(open, random)
    open = open.filter((o) => addBestShift(state, fixed, o))
  }
}

function addBestShift(state: SearchState, fixed: Uint8Array, o: number): boolean {
  const { days } = state.problem
  let best: (BestChoice & { readonly day: number }) | undefined
  for (let day = 0; day < days; day++) {
    if (fixed[o * days + day] === 1 || works(state, o, day)) continue
    const choice = bestOfCell(state, o, day)
    if (choice.delta < (best?.delta ?? 0)) best = { ...choice, day }
  }
  if (best === undefined) return false
  take(state, o, best.day, best)
  return true
}

function shuffle(list: number[], random: Random): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = list[i] as number
    list[i] = list[j] as number
    list[j] = held
  }
}
