import type { Random } from '../../kernel/random.ts'
import { drawAnyShift, drawOtherShift, drawSameShift } from './draw-shift.ts'
import { OFF } from './roster.ts'
import { ALL_FIXED, FREE } from './scope.ts'
import type { SearchState } from './search-state.ts'

/** Shares of the moves on a working day; the rest moves the shift to another day. */
const NEW_START_SHARE = 0.55
const DROP_SHARE = 0.08
const ADD_SHARE = 0.5
const SAME_TIME_SHARE = 0.5

/** What drawing a move takes besides the roster. */
export interface DrawOptions {
  readonly random: Random
  /** How free each cell is, as in `scope.ts`. */
  readonly fixed: Uint8Array
}

/** Proposes one change of one person's row; false when the drawn place allows none. */
export function drawMove(state: SearchState, { random, fixed }: DrawOptions): boolean {
  const { operatorCount, days } = state.problem
  const o = Math.floor(random() * operatorCount)
  const day = Math.floor(random() * days)
  const cell = o * days + day
  const start = state.roster.start[cell] as number
  const shape = state.roster.shape[cell] as number
  state.begin(o)
  if (fixed[cell] !== FREE) {
    // The shift stays, but its breaks may find better places.
    if (start === OFF || fixed[cell] === ALL_FIXED) return false
    state.set(day, start, shape)
    return true
  }
  if (start === OFF) return random() < ADD_SHARE && drawAnyShift(state, { o, day }, random)
  const kind = random()
  if (kind < NEW_START_SHARE) return drawOtherShift(state, { o, day, start, shape }, random)
  if (kind < NEW_START_SHARE + DROP_SHARE) {
    state.set(day, OFF, 0)
    return true
  }
  return drawOtherDay(state, { o, day }, { random, fixed })
}

/** Moves the shift to a free day, or exchanges it with the shift of another working day. */
function drawOtherDay(
  state: SearchState,
  { o, day }: { readonly o: number; readonly day: number },
  { random, fixed }: DrawOptions,
): boolean {
  const { days } = state.problem
  const other = Math.floor(random() * days)
  const cell = o * days + day
  const otherCell = o * days + other
  if (other === day || fixed[otherCell] !== FREE) return false
  const { start, shape } = state.roster
  const here = { start: start[cell] as number, shape: shape[cell] as number }
  const there = { start: start[otherCell] as number, shape: shape[otherCell] as number }
  if (there.start === OFF) {
    state.set(day, OFF, 0)
    return random() < SAME_TIME_SHARE
      ? drawSameShift(state, { o, day: other }, here)
      : drawAnyShift(state, { o, day: other }, random)
  }
  return drawSameShift(state, { o, day }, there) && drawSameShift(state, { o, day: other }, here)
}
