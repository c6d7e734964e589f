import type { Random } from '../../kernel/random.ts'
import { tolerance } from './acceptance.ts'
import type { DrawOptions } from './draw-move.ts'
import { type ShiftKind, drawAlike, drawOtherShift } from './draw-shift.ts'
import { CHANGES_MAX } from './proposal.ts'
import { OFF } from './roster.ts'
import { FREE } from './scope.ts'
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
  if (a === b || fixed[a * days + day] !== FREE || fixed[b * days + day] !== FREE) return
  if (!worksOn(state, a, day)) return
  const pair = { a, b, day }
  const other = worksOn(state, b, day) ? day : Math.floor(random() * days)
  if (!isTradeable(state, pair, other, fixed)) return
  if (drawBoth(state, pair, other, random)) decide(state, random, temperature)
}

/**
 * Two people exchange a stretch of days, as when one takes over another's nights with the days of
 * rest around them: no change of single days leads there through legal rosters.
 */
export function moveStretch(state: SearchState, options: DrawOptions, temperature: number): void {
  const { random, fixed } = options
  const { operatorCount, days } = state.problem
  const a = Math.floor(random() * operatorCount)
  const b = Math.floor(random() * operatorCount)
  const length = Math.min(days, 2 + Math.floor(random() * (CHANGES_MAX - 1)))
  const from = Math.floor(random() * (days - length + 1))
  if (a === b) return
  const stretch = { from, to: from + length, random }
  for (let day = from; day < stretch.to; day++) {
    if (fixed[a * days + day] !== FREE || fixed[b * days + day] !== FREE) return
  }
  if (!drawStretch(state, { o: b, other: a }, stretch) || !state.isLegal()) return
  state.setAside()
  if (drawStretch(state, { o: a, other: b }, stretch)) decide(state, random, temperature)
}

/** Proposes for one person what the other has on each day of a stretch; false if nothing changes. */
function drawStretch(
  state: SearchState,
  { o, other }: { readonly o: number; readonly other: number },
  stretch: { readonly from: number; readonly to: number; readonly random: Random },
): boolean {
  state.begin(o)
  let changes = 0
  for (let day = stretch.from; day < stretch.to; day++) {
    const own = shiftOn(state, o, day)
    const shift = shiftOn(state, other, day)
    if (shift.start === OFF && own.start === OFF) continue
    changes++
    if (shift.start === OFF) state.set(day, OFF, 0)
    else if (!drawAlike(state, { o, day }, { shift, ownShape: own.shape, random: stretch.random }))
      return false
  }
  return changes > 0
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
    fixed[a * days + other] === FREE &&
    fixed[b * days + other] === FREE &&
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
