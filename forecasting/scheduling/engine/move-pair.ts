import type { Random } from '../../kernel/random.ts'
import { tolerance } from './acceptance.ts'
import type { DrawOptions } from './draw-move.ts'
import { type ShiftKind, drawAlike, drawOtherShift } from './draw-shift.ts'
import { OFF } from './roster.ts'
import type { SearchState } from './search-state.ts'

/** Share of exchanges of times among the pair moves on a day that both work. */
const EXCHANGE_SHARE = 0.3

/** Two people and a day on which the first one works. */
interface Pair {
  readonly a: number
  readonly b: number
  readonly day: number
}

/**
 * Changes two people at once, when neither change alone would be taken: both shift their times on a
 * day, or they trade a working day for a day off. The first change is made, the second one priced on
 * top of it, and both are kept or taken back together.
 */
export function movePair(state: SearchState, options: DrawOptions, temperature: number): void {
  const { random, fixed } = options
  const { operatorCount, days } = state.problem
  const a = Math.floor(random() * operatorCount)
  const b = Math.floor(random() * operatorCount)
  const day = Math.floor(random() * days)
  if (a === b || fixed[a * days + day] === 1 || fixed[b * days + day] === 1) return
  if (!worksOn(state, a, day)) return
  const pair = { a, b, day }
  const other = worksOn(state, b, day) ? day : Math.floor(random() * days)
  if (!isTradeable(state, pair, other, fixed)) return
  if (drawBoth(state, pair, other, random)) decide(state, random, temperature)
}

/** Leaves the first person's part proposed and the second's set aside; false if either is illegal. */
function drawBoth(state: SearchState, { a, b, day }: Pair, other: number, random: Random): boolean {
  const ofA = shiftOn(state, a, day)
  const ofB = shiftOn(state, b, other)
  const isExchange = other !== day || random() < EXCHANGE_SHARE
  const draw = isExchange ? drawExchange : drawNewTimes
  // The second person's part is drawn first: if it breaks a rule, nothing need be priced.
  if (!draw(state, { o: b, gives: other, takes: day, own: ofB, wish: ofA }, random)) return false
  if (!state.isLegal()) return false
  state.setAside()
  return draw(state, { o: a, gives: day, takes: other, own: ofA, wish: ofB }, random)
}

function decide(state: SearchState, random: Random, temperature: number): void {
  const first = state.propose()
  if (first === Number.POSITIVE_INFINITY) return
  state.accept(first)
  state.takeUp()
  const second = state.propose()
  if (first + second <= temperature * tolerance(random())) state.accept(second)
  else state.undo()
}

/** The other person works that day too, or gives one of theirs on which the first is off. */
function isTradeable(
  state: SearchState,
  { a, b, day }: Pair,
  other: number,
  fixed: Uint8Array,
): boolean {
  if (other === day) return worksOn(state, b, day)
  const { days } = state.problem
  return (
    fixed[a * days + other] === 0 &&
    fixed[b * days + other] === 0 &&
    !worksOn(state, a, other) &&
    worksOn(state, b, other)
  )
}

/** One person's part of a pair move. */
interface Part {
  readonly o: number
  /** Day whose shift changes or is given away, and day for which one is taken; often the same. */
  readonly gives: number
  readonly takes: number
  readonly own: ShiftKind
  /** The other person's shift. */
  readonly wish: ShiftKind
}

function drawExchange(
  state: SearchState,
  { o, gives, takes, own, wish }: Part,
  random: Random,
): boolean {
  state.begin(o)
  if (gives !== takes) state.set(gives, OFF, 0)
  return drawAlike(state, { o, day: takes }, { shift: wish, ownShape: own.shape, random })
}

function drawNewTimes(state: SearchState, { o, gives, own }: Part, random: Random): boolean {
  state.begin(o)
  return drawOtherShift(state, { o, day: gives, ...own }, random)
}

function worksOn(state: SearchState, o: number, day: number): boolean {
  return state.roster.start[o * state.problem.days + day] !== OFF
}

function shiftOn({ roster, problem }: SearchState, o: number, day: number): ShiftKind {
  const cell = o * problem.days + day
  return { start: roster.start[cell] as number, shape: roster.shape[cell] as number }
}
