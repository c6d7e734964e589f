import type { Random } from '../../kernel/random.ts'
import { temperatureAt, tolerance } from './acceptance.ts'
import { OFF } from './roster.ts'
import type { SearchState } from './search-state.ts'

/** The temperatures' unit is the cost of one agent-hour at `costPerHour` 1. */
const HOTTEST = Number((globalThis as any).process.env.T0 ?? 2)
const COLDEST = Number((globalThis as any).process.env.T1 ?? 0.03)
const PAIR_SHARE = Number((globalThis as any).process.env.PAIR ?? 0)
const PK = ((globalThis as any).process.env.PK ?? '1,1,1').split(',').map(Number)
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
  let temperature = HOTTEST
  for (let done = 0; done < iterations; done++) {
    if (done % LOOK_UP_EVERY === 0) {
      if (shouldStop()) return done
      onProgress(done / iterations)
      temperature = temperatureAt({ hottest: HOTTEST, coldest: COLDEST }, done / iterations)
    }
    if (random() < PAIR_SHARE) {
      movePair(state, options, temperature)
      continue
    }
    if (!drawMove(state, options)) continue
    const delta = state.propose()
    if (delta <= temperature * tolerance(random())) state.accept(delta)
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

function movePair(state: SearchState, options: AnnealOptions, temperature: number): void {
  const { random, fixed } = options
  const { operatorCount, days } = state.problem
  const a = Math.floor(random() * operatorCount)
  const b = Math.floor(random() * operatorCount)
  const day = Math.floor(random() * days)
  if (a === b) return
  const { start, shape } = state.roster
  const cellA = a * days + day
  const cellB = b * days + day
  if (fixed[cellA] === 1 || fixed[cellB] === 1) return
  const startA = start[cellA] as number
  const shapeA = shape[cellA] as number
  const startB = start[cellB] as number
  const shapeB = shape[cellB] as number
  if (startA === OFF) return
  let first: boolean
  let second: () => boolean
  if (startB !== OFF) {
    state.begin(a)
    if (random() < 0.3) {
      first = keepOrDraw(state, { o: a, day, random, start: startB, shape: shapeB })
      second = () => keepOrDraw(state, { o: b, day, random, start: startA, shape: shapeA })
    } else {
      first = drawShift(state, { o: a, day, random, start: startA, shape: shapeA })
      second = () => drawShift(state, { o: b, day, random, start: startB, shape: shapeB })
    }
    if (random() >= PK[0]) return
  } else if (random() < 0.7) {
    if (random() >= PK[1]) return
    const other = Math.floor(random() * days)
    if (other === day) return
    const oA = a * days + other
    const oB = b * days + other
    if (fixed[oA] === 1 || fixed[oB] === 1) return
    if (start[oA] !== OFF || start[oB] === OFF) return
    const sB = start[oB] as number
    const hB = shape[oB] as number
    state.begin(a)
    state.set(day, OFF, 0)
    first = keepOrDraw(state, { o: a, day: other, random, start: sB, shape: hB, own: shapeA })
    second = () => {
      state.set(other, OFF, 0)
      return keepOrDraw(state, { o: b, day, random, start: startA, shape: shapeA, own: hB })
    }
  } else {
    if (random() >= PK[2]) return
    state.begin(a)
    state.set(day, OFF, 0)
    first = true
    second = () => keepOrDraw(state, { o: b, day, random, start: startA, shape: shapeA })
  }
  if (!first) return
  const delta = state.propose()
  if (delta === Number.POSITIVE_INFINITY) return
  state.accept(delta)
  state.begin(b)
  if (second()) {
    const more = state.propose()
    if (delta + more <= temperature * tolerance(random())) {
      state.accept(more)
      return
    }
  }
  state.undo()
}

/** The start nearest to a wished one, with the wished shape if the menu has it. */
function keepOrDraw(
  state: SearchState,
  draw: { o: number; day: number; random: Random; start: number; shape: number; own?: number },
): boolean {
  const { o, day, random } = draw
  const { menus, days } = state.problem
  const menu = menus.list[menus.ofCell[o * days + day] as number]
  if (menu === undefined || menu.shapes.length === 0) return false
  let index = menu.shapes.indexOf(draw.shape)
  if (index < 0 && draw.own !== undefined) index = menu.shapes.indexOf(draw.own)
  if (index < 0) index = Math.floor(random() * menu.shapes.length)
  const starts = menu.starts[index] as Int32Array
  state.set(day, starts[nearestIndex(starts, draw.start)] as number, menu.shapes[index] as number)
  return true
}
