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
  let best = { delta: Number.POSITIVE_INFINITY, start: OFF, shape: 0 }
  const attempt = (start: number, shape: number): void => {
    const delta = priceOf(state, { o, day, start, shape })
    if (delta < best.delta) best = { delta, start, shape }
  }
  if (state.roster.start[o * days + day] !== OFF) attempt(OFF, 0)
  menu?.shapes.forEach((shape, index) => {
    for (const start of menu.starts[index] ?? []) attempt(start, shape)
  })
  return best
}

/** Keeps the cell's shift and finds better places for its breaks. */
export function bestBreaks(state: SearchState, o: number, day: number): BestChoice {
  const cell = o * state.problem.days + day
  const start = state.roster.start[cell] as number
  const shape = state.roster.shape[cell] as number
  if (start === OFF) return { delta: 0, start, shape }
  return { delta: priceOf(state, { o, day, start, shape }), start, shape }
}

/** The change of cost that one shift on one day brings. */
export function priceOf(
  state: SearchState,
  change: {
    readonly o: number
    readonly day: number
    readonly start: number
    readonly shape: number
  },
): number {
  state.begin(change.o)
  state.set(change.day, change.start, change.shape)
  return state.propose()
}

/** Carries out a choice. */
export function take(
  state: SearchState,
  place: { readonly o: number; readonly day: number },
  { start, shape }: BestChoice,
): void {
  state.accept(priceOf(state, { ...place, start, shape }))
}
