import { fixCells } from '../engine/fixed-cells.ts'
import { compileProblem } from '../engine/problem.ts'
import { putIn } from '../engine/put-in.ts'
import { SearchState } from '../engine/search-state.ts'
import { type Instance, MINUTES_PER_DAY, type Schedule, type Shift } from '../instance.ts'
import { closePast, fixBegun } from './begun.ts'
import {
  CHANGE_PRICES,
  type ChangePrices,
  OfferedPlans,
  type RepairKind,
  type RepairOption,
} from './offered-plans.ts'
import {
  type Candidate,
  type RepairPlace,
  addShifts,
  moveBreaks,
  moveStarts,
  possibleShifts,
} from './repair-passes.ts'
import { takeOver, takersOf } from './take-over.ts'
import { TakenChanges } from './taken-changes.ts'

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
  const state = new SearchState(problem)
  const fixed = fixCells(state, problem.instance.locks)
  const lost = putIn(state, published, fixed)
  fixBegun(state, fixed, nowMin)
  const days = limits.days ?? daysOf(lost, instance)
  const place = { state, fixed, days, taken: new TakenChanges(state) }
  const offers = new OfferedPlans(state, { published, lost, prices })
  const possible = possibleShifts(place)
  const options = triesOf(place, possible, lost).map((one) => {
    mend(place, { ...one, possible }, prices)
    const option = offers.option(one.kind, place.taken.cells)
    place.taken.takeBackAll()
    return option
  })
  return { lost, options: unlike(options).toSorted((a, b) => a.rank - b.rank) }
}

type Try =
  | { readonly kind: 'person'; readonly taker: number }
  | { readonly kind: Exclude<RepairKind, 'person'> }

function triesOf(
  place: RepairPlace,
  possible: readonly Candidate[],
  [only, ...others]: readonly Shift[],
): readonly Try[] {
  const takers = only === undefined || others.length > 0 ? [] : takersOf(place, possible, only.op)
  return [
    ...(['none', 'breaks', 'starts'] as const).map((kind) => ({ kind })),
    ...takers.map((taker) => ({ kind: 'person' as const, taker })),
    ...(['shifts', 'all'] as const).map((kind) => ({ kind })),
  ]
}

function mend(
  place: RepairPlace,
  one: Try & { readonly possible: readonly Candidate[] },
  prices: ChangePrices,
): void {
  if (one.kind === 'person') return takeOver(place, one.taker)
  if (one.kind === 'shifts' || one.kind === 'all') addShifts(place, prices.shift, one.possible)
  if (one.kind === 'starts' || one.kind === 'all') moveStarts(place, prices.start)
  if (one.kind !== 'none') moveBreaks(place, prices.breaks)
}

function daysOf(lost: readonly Shift[], instance: Instance): number[] {
  const spans = new Map(instance.shapes.map(({ id, spanMin }) => [id, spanMin]))
  const touched = lost.flatMap(({ start, shape }) => {
    const last = start + (spans.get(shape) ?? 1) - 1
    return [Math.floor(start / MINUTES_PER_DAY), Math.floor(last / MINUTES_PER_DAY)]
  })
  return [...new Set(touched)].filter((day) => day >= 0 && day < instance.days)
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
