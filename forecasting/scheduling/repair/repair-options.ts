import { type ShiftChange, changesBetween } from '../changes-between.ts'
import { fixCells } from '../engine/fixed-cells.ts'
import { type Problem, compileProblem } from '../engine/problem.ts'
import { putIn } from '../engine/put-in.ts'
import { SearchState } from '../engine/search-state.ts'
import { toSchedule } from '../engine/to-schedule.ts'
import { type Instance, MINUTES_PER_DAY, type Schedule, type Shift } from '../instance.ts'
import { closePast, fixBegun } from './begun.ts'
import { type RepairPlace, addShifts, moveBreaks, moveStarts } from './repair-passes.ts'
import { takeOver, takersOf } from './take-over.ts'

/** What a change of a published day must gain to be worth telling a person of it. */
export interface ChangePrices {
  readonly breaks: number
  readonly start: number
  readonly shift: number
}

/** In the unit of the objective: agent-hours at `costPerHour` 1. */
export const CHANGE_PRICES: ChangePrices = { breaks: 0.1, start: 0.5, shift: 1 }

/** How far a repair goes; `person` has one person take over for the one shift that is lost. */
export type RepairKind = 'none' | 'breaks' | 'starts' | 'person' | 'shifts' | 'all'

export interface RepairOption {
  readonly kind: RepairKind
  readonly schedule: Schedule
  /** The engine's total for the plan under the instance as it is now. */
  readonly objective: number
  /** The objective and the price of every change that the instance does not force. */
  readonly rank: number
  /** Against what was published, the forced ones included. */
  readonly changes: readonly ShiftChange[]
}

export interface Repair {
  /** Published shifts that are against a rule now, such as those of somebody who fell ill. */
  readonly lost: readonly Shift[]
  /** Best first; `none` gives up what is lost and does nothing more. */
  readonly options: readonly RepairOption[]
}

/** What a repair may touch, and what a change is worth. */
export interface RepairLimits {
  /** Days to mend; by default those of the lost shifts and of what they covered after midnight. */
  readonly days?: readonly number[]
  readonly prices?: ChangePrices
  /** Minute of the horizon that it is now: what has begun stays, and nothing new begins before. */
  readonly nowMin?: number
}

/**
 * Ways to mend a published plan after something changed: an absence, new leave, another demand.
 * Deterministic, and quick enough to wait for: a few passes over the days that matter, no search.
 *
 * @param instance the problem as it is now
 */
export function repairOptions(
  instance: Instance,
  published: Schedule,
  limits: RepairLimits = {},
): Repair {
  const { prices = CHANGE_PRICES, nowMin = Number.NEGATIVE_INFINITY } = limits
  const problem = compileProblem(closePast(instance, published, nowMin))
  const { lost, place } = begin(problem, published, { days: [], nowMin })
  const days = limits.days ?? daysOf(lost, instance)
  const [only, ...others] = lost
  const takers =
    only === undefined || others.length > 0 ? [] : takersOf({ ...place, days }, only.op)
  const tries: readonly Try[] = [
    ...(['none', 'breaks', 'starts'] as const).map((kind) => ({ kind })),
    ...takers.map((taker) => ({ kind: 'person' as const, taker })),
    ...(['shifts', 'all'] as const).map((kind) => ({ kind })),
  ]
  const options = tries.map((one) => {
    const begun = begin(problem, published, { days, nowMin })
    mend(begun.place, one, prices)
    return optionOf({ kind: one.kind, state: begun.place.state, published, lost, prices })
  })
  return { lost, options: unlike(options).toSorted((a, b) => a.rank - b.rank) }
}

type Try =
  | { readonly kind: 'person'; readonly taker: number }
  | { readonly kind: Exclude<RepairKind, 'person'> }

function mend(place: RepairPlace, one: Try, prices: ChangePrices): void {
  if (one.kind === 'person') return takeOver(place, one.taker)
  if (one.kind === 'shifts' || one.kind === 'all') addShifts(place, prices.shift)
  if (one.kind === 'starts' || one.kind === 'all') moveStarts(place, prices.start)
  if (one.kind !== 'none') moveBreaks(place, prices.breaks)
}

function begin(
  problem: Problem,
  published: Schedule,
  { days, nowMin }: { readonly days: readonly number[]; readonly nowMin: number },
): { place: RepairPlace; lost: Shift[] } {
  const state = new SearchState(problem)
  const fixed = fixCells(state, problem.instance.locks)
  const lost = putIn(state, published, fixed)
  fixBegun(state, fixed, nowMin)
  return { place: { state, fixed, days }, lost }
}

function daysOf(lost: readonly Shift[], instance: Instance): number[] {
  const spans = new Map(instance.shapes.map(({ id, spanMin }) => [id, spanMin]))
  const touched = lost.flatMap(({ start, shape }) => {
    const last = start + (spans.get(shape) ?? 1) - 1
    return [Math.floor(start / MINUTES_PER_DAY), Math.floor(last / MINUTES_PER_DAY)]
  })
  return [...new Set(touched)].filter((day) => day >= 0 && day < instance.days)
}

function optionOf(option: {
  readonly kind: RepairKind
  readonly state: SearchState
  readonly published: Schedule
  readonly lost: readonly Shift[]
  readonly prices: ChangePrices
}): RepairOption {
  const { kind, state, published, lost, prices } = option
  const objective = state.recount()
  const schedule = toSchedule(state)
  const changes = changesBetween(published, schedule)
  const forced = new Set(lost.map(({ op, start }) => `${op} ${start}`))
  const price = changes
    .filter(({ before }) => before === null || !forced.has(`${before.op} ${before.start}`))
    .reduce((sum, change) => sum + priceOf(change, prices), 0)
  return { kind, schedule, objective, rank: objective + price, changes }
}

function priceOf({ kind, before, after }: ShiftChange, prices: ChangePrices): number {
  if (kind === 'breaks') return prices.breaks
  return kind === 'changed' && before?.shape === after?.shape ? prices.start : prices.shift
}

/** Leaves out what comes to the same changes as an option before it. */
function unlike(options: readonly RepairOption[]): RepairOption[] {
  const seen = new Set<string>()
  return options.filter(({ changes }) => {
    const key = JSON.stringify(changes)
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
