import { type BestChoice, bestBreaks, bestOfCell, priceOf } from '../engine/best-cell.ts'
import { OFF } from '../engine/roster.ts'
import { ALL_FIXED } from '../engine/scope.ts'
import type { SearchState } from '../engine/search-state.ts'
import type { TakenChanges } from './taken-changes.ts'

/** Where a repair may look. */
export interface RepairPlace {
  readonly state: SearchState
  /** 0 for each cell that is free, by `operator × days + day`. */
  readonly fixed: Uint8Array
  readonly days: readonly number[]
  /** What this repair has changed so far. */
  readonly taken: TakenChanges
}

/** Starts are moved by at most this much. */
const NEAR_MINUTES = 60
const ROUNDS_MAX = 3

/** Moves the breaks of shifts that stay as they are. */
export function moveBreaks(place: RepairPlace, price: number): void {
  const { state, fixed } = place
  takeBest(place, price, (o, day, cell) =>
    fixed[cell] !== ALL_FIXED && state.roster.start[cell] !== OFF
      ? bestBreaks(state, o, day)
      : undefined,
  )
}

/** Moves starts by up to an hour, with the shape kept. */
export function moveStarts(place: RepairPlace, price: number): void {
  const { state, fixed } = place
  takeBest(place, price, (o, day, cell) =>
    fixed[cell] === 0 && state.roster.start[cell] !== OFF ? bestNear(state, o, day) : undefined,
  )
}

/** A person's day that a change could better. */
export interface Candidate {
  readonly o: number
  readonly day: number
  readonly delta: number
}

/**
 * Shifts that people who are off could be given, those first that bring the plan most. Trying
 * everybody takes longest of all, so it is done once for all options.
 */
export function possibleShifts(place: RepairPlace): readonly Candidate[] {
  return candidatesOf(place, Number.NEGATIVE_INFINITY, additionTo(place))
}

/** Gives people who are off that day a shift, by what `possibleShifts` found. */
export function addShifts(place: RepairPlace, price: number, possible: readonly Candidate[]): void {
  const worthwhile = possible.filter(({ delta }) => delta < -price)
  takeBest(place, price, additionTo(place), worthwhile)
}

function additionTo({ state, fixed }: RepairPlace): Choose {
  return (o, day, cell) =>
    fixed[cell] === 0 && state.roster.start[cell] === OFF ? bestOfCell(state, o, day) : undefined
}

/**
 * Carries out the changes that gain more than their price, those that gain most first: so that few
 * people must be told of a change.
 */
function takeBest(
  place: RepairPlace,
  price: number,
  choose: Choose,
  first: readonly Candidate[] = candidatesOf(place, price, choose),
): void {
  const { state, taken } = place
  let candidates = first
  for (let round = 1; candidates.length > 0; round++) {
    for (const { o, day } of candidates) {
      // What was taken before may have changed what is best here, or made it needless.
      const choice = choose(o, day, o * state.problem.days + day)
      if (choice !== undefined && choice.delta < -price) taken.take({ o, day }, choice)
    }
    if (round === ROUNDS_MAX) return
    candidates = candidatesOf(place, price, choose)
  }
}

type Choose = (o: number, day: number, cell: number) => BestChoice | undefined

/** Places where a change gains more than its price, those that gain most first. */
function candidatesOf({ state, days }: RepairPlace, price: number, choose: Choose): Candidate[] {
  const candidates: Candidate[] = []
  for (let o = 0; o < state.problem.operatorCount; o++) {
    for (const day of days) {
      const choice = choose(o, day, o * state.problem.days + day)
      if (choice === undefined || choice.delta >= -price) continue
      candidates.push({ o, day, delta: choice.delta })
    }
  }
  return candidates.toSorted((a, b) => a.delta - b.delta)
}

function bestNear(state: SearchState, o: number, day: number): BestChoice {
  const { menus, days } = state.problem
  const cell = o * days + day
  const held = state.roster.start[cell] as number
  const shape = state.roster.shape[cell] as number
  const menu = menus.list[menus.ofCell[cell] as number]
  const starts = menu?.starts[menu.shapes.indexOf(shape)] ?? new Int32Array()
  let best: BestChoice = { delta: 0, start: held, shape }
  for (const start of starts) {
    if (start === held || Math.abs(start - held) > NEAR_MINUTES) continue
    const delta = priceOf(state, { o, day, start, shape })
    if (delta < best.delta) best = { delta, start, shape }
  }
  return best
}
