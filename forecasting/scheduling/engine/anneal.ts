import type { Random } from '../../kernel/random.ts'
import { OFF } from './roster.ts'
import type { SearchState } from './search-state.ts'

/** The temperatures' unit is the cost of one agent-hour at `costPerHour` 1. */
const HOTTEST = 2
const COLDEST = 0.03
const LOOK_UP_EVERY = 2000

/** Shares of the moves on a working day; the rest moves the shift to another day. */
const NEW_START_SHARE = 0.55
const DROP_SHARE = 0.08
const NEAR_START_SHARE = 0.7
const NEAR_STEPS = 4
const OTHER_SHAPE_SHARE = 0.3
const ADD_SHARE = 0.5

export interface AnnealOptions {
  readonly iterations: number
  readonly random: Random
  /** 1 for each cell that must not change. */
  readonly fixed: Uint8Array
  readonly shouldStop: () => boolean
  readonly onProgress: (done: number) => void
}

/**
 * Simulated annealing over legal rosters: the temperature follows the count of iterations and never
 * the clock, so the same seed and budget give the same roster everywhere.
 *
 * Source: S. Kirkpatrick, C. Gelatt & M. Vecchi, Science 220 (1983).
 *
 * @returns iterations done, fewer than asked when it was told to stop
 */
export function anneal(state: SearchState, options: AnnealOptions): number {
  const { iterations, random, shouldStop, onProgress } = options
  const cooling = Math.log(COLDEST / HOTTEST)
  let temperature = HOTTEST
  for (let done = 0; done < iterations; done++) {
    if (done % LOOK_UP_EVERY === 0) {
      if (shouldStop()) return done
      onProgress(done / iterations)
      temperature = HOTTEST * Math.exp((cooling * done) / iterations)
    }
    if (!drawMove(state, options)) continue
    const delta = state.propose()
    if (delta <= 0 || random() < Math.exp(-delta / temperature)) state.accept(delta)
  }
  return iterations
}

/** Draws one change of one person's row; false when the drawn place allows none. */
function drawMove(state: SearchState, options: AnnealOptions): boolean {
  const { random, fixed } = options
  const { operatorCount, days } = state.problem
  const o = Math.floor(random() * operatorCount)
  const day = Math.floor(random() * days)
  const cell = o * days + day
  if (fixed[cell] === 1) return false
  const start = state.roster.start[cell] as number
  state.begin(o)
  if (start === OFF) return random() < ADD_SHARE && drawShift(state, { o, day, random })
  const kind = random()
  if (kind < NEW_START_SHARE) {
    return drawShift(state, { o, day, random, start, shape: state.roster.shape[cell] as number })
  }
  if (kind < NEW_START_SHARE + DROP_SHARE) {
    state.set(day, OFF, 0)
    return true
  }
  return drawOtherDay(state, { o, day, random, fixed })
}

interface DrawnShift {
  readonly o: number
  readonly day: number
  readonly random: Random
  /** The start and shape to stay near; without them anything that the menu offers. */
  readonly start?: number
  readonly shape?: number
}

function drawShift(state: SearchState, draw: DrawnShift): boolean {
  const { o, day, random } = draw
  const { menus, days } = state.problem
  const menu = menus.list[menus.ofCell[o * days + day] as number]
  if (menu === undefined || menu.shapes.length === 0) return false
  const held = draw.shape === undefined ? -1 : menu.shapes.indexOf(draw.shape)
  const keepsShape = held >= 0 && random() >= OTHER_SHAPE_SHARE
  const index = keepsShape ? held : Math.floor(random() * menu.shapes.length)
  const starts = menu.starts[index] as Int32Array
  let place = Math.floor(random() * starts.length)
  if (draw.start !== undefined && random() < NEAR_START_SHARE) {
    const near = nearestIndex(starts, draw.start)
    const step = Math.floor(random() * (2 * NEAR_STEPS + 1)) - NEAR_STEPS
    place = Math.min(starts.length - 1, Math.max(0, near + step))
  }
  const start = starts[place] as number
  const shape = menu.shapes[index] as number
  if (start === draw.start && shape === draw.shape) return false
  state.set(day, start, shape)
  return true
}

/** Moves the shift to a free day, or exchanges it with the shift of another working day. */
function drawOtherDay(
  state: SearchState,
  draw: DrawnShift & { readonly fixed: Uint8Array },
): boolean {
  const { o, day, random, fixed } = draw
  const { days } = state.problem
  const other = Math.floor(random() * days)
  const cell = o * days + day
  const otherCell = o * days + other
  if (other === day || fixed[otherCell] === 1) return false
  const { start, shape } = state.roster
  const otherStart = start[otherCell] as number
  if (otherStart === OFF) {
    state.set(day, OFF, 0)
    if (random() < 0.5) return drawShift(state, { o, day: other, random })
    return keepShift(state, {
      o,
      day: other,
      start: start[cell] as number,
      shape: shape[cell] as number,
    })
  }
  const here = { o, day, start: otherStart, shape: shape[otherCell] as number }
  const there = { o, day: other, start: start[cell] as number, shape: shape[cell] as number }
  return keepShift(state, here) && keepShift(state, there)
}

/** Puts a given shift on a day, if the day's menu offers it. */
function keepShift(
  state: SearchState,
  wish: {
    readonly o: number
    readonly day: number
    readonly start: number
    readonly shape: number
  },
): boolean {
  const { menus, days } = state.problem
  const menu = menus.list[menus.ofCell[wish.o * days + wish.day] as number]
  const index = menu?.shapes.indexOf(wish.shape) ?? -1
  const starts = menu?.starts[index]
  if (starts === undefined || starts[nearestIndex(starts, wish.start)] !== wish.start) return false
  state.set(wish.day, wish.start, wish.shape)
  return true
}

/** Index of the start that is nearest to a minute of the day, by bisection. */
function nearestIndex(starts: Int32Array, minute: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) < minute) low = middle + 1
    else high = middle
  }
  const before = starts[low - 1]
  if (before === undefined) return low
  return minute - before < (starts[low] as number) - minute ? low - 1 : low
}
