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
  const changeSecond = worksOn(state, b, day)
    ? changeTimes(state, pair, options)
    : tradeDays(state, pair, options)
  if (changeSecond === undefined) return
  const first = state.propose()
  if (first === Number.POSITIVE_INFINITY) return
  state.accept(first)
  state.begin(b)
  if (changeSecond()) {
    const second = state.propose()
    if (first + second <= temperature * tolerance(random())) {
      state.accept(second)
      return
    }
  }
  state.undo()
}

/** Proposes the second person's part; false when there is none. */
type SecondChange = () => boolean

function changeTimes(
  state: SearchState,
  { a, b, day }: Pair,
  { random }: DrawOptions,
): SecondChange | undefined {
  const shiftOfA = shiftOn(state, a, day)
  const shiftOfB = shiftOn(state, b, day)
  state.begin(a)
  if (random() < EXCHANGE_SHARE) {
    const taken = { shift: shiftOfB, ownShape: shiftOfA.shape, random }
    const given = { shift: shiftOfA, ownShape: shiftOfB.shape, random }
    return drawAlike(state, { o: a, day }, taken)
      ? () => drawAlike(state, { o: b, day }, given)
      : undefined
  }
  return drawOtherShift(state, { o: a, day, ...shiftOfA }, random)
    ? () => drawOtherShift(state, { o: b, day, ...shiftOfB }, random)
    : undefined
}

/** The first gives a day to the second and gets another one of theirs. */
function tradeDays(
  state: SearchState,
  { a, b, day }: Pair,
  { random, fixed }: DrawOptions,
): SecondChange | undefined {
  const { days } = state.problem
  const other = Math.floor(random() * days)
  if (fixed[a * days + other] === 1 || fixed[b * days + other] === 1) return undefined
  if (worksOn(state, a, other) || !worksOn(state, b, other)) return undefined
  const shiftOfA = shiftOn(state, a, day)
  const shiftOfB = shiftOn(state, b, other)
  state.begin(a)
  state.set(day, OFF, 0)
  const taken = { shift: shiftOfB, ownShape: shiftOfA.shape, random }
  if (!drawAlike(state, { o: a, day: other }, taken)) return undefined
  return () => {
    state.set(other, OFF, 0)
    return drawAlike(state, { o: b, day }, { shift: shiftOfA, ownShape: shiftOfB.shape, random })
  }
}

function worksOn(state: SearchState, o: number, day: number): boolean {
  return state.roster.start[o * state.problem.days + day] !== OFF
}

function shiftOn({ roster, problem }: SearchState, o: number, day: number): ShiftKind {
  const cell = o * problem.days + day
  return { start: roster.start[cell] as number, shape: roster.shape[cell] as number }
}
