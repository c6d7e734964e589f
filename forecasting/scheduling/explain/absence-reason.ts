import { type Violation, checkRoster } from '../check-schedule.ts'
import { withEarlyBreaks } from '../early-breaks.ts'
import { priceOf } from '../engine/best-cell.ts'
import type { SearchState } from '../engine/search-state.ts'
import { contractOfDay, MINUTES_PER_DAY, type Shape } from '../instance.ts'
import { preferredPaidMost } from '../preferred-length.ts'
import { ALL_RULES } from '../rules/all-rules.ts'
import { type OperatorRoster, rosteredShift } from '../rules/rule.ts'
import type { PersonReason } from './person-reason.ts'

/** Half-open span of minutes of the horizon. */
export interface Span {
  readonly fromMin: number
  readonly toMin: number
}

/** A shift that would cover the span. */
interface Candidate {
  readonly day: number
  readonly start: number
  readonly shape: Shape
}

/** Whether a person works in a span, and if not, at what cost they could or which rule bars them. */
export function reasonOf(state: SearchState, roster: OperatorRoster, span: Span): PersonReason {
  const op = roster.operator.id
  if (roster.operator.history.lastShiftEnd >= span.toMin) return { kind: 'on_duty', op }
  const now = roster.shifts.find(
    ({ startMin, endMin }) => startMin < span.toMin && endMin > span.fromMin,
  )
  if (now !== undefined) {
    const pause = now.shift.breaks.find(
      ({ start, len }) => start <= span.fromMin && start + len >= span.toMin,
    )
    if (pause !== undefined) return { kind: 'on_break', op, untilMin: pause.start + pause.len }
    return { kind: 'on_duty', op }
  }
  const candidates = candidatesFor(roster, span)
  if (candidates.length === 0) return { kind: 'no_shape', op }
  const open = candidates.filter(({ day }) => !isLocked(roster, day))
  if (open.length === 0) return { kind: 'locked', op }
  return cheapest(state, roster, open) ?? leastBarred(roster, open)
}

/** Every shift of the contract that covers the span, whether legal or not, but none that is longer than preferred. */
function candidatesFor({ instance, operator, contract }: OperatorRoster, span: Span): Candidate[] {
  const paidMost = preferredPaidMost(operator, contract, instance.shapes)
  const today = Math.floor(span.fromMin / MINUTES_PER_DAY)
  return [today, today - 1]
    .filter((day) => day >= 0)
    .flatMap((day) => {
      const allowed = contractOfDay(operator, contract, day, instance.contracts).shapes
      return instance.shapes
        .filter(({ id, paidMin }) => allowed.includes(id) && paidMin <= paidMost)
        .flatMap((shape) =>
          startsOf(shape)
            .filter((start) => {
              const startMin = day * MINUTES_PER_DAY + start
              return startMin <= span.fromMin && startMin + shape.spanMin >= span.toMin
            })
            .map((start) => ({ day, start, shape })),
        )
    })
}

function startsOf({ startFromMin, startToMin, startStepMin }: Shape): number[] {
  const count = Math.floor((startToMin - startFromMin) / startStepMin) + 1
  return Array.from({ length: count }, (_, k) => startFromMin + k * startStepMin)
}

function cheapest(
  state: SearchState,
  roster: OperatorRoster,
  candidates: readonly Candidate[],
): PersonReason | undefined {
  let best: { candidate: Candidate; delta: number } | undefined
  for (const candidate of candidates) {
    const delta = priceOfCandidate(state, roster, candidate)
    if (delta < (best?.delta ?? Number.POSITIVE_INFINITY)) best = { candidate, delta }
  }
  if (best === undefined) return undefined
  const { day, start, shape } = best.candidate
  return {
    kind: 'possible',
    op: roster.operator.id,
    delta: best.delta,
    start: day * MINUTES_PER_DAY + start,
    shape: shape.id,
    replaces: roster.shifts.find((shift) => shift.day === day)?.shift ?? null,
  }
}

/** Infinity where a rule or the cell's menu is in the way. */
function priceOfCandidate(
  state: SearchState,
  roster: OperatorRoster,
  { day, start, shape }: Candidate,
): number {
  const { problem } = state
  const o = problem.operatorIndex.get(roster.operator.id) ?? 0
  const index = problem.shapeIndex.get(shape.id) ?? 0
  const menu = problem.menus.list[problem.menus.ofCell[o * problem.days + day] as number]
  const isOffered = menu?.starts[menu.shapes.indexOf(index)]?.includes(start) === true
  if (!isOffered) return Number.POSITIVE_INFINITY
  return priceOf(state, { o, day, start, shape: index })
}

function isLocked({ instance, operator }: OperatorRoster, day: number): boolean {
  return instance.locks.some((lock) => lock.op === operator.id && lock.day === day)
}

function leastBarred(roster: OperatorRoster, candidates: readonly Candidate[]): PersonReason {
  let broken: readonly Violation[] | undefined
  for (const candidate of candidates) {
    const found = brokenBy(roster, candidate)
    if (broken === undefined || found.length < broken.length) broken = found
  }
  return { kind: 'barred', op: roster.operator.id, broken: broken ?? [] }
}

/** Rules broken by a shift in the place of what the person has that day. */
function brokenBy(roster: OperatorRoster, { day, start, shape }: Candidate): Violation[] {
  const { instance, operator } = roster
  const at = day * MINUTES_PER_DAY + start
  const shift = withEarlyBreaks(instance, { op: operator.id, shape, start: at })
  const shifts = [
    ...roster.shifts.filter((other) => other.day !== day),
    rosteredShift(shift, shape),
  ].toSorted((a, b) => a.startMin - b.startMin)
  return checkRoster({ ...roster, shifts }, ALL_RULES).filter(({ days }) => days.includes(day))
}
