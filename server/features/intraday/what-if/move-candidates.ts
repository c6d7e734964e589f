import {
  addDays,
  type LocalDate,
  localDateOf,
  startOfLocalDay,
} from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import {
  type BreakWindow,
  breakWindows,
  firstOnGrid,
  inOrder,
} from '#forecasting/scheduling/break-windows.ts'
import { BREAK_GRID_MINUTES, type Shape } from '#forecasting/scheduling/instance.ts'

import { fromPlanMinutes, toPlanMinutes } from '../../schedules/problem/build-instance.ts'
import { contractAt } from '../../schedules/problem/contract-at.ts'
import type { PlanningShape } from '../../schedules/problem/planning-rows.ts'
import { rulesOf } from '../../schedules/problem/rule-figures.ts'
import { workedShape } from '../../schedules/problem/worked-shape.ts'
import type { Shift } from '../../schedules/schedules.schema.ts'
import type { DaySpan } from '../hours/days-ahead.ts'
import type { Move, MovedPlan } from './day-moves.ts'

const MINUTE_MS = 60_000
/** Nobody is told of a change less than so long before it. */
const NOTICE_MS = 10 * MINUTE_MS
/** Nobody gets to work sooner than that. */
const WAY_MS = 60 * MINUTE_MS
/** Who is not there by then is called in for another day. */
const CALL_WITHIN_MS = 4 * 60 * MINUTE_MS

/** How a suggestion helps: the order in which they are shown. */
export const SUGGESTION_KINDS = ['breaks', 'release', 'overtime'] as const
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number]

export interface Candidate {
  readonly kind: SuggestionKind
  readonly operatorId: OperatorId
  readonly move: Move
  /** Paid minutes more; below 0 for less. */
  readonly paidMinutes: number
}

/** Whoever is on shift: other places of breaks that have not begun. */
export function breakCandidates(plan: MovedPlan, nowMs: number): Candidate[] {
  return shiftsAround(plan, nowMs).flatMap((shift) => {
    const shape = workedShape(shift.operatorId, shift.shape, plan)
    return shape === undefined ? [] : breaksOf(shift, shape, plan, nowMs)
  })
}

function breaksOf(
  shift: Shift,
  shape: Shape,
  { rows, period }: MovedPlan,
  nowMs: number,
): Candidate[] {
  const windows = breakWindows(shape, rulesOf(rows))
  const kinds = inOrder(shape).map(({ kind }) => kind)
  const startMs = Date.parse(shift.startsAt)
  const startMin = toPlanMinutes(startMs as EpochMs, period)
  const pauses = shift.breaks.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  return pauses.flatMap((pause, at) => {
    const window = windows[at]
    const oldMs = Date.parse(pause.startsAt)
    // A shift whose breaks were put by hand may not follow its shape: nobody knows their windows.
    if (window === undefined || kinds[at] !== pause.kind || oldMs < nowMs + NOTICE_MS) return []
    return placesIn(window, startMin)
      .map((offset) => startMs + offset * MINUTE_MS)
      .filter((ms) => ms !== oldMs && ms >= nowMs + NOTICE_MS)
      .map((ms) => ({
        kind: 'breaks' as const,
        operatorId: shift.operatorId,
        move: {
          kind: 'break' as const,
          shiftId: shift.id,
          breakStartsAt: pause.startsAt,
          startsAt: new Date(ms).toISOString(),
        },
        paidMinutes: 0,
      }))
  })
}

/** Offsets on the grid of breaks. */
function placesIn({ fromMin, toMin }: BreakWindow, startMin: number): number[] {
  const first = firstOnGrid(startMin, fromMin)
  const count = Math.max(0, Math.floor((toMin - first) / BREAK_GRID_MINUTES) + 1)
  return Array.from({ length: count }, (_, i) => first + i * BREAK_GRID_MINUTES)
}

/** Whoever is on shift: other lengths that their contract has, going home earlier or staying on. */
export function lengthCandidates(plan: MovedPlan, nowMs: number): Candidate[] {
  const shapes = new Map(plan.rows.shapes.map((shape) => [shape.code, shape]))
  return shiftsAround(plan, nowMs).flatMap((shift) => {
    const own = shapes.get(shift.shape)
    if (own === undefined) return []
    const date = localDateOf(Date.parse(shift.startsAt) as EpochMs, plan.rows.timezone)
    return shapesOf(shift.operatorId, plan, date)
      .filter(({ paidMinutes }) => paidMinutes !== own.paidMinutes)
      .filter(({ spanMinutes }) => {
        const endMs = Date.parse(shift.startsAt) + spanMinutes * MINUTE_MS
        return endMs >= nowMs + NOTICE_MS
      })
      .map((shape) => ({
        kind: shape.paidMinutes < own.paidMinutes ? ('release' as const) : ('overtime' as const),
        operatorId: shift.operatorId,
        move: { kind: 'shape' as const, shiftId: shift.id, shape: shape.code },
        paidMinutes: shape.paidMinutes - own.paidMinutes,
      }))
  })
}

/** Whoever is not planned for a shift on a day: shifts that they could still come to. */
export function callCandidates(
  plan: MovedPlan,
  days: readonly DaySpan[],
  nowMs: number,
): Candidate[] {
  return days.flatMap((day) => {
    const dayEndMs = startOfLocalDay(addDays(day.date, 1), plan.period.timezone)
    const busy = new Set(
      plan.shifts
        .filter(({ startsAt, endsAt }) => {
          return Date.parse(startsAt) < dayEndMs && Date.parse(endsAt) > day.startMs
        })
        .map(({ operatorId }) => operatorId),
    )
    const free = plan.rows.operators.filter(({ id }) => !busy.has(id))
    return free.flatMap(({ id }) => callsOf(id, day, plan, nowMs))
  })
}

function callsOf(
  operatorId: OperatorId,
  { date, startMs, endMs }: DaySpan,
  plan: MovedPlan,
  nowMs: number,
): Candidate[] {
  return shapesOf(operatorId, plan, date).flatMap((shape) =>
    startsOf(shape, startMs, plan)
      .filter((ms) => ms < endMs && ms >= nowMs + WAY_MS && ms <= nowMs + CALL_WITHIN_MS)
      .map((ms) => ({
        kind: 'overtime' as const,
        operatorId,
        move: {
          kind: 'call' as const,
          operatorId,
          shape: shape.code,
          startsAt: new Date(ms).toISOString(),
        },
        paidMinutes: shape.paidMinutes,
      })),
  )
}

function startsOf(
  { startFromMinutes, startToMinutes, startStepMinutes }: PlanningShape,
  dayStartMs: number,
  { period }: MovedPlan,
): number[] {
  const midnight = toPlanMinutes(dayStartMs as EpochMs, period)
  const count = Math.floor((startToMinutes - startFromMinutes) / startStepMinutes) + 1
  return Array.from({ length: count }, (_, i) =>
    fromPlanMinutes(midnight + startFromMinutes + i * startStepMinutes, period),
  )
}

/** Shapes of the contract in force on a day. */
function shapesOf(operatorId: OperatorId, { rows }: MovedPlan, date: LocalDate): PlanningShape[] {
  const person = rows.operators.find(({ id }) => id === operatorId)
  const allowed = person === undefined ? [] : contractAt(person, rows, date).shapeCodes
  return rows.shapes.filter((shape) => allowed.includes(shape.code))
}

/** Under way, or beginning today still. */
function shiftsAround({ shifts }: MovedPlan, nowMs: number): Shift[] {
  return shifts.filter(
    ({ startsAt, endsAt }) =>
      Date.parse(endsAt) > nowMs && Date.parse(startsAt) < nowMs + 12 * 60 * MINUTE_MS,
  )
}
