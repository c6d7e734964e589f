import type { OperatorId } from '#forecasting/kernel/units.ts'

import type { Span } from '../../adherence/span-cursor.ts'
import type { PersonAhead } from '../hours/people-ahead.ts'
import {
  groupedHours,
  type GroupedHours,
  groupKey,
  type HoursToWeigh,
} from '../hours/people-groups.ts'
import type { PresentPeople } from '../hours/predict-hours.ts'
import { addFigures, type ClientFigures, differenceOf } from '../hours/promise-gap.ts'
import { type Candidate, SUGGESTION_KINDS } from './move-candidates.ts'

/** Of each kind so many are tried exactly, the most promising first. */
const TRIED_MAX = 12
const SHOWN_MAX = 3
/** Below a tenth of a contact nobody would notice. */
const LEAST_GAIN = 0.1
const LEAST_HARM = 0.05

export interface Suggestion extends Candidate {
  /** What changes for clients in the rest of the day: below 0 is better. */
  readonly change: ClientFigures
}

/** One candidate's person, as they are planned and as they would be. */
export interface Tried {
  readonly candidate: Candidate
  readonly before: PersonAhead | undefined
  readonly after: PersonAhead
}

/**
 * Changes of today's plan that help clients most: breaks that cost nothing first, then people who may
 * go home without harm, then paid time more. Each stands alone.
 *
 * @param tried legality is judged later, by `isLegal`, for the few that would be shown
 */
export function suggestMoves(
  hours: HoursToWeigh,
  people: readonly PersonAhead[],
  tried: readonly Tried[],
  isLegal: (candidate: Candidate) => boolean,
): Suggestion[] {
  const grouped = groupedHours(hours, people)
  const weigh = approximation(hours, grouped)
  return SUGGESTION_KINDS.flatMap((kind) => {
    const promising = bestOfPeople(
      tried
        .filter(({ candidate }) => candidate.kind === kind)
        .map((one) => ({ ...one, worth: worthOf(one.candidate, weigh(one)) }))
        .filter(({ worth }) => worth > 0),
    )
    return promising
      .slice(0, TRIED_MAX)
      .map(({ candidate, ...one }) => ({
        ...candidate,
        change: exactChange(hours, grouped, one),
      }))
      .filter(isUseful)
      .filter((one) => isLegal(one))
      .toSorted((a, b) => rankOf(a) - rankOf(b))
      .slice(0, SHOWN_MAX)
  })
}

/** What a change of people comes to for clients, all intervals that it touches together. */
export function exactChange(
  { model }: Pick<HoursToWeigh, 'model'>,
  grouped: GroupedHours,
  { before, after }: Pick<Tried, 'before' | 'after'>,
): ClientFigures {
  const changes = model.intervals.flatMap((interval, at) => {
    const left = before === undefined ? [] : presentOf(model, before, at)
    const come = presentOf(model, after, at)
    if (isNothing(left, come) || !isTouched(interval, before, after)) return []
    const away = left.map((one) => ({ ...one, agents: -one.agents }))
    return [differenceOf(grouped.withMore(at, [...away, ...come]), figuresAt(grouped, at))]
  })
  return addFigures(changes)
}

function presentOf(
  model: HoursToWeigh['model'],
  person: PersonAhead,
  at: number,
): readonly PresentPeople[] {
  return model.presentAt([person], at)
}

function isNothing(left: readonly PresentPeople[], come: readonly PresentPeople[]): boolean {
  const sum = (all: readonly PresentPeople[]): number =>
    all.reduce((total, { agents }) => total + agents, 0)
  return Math.abs(sum(left) - sum(come)) < 1e-9
}

function isTouched(interval: Span, before: PersonAhead | undefined, after: PersonAhead): boolean {
  const within = ({ startMs, endMs }: Span): boolean =>
    startMs < interval.endMs && endMs > interval.startMs
  return (before?.atWork ?? []).some(within) || after.atWork.some(within)
}

function figuresAt({ figures }: GroupedHours, at: number): ClientFigures {
  const found = figures[at]
  if (found === undefined) throw new RangeError(`there is no interval ${at}`)
  return found
}

/**
 * What a change is about worth, from what one agent more or fewer of each group is worth in each
 * interval: two questions to the formulas for each group and interval, however many candidates there are.
 *
 * @returns the change of the gap; below 0 is better
 */
function approximation(
  { model }: HoursToWeigh,
  grouped: GroupedHours,
): (one: Pick<Tried, 'before' | 'after'>) => number {
  const known = new Map<string, number>()
  const gapOf = (present: PresentPeople, at: number): number => {
    const key = `${groupKey(present.queueIds)} ${at} ${Math.sign(present.agents)}`
    const before = known.get(key)
    if (before !== undefined) return before
    const one = { ...present, agents: Math.sign(present.agents) }
    const gap = grouped.withMore(at, [one]).gap - figuresAt(grouped, at).gap
    known.set(key, gap)
    return gap
  }
  return ({ before, after }) => {
    let sum = 0
    for (const at of model.intervals.keys()) {
      const left = before === undefined ? undefined : presentOf(model, before, at)[0]
      const come = presentOf(model, after, at)[0]
      const agents = (come?.agents ?? 0) - (left?.agents ?? 0)
      if (Math.abs(agents) < 1e-9) continue
      const { queueIds } = after
      sum += Math.abs(agents) * gapOf({ queueIds, agents }, at)
    }
    return sum
  }
}

/** Above 0 for what is worth a closer look; the greater the better. */
function worthOf({ kind, paidMinutes }: Candidate, gap: number): number {
  if (kind !== 'release') return gap < -LEAST_GAIN ? -gap : 0
  return gap < LEAST_HARM ? -paidMinutes : 0
}

/** The best of each person, the best first: one break moved in ten ways is one idea. */
function bestOfPeople<Item extends Tried & { readonly worth: number }>(
  items: readonly Item[],
): Item[] {
  const best = new Map<OperatorId, Item>()
  for (const item of items) {
    const { operatorId } = item.candidate
    if (item.worth > (best.get(operatorId)?.worth ?? 0)) best.set(operatorId, item)
  }
  return [...best.values()].toSorted((a, b) => b.worth - a.worth)
}

function isUseful({ kind, change }: Suggestion): boolean {
  if (kind === 'release') return change.gap <= LEAST_HARM && change.missed <= 0
  return change.gap < -LEAST_GAIN
}

/** The least first: of releases the most paid time saved, of the others what helps most. */
function rankOf({ kind, paidMinutes, change }: Suggestion): number {
  return kind === 'release' ? paidMinutes : change.gap
}
