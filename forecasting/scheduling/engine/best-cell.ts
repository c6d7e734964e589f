import { OFF } from './roster.ts'
import type { SearchState } from './search-state.ts'

/** The best that one cell can hold. */
export interface BestChoice {
  readonly delta: number
  readonly start: number
  readonly shape: number
}

/** Tries every shape and start that the cell's menu offers, and no shift at all. */
export function bestOfCell(state: SearchState, o: number, day: number): BestChoice {
  const { menus, days } = state.problem
  const menu = menus.list[menus.ofCell[o * days + day] as number]
  let best: BestChoice = { delta: Number.POSITIVE_INFINITY, start: OFF, shape: 0 }
  const attempt = (start: number, shape: number): void => {
    state.begin(o)
    state.set(day, start, shape)
    const delta = state.propose()
    if (delta < best.delta) best = { delta, start, shape }
  }
  if (state.roster.start[o * days + day] !== OFF) attempt(OFF, 0)
  menu?.shapes.forEach((shape, index) => {
    for (const start of menu.starts[index] ?? []) attempt(start, shape)
  })
  return best
}

/** Carries out a choice that `bestOfCell` found. */
export function take(state: SearchState, o: number, day: number, choice: BestChoice): void {
  state.begin(o)
  state.set(day, choice.start, choice.shape)
  state.accept(state.propose())
}
