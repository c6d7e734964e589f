import type { OperatorId } from '#forecasting/kernel/units.ts'
import { breakWindows, inOrder } from '#forecasting/scheduling/break-windows.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import type { ShiftReplacement } from '../../schedules/changes/plan-proposal.schema.ts'
import { shaped } from '../../schedules/changes/wished-shift.ts'
import type { LoadedSchedule } from '../../schedules/load-schedule.ts'
import { rulesOf } from '../../schedules/problem/rule-figures.ts'
import { workedShape } from '../../schedules/problem/worked-shape.ts'
import type { Shift } from '../../schedules/schedules.schema.ts'

const MINUTE_MS = 60_000

/**
 * A change of today's plan that a supervisor considers. `break` moves one break; `shape` gives a shift
 * another length from the same start, longer or shorter; `call` adds a shift; `drop` takes away one
 * that has not begun.
 */
export type Move =
  | {
      readonly kind: 'break'
      readonly shiftId: string
      readonly breakStartsAt: string
      readonly startsAt: string
    }
  | { readonly kind: 'shape'; readonly shiftId: string; readonly shape: string }
  | {
      readonly kind: 'call'
      readonly operatorId: OperatorId
      readonly shape: string
      readonly startsAt: string
    }
  | { readonly kind: 'drop'; readonly shiftId: string }

/** Of a schedule, what moves need. */
export type MovedPlan = Pick<LoadedSchedule, 'shifts' | 'rows' | 'period'>

export interface Moved {
  readonly shifts: readonly Shift[]
  /** What is stored: one for each shift that is another now. */
  readonly changes: ShiftReplacement[]
}

/**
 * A plan after some moves, in their order. Nothing of the past is touched.
 *
 * @throws {ProblemError} `shift-unknown`, `record-unknown` for a person, a shape or a break that is not
 *   there, `move-in-past`
 */
export function applyMoves(plan: MovedPlan, moves: readonly Move[], nowMs: number): Moved {
  const shifts = new Map(plan.shifts.map((shift) => [shift.id, shift]))
  for (const [at, move] of moves.entries()) {
    if (move.kind === 'call') {
      const shift = calledIn(move, plan, { nowMs, id: newId(at) })
      shifts.set(shift.id, shift)
      continue
    }
    const shift = shifts.get(move.shiftId)
    if (shift === undefined) throw new ProblemError('shift-unknown')
    if (move.kind === 'drop') {
      refusePast(shift.startsAt, nowMs)
      shifts.delete(shift.id)
    } else if (move.kind === 'break') shifts.set(shift.id, withBreakMoved(shift, move, nowMs))
    else shifts.set(shift.id, reshaped(shift, move.shape, plan, nowMs))
  }
  return { shifts: [...shifts.values()], changes: changesBetween(plan.shifts, shifts) }
}

/** Stands for the shift that a move adds, until it has a row. */
function newId(at: number): string {
  return `00000000-0000-0000-0000-${String(at).padStart(12, '0')}`
}

function refusePast(instant: string, nowMs: number): void {
  if (Date.parse(instant) < nowMs) throw new ProblemError('move-in-past')
}

function withBreakMoved(
  shift: Shift,
  move: Extract<Move, { kind: 'break' }>,
  nowMs: number,
): Shift {
  const fromMs = Date.parse(move.breakStartsAt)
  const pause = shift.breaks.find(({ startsAt }) => Date.parse(startsAt) === fromMs)
  if (pause === undefined) throw new ProblemError('record-unknown')
  refusePast(pause.startsAt, nowMs)
  refusePast(move.startsAt, nowMs)
  const byMs = Date.parse(move.startsAt) - fromMs
  const later = (instant: string): string => new Date(Date.parse(instant) + byMs).toISOString()
  const moved = { ...pause, startsAt: later(pause.startsAt), endsAt: later(pause.endsAt) }
  return {
    ...shift,
    breaks: shift.breaks
      .map((one) => (one === pause ? moved : one))
      .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt)),
  }
}

/** Another length. Breaks stay where they are as far as the shape has a place for them there. */
function reshaped(shift: Shift, code: string, plan: MovedPlan, nowMs: number): Shift {
  const placed = placedShape({ ...shift, shape: code }, plan)
  refusePast(placed.endsAt, nowMs)
  const shape = workedShape(shift.operatorId, code, plan)
  if (shape === undefined) throw new ProblemError('record-unknown')
  const windows = breakWindows(shape, rulesOf(plan.rows))
  const kinds = inOrder(shape).map(({ kind }) => kind)
  const startMs = Date.parse(shift.startsAt)
  const left = [...shift.breaks]
  const breaks = placed.breaks.map((pause, at) => {
    const old = left.find(({ kind }) => kind === kinds[at])
    if (old === undefined) return pause
    left.splice(left.indexOf(old), 1)
    const offset = (Date.parse(old.startsAt) - startMs) / MINUTE_MS
    const { fromMin = 0, toMin = 0, lenMin = 0 } = windows[at] ?? {}
    const isTaken = Date.parse(old.startsAt) < nowMs
    if (!isTaken && (offset < fromMin || offset > toMin)) return pause
    const endsAt = new Date(Date.parse(old.startsAt) + lenMin * MINUTE_MS).toISOString()
    return { ...pause, startsAt: old.startsAt, endsAt: isTaken ? old.endsAt : endsAt }
  })
  return { ...shift, origin: 'manual', shape: code, endsAt: placed.endsAt, breaks }
}

function calledIn(
  move: Extract<Move, { kind: 'call' }>,
  plan: MovedPlan,
  { nowMs, id }: { readonly nowMs: number; readonly id: string },
): Shift {
  const { operatorId, shape } = move
  if (!plan.rows.operators.some((one) => one.id === operatorId)) {
    throw new ProblemError('record-unknown')
  }
  refusePast(move.startsAt, nowMs)
  const startsAt = new Date(move.startsAt).toISOString()
  const placed = placedShape({ operatorId, shape, startsAt }, plan)
  return {
    id,
    operatorId,
    shape,
    startsAt,
    ...placed,
    locked: false,
    origin: 'manual',
    workPlace: null,
  }
}

function placedShape(
  { operatorId, shape, startsAt }: Pick<Shift, 'operatorId' | 'shape' | 'startsAt'>,
  { period, rows }: MovedPlan,
): Pick<Shift, 'endsAt' | 'breaks'> {
  const { endsAt, breaks } = shaped({ operatorId, shape, startsAt }, period, rows)
  return {
    endsAt: endsAt.toISOString(),
    breaks: breaks.map((pause) => ({
      ...pause,
      startsAt: pause.startsAt.toISOString(),
      endsAt: pause.endsAt.toISOString(),
    })),
  }
}

function changesBetween(
  before: readonly Shift[],
  after: ReadonlyMap<string, Shift>,
): ShiftReplacement[] {
  const old = new Map(before.map((shift) => [shift.id, shift]))
  const put = [...after.values()].flatMap((shift): ShiftReplacement[] => {
    if (old.get(shift.id) === shift) return []
    const { operatorId, shape, startsAt, breaks } = shift
    const shiftId = old.has(shift.id) ? shift.id : null
    return [{ operatorId, shiftId, after: { shape, startsAt, breaks: [...breaks] } }]
  })
  const gone = before.filter(({ id }) => !after.has(id))
  return [...put, ...gone.map(({ id, operatorId }) => ({ operatorId, shiftId: id, after: null }))]
}
