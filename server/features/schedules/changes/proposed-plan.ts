import type { ShiftChange } from '#forecasting/scheduling/changes-between.ts'
import { coverageOf, type ShortageBySkill } from '#forecasting/scheduling/coverage.ts'
import {
  type Instance,
  MINUTES_PER_DAY,
  type Schedule as Plan,
  type Shift,
} from '#forecasting/scheduling/instance.ts'

import { type DutyFigures, dutyFigures } from '../problem/coverage-figures.ts'
import { type DayWindow, withinDays } from '../problem/day-window.ts'
import type { PlanningQueue } from '../problem/planning-rows.ts'
import type { PlanProposal } from './plan-proposal.schema.ts'

/** A change of a plan, with what it means for its person. */
export interface ChangeFacts extends ShiftChange {
  /** Of the person in the whole period. */
  readonly paidMin: { readonly before: number; readonly after: number }
  /** The shorter rest beside the shift as it would be; null without a neighbour. */
  readonly restMin: number | null
}

/** Another plan beside the one that there is, in the engine's words. */
export interface ProposedPlan {
  readonly kind: PlanProposal['kind']
  readonly changes: readonly ChangeFacts[]
  readonly cost: number
  readonly shortHours: { readonly before: number; readonly after: number }
  readonly paidHours: { readonly before: number; readonly after: number }
  /** Days that the changes touch; undefined when nothing changes. */
  readonly window: DayWindow | undefined
  /** Of those days. */
  readonly figures: DutyFigures | undefined
}

/** A plan that is proposed, as the search names and prices it. */
interface FoundPlan {
  readonly kind: PlanProposal['kind']
  readonly plan: Plan
  readonly cost: number
  /** Of the plan before. */
  readonly changes: readonly ShiftChange[]
}

/**
 * Tells what plans would change of the one that there is, and what each brings. What is known of that
 * one is reckoned once: of a thousand people's month it takes most of the time.
 */
export function planProposer(
  instance: Instance,
  before: Plan,
  queues: readonly PlanningQueue[],
): (found: FoundPlan) => ProposedPlan {
  const short = hoursOf(coverageOf(instance, before), instance)
  const paid = paidMinutes(instance, before.shifts) / 60
  const shortBefore = new Map<string, number>()
  /** Only on the days that change: the whole of a thousand people's month takes too long to wait for. */
  const shortIn = ({ fromDay, toDay }: DayWindow): number => {
    const key = `${fromDay} ${toDay}`
    const known = shortBefore.get(key)
    if (known !== undefined) return known
    const part = withinDays(instance, before, { fromDay, toDay })
    const hours = hoursOf(coverageOf(part.instance, part.plan), instance)
    shortBefore.set(key, hours)
    return hours
  }
  return ({ kind, plan, cost, changes }) => {
    const window = daysOf(changes, instance)
    const part = window === undefined ? undefined : withinDays(instance, plan, window)
    const bySkill = part === undefined ? undefined : coverageOf(part.instance, part.plan)
    const more =
      window === undefined || bySkill === undefined
        ? 0
        : hoursOf(bySkill, instance) - shortIn(window)
    return {
      kind,
      changes: withFacts(instance, before, plan, changes),
      cost,
      shortHours: { before: short, after: short + more },
      paidHours: { before: paid, after: paidMinutes(instance, plan.shifts) / 60 },
      window,
      figures:
        part === undefined ? undefined : dutyFigures(part.instance, part.plan, queues, bySkill),
    }
  }
}

/** Agent-hours that are missing. */
function hoursOf(bySkill: ShortageBySkill, { intervalMin }: Instance): number {
  const missing = Object.values(bySkill).flat()
  return (missing.reduce((sum, agents) => sum + agents, 0) * intervalMin) / 60
}

function daysOf(changes: readonly ShiftChange[], instance: Instance): DayWindow | undefined {
  const spans = spansOf(instance)
  const touched = changes.flatMap(({ before, after }) =>
    [before, after].filter((shift) => shift !== null),
  )
  if (touched.length === 0) return undefined
  const from = touched.reduce((least, { start }) => Math.min(least, start), Infinity)
  const to = touched.reduce(
    (most, { start, shape }) => Math.max(most, start + (spans.get(shape) ?? 0)),
    0,
  )
  const fromDay = Math.min(Math.max(0, Math.floor(from / MINUTES_PER_DAY)), instance.days - 1)
  const toDay = Math.min(instance.days, Math.max(fromDay + 1, Math.ceil(to / MINUTES_PER_DAY)))
  return { fromDay, toDay }
}

function withFacts(
  instance: Instance,
  before: Plan,
  plan: Plan,
  changes: readonly ShiftChange[],
): ChangeFacts[] {
  const people = new Set(changes.map(({ op }) => op))
  const [old, now] = [before, plan].map(({ shifts }) =>
    Map.groupBy(
      shifts.filter(({ op }) => people.has(op)),
      ({ op }) => op,
    ),
  )
  const ends = new Map(instance.operators.map(({ id, history }) => [id, history.lastShiftEnd]))
  return changes.map((change) => {
    const own = now?.get(change.op) ?? []
    return {
      ...change,
      paidMin: {
        before: paidMinutes(instance, old?.get(change.op) ?? []),
        after: paidMinutes(instance, own),
      },
      restMin: change.after === null ? null : restBeside(instance, own, change.after, ends),
    }
  })
}

function restBeside(
  instance: Instance,
  own: readonly Shift[],
  shift: Shift,
  ends: ReadonlyMap<string, number>,
): number | null {
  const spans = spansOf(instance)
  const endOf = ({ start, shape }: Shift): number => start + (spans.get(shape) ?? 0)
  const others = own.filter((one) => one !== shift)
  const rests = [
    shift.start - (ends.get(shift.op) ?? -Infinity),
    ...others
      .filter(({ start }) => start < shift.start)
      .map((earlier) => shift.start - endOf(earlier)),
    ...others.filter(({ start }) => start > shift.start).map(({ start }) => start - endOf(shift)),
  ].filter((minutes) => minutes < instance.days * MINUTES_PER_DAY)
  return rests.length === 0 ? null : Math.min(...rests)
}

function paidMinutes(instance: Instance, shifts: readonly Shift[]): number {
  const paid = new Map(instance.shapes.map(({ id, paidMin }) => [id, paidMin]))
  return shifts.reduce((sum, { shape }) => sum + (paid.get(shape) ?? 0), 0)
}

function spansOf({ shapes }: Instance): Map<string, number> {
  return new Map(shapes.map(({ id, spanMin }) => [id, spanMin]))
}
