import { rostersOf } from '../check-schedule.ts'
import { coveredIntervals } from '../coverage.ts'
import type { SearchState } from '../engine/search-state.ts'
import { type Instance, MINUTES_PER_DAY, type Schedule, type Shape } from '../instance.ts'
import { type OperatorRoster, rosteredShift } from '../rules/rule.ts'
import { type Span, reasonOf } from './absence-reason.ts'
import { costTeller, explainedPlan } from './explained-plan.ts'
import type { PersonReason } from './person-reason.ts'

export interface IntervalExplanation {
  readonly skill: string
  readonly interval: number
  readonly required: number
  /** Agents of the skill that are missing, with people shared over their skills. */
  readonly short: number
  /** Everybody with the skill, those first who could come at the least cost. */
  readonly people: readonly PersonReason[]
}

/**
 * Why an interval is short: for everybody with the skill, whether they work then, and if not, what it
 * would cost to have them, for the cheapest by the terms of the price, or which rule or lock is in the way.
 *
 * @throws {RangeError} for an unknown skill or an interval outside the horizon
 */
export function explainInterval(
  instance: Instance,
  schedule: Schedule,
  { skill, interval }: { readonly skill: string; readonly interval: number },
): IntervalExplanation {
  const index = instance.skills.findIndex(({ id }) => id === skill)
  const covered = coveredIntervals(instance, schedule)[interval]
  if (index < 0) throw new RangeError(`skill ${skill} is unknown`)
  if (covered === undefined) throw new RangeError(`interval ${interval} is outside the horizon`)
  const state = explainedPlan(instance, schedule)
  const fromMin = interval * instance.intervalMin
  const span: Span = { fromMin, toMin: fromMin + instance.intervalMin }
  const people = rosters(instance, schedule)
    .filter(({ operator }) => operator.skills.includes(skill))
    .map((roster) => reasonOf(state, roster, span))
  const cost = costTeller(state)
  return {
    skill,
    interval,
    required: instance.demand[skill]?.[interval] ?? 0,
    short: covered.short[index] ?? 0,
    people: people
      .toSorted((a, b) => costOf(a) - costOf(b))
      .map((reason, at) => (at < TOLD_MOST ? withTerms(state, reason, cost) : reason))
      .toSorted((a, b) => costOf(a) - costOf(b)),
  }
}

/** So many are told with what their coming costs: each takes a reckoning of the whole plan. */
const TOLD_MOST = 8

function withTerms(
  state: SearchState,
  reason: PersonReason,
  cost: ReturnType<typeof costTeller>,
): PersonReason {
  if (reason.kind !== 'possible') return reason
  const { problem } = state
  const day = Math.floor(reason.start / MINUTES_PER_DAY)
  const told = cost(
    { o: problem.operatorIndex.get(reason.op) ?? 0, day },
    {
      delta: reason.delta,
      start: reason.start - day * MINUTES_PER_DAY,
      shape: problem.shapeIndex.get(reason.shape) ?? 0,
    },
  )
  return { ...reason, ...told }
}

function costOf(reason: PersonReason): number {
  if (reason.kind === 'possible') return reason.delta
  return reason.kind === 'barred' ? Number.MAX_VALUE : Number.POSITIVE_INFINITY
}

function rosters(instance: Instance, schedule: Schedule): OperatorRoster[] {
  const shapes = new Map<string, Shape>(instance.shapes.map((shape) => [shape.id, shape]))
  const shifts = Map.groupBy(schedule.shifts, ({ op }) => op)
  return rostersOf(
    instance,
    new Map(
      [...shifts].map(([op, own]) => [
        op,
        own.flatMap((shift) => {
          const shape = shapes.get(shift.shape)
          return shape === undefined ? [] : [rosteredShift(shift, shape)]
        }),
      ]),
    ),
  )
}
