import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Instance, Lock, Schedule as Plan } from '#forecasting/scheduling/instance.ts'

import { remembering } from '../remembering.ts'
import type { NewShift } from '../schedules.queries.ts'
import type { Shift } from '../schedules.schema.ts'
import { fromPlanMinutes, type PlanningPeriod, toPlanMinutes } from './build-instance.ts'
import { isPaid } from './paid-minutes.ts'
import { plainShapeCode } from './personal-shapes.ts'
import type { PlanningRows } from './planning-rows.ts'
import { workedShapeId } from './worked-shape.ts'

const MINUTE_MS = 60_000
const MINUTES_PER_DAY = 1440

/**
 * The engine's shifts as rows: wall-clock minutes become instants, codes become ids.
 *
 * @param locks cells that were decided before the search: their shifts stay locked
 * @param kept the shifts that they came from: where these are worked stays as it was set
 */
export function toShiftRows(
  plan: Plan,
  rows: PlanningRows,
  period: PlanningPeriod,
  { locks, kept = [] }: { readonly locks: readonly Lock[]; readonly kept?: readonly Shift[] },
): readonly NewShift[] {
  const operators = new Map(rows.operators.map((one) => [one.personnelNumber, one.id]))
  const shapes = new Map(rows.shapes.map((shape) => [shape.code, shape]))
  const locked = new Set(locks.flatMap((lock) => ('off' in lock ? [] : `${lock.op} ${lock.start}`)))
  const places = new Map(
    kept.map(({ operatorId, startsAt, workPlace }) => [
      `${operatorId} ${Date.parse(startsAt)}`,
      workPlace,
    ]),
  )
  return plan.shifts.map((shift) => {
    const shape = shapes.get(plainShapeCode(shift.shape))
    const operatorId = operators.get(shift.op)
    if (shape === undefined || operatorId === undefined) {
      throw new RangeError(`the plan names ${shift.op} or ${shift.shape}, which are not there`)
    }
    const startsAtMs = fromPlanMinutes(shift.start, period)
    const isLocked = locked.has(`${shift.op} ${shift.start}`)
    // A shift lasts as long as it lasts, whatever the clock does meanwhile.
    const at = (minutes: number): Date => new Date(startsAtMs + (minutes - shift.start) * MINUTE_MS)
    return {
      operatorId,
      shapeId: shape.id,
      startsAt: at(shift.start),
      endsAt: at(shift.start + shape.spanMinutes),
      locked: isLocked,
      origin: 'engine',
      workPlace: isLocked ? (places.get(`${operatorId} ${startsAtMs}`) ?? null) : null,
      breaks: shift.breaks.map((pause) => ({
        startsAt: at(pause.start),
        endsAt: at(pause.start + pause.len),
        kind: pause.kind,
        paid: isPaid(pause, shape),
      })),
    }
  })
}

/** Shifts of a period, and the problem that they answer. */
interface StoredPlan {
  readonly shifts: readonly Shift[]
  readonly rows: PlanningRows
  readonly instance: Instance
  readonly period: PlanningPeriod
}

/** Stored shifts as the engine's plan, to check them by its rules. */
export function toPlan({ shifts, rows, instance, period }: StoredPlan): Plan {
  const numbers = new Map(rows.operators.map((one) => [one.id, one.personnelNumber]))
  const epochMs = remembering((instant: string) => Date.parse(instant) as EpochMs)
  const minutes = remembering((instant: string) => toPlanMinutes(epochMs(instant), period))
  return {
    format: 'wfm-schedule/1',
    instance: instance.name,
    shifts: shifts.map((shift) => ({
      op: numbers.get(shift.operatorId) ?? shift.operatorId,
      start: minutes(shift.startsAt),
      shape: workedShapeId(shift.operatorId, shift.shape, { rows, period }),
      breaks: shift.breaks.map((pause) => ({
        kind: pause.kind,
        start: minutes(pause.startsAt),
        len: (epochMs(pause.endsAt) - epochMs(pause.startsAt)) / MINUTE_MS,
      })),
    })),
  }
}

/** The locked ones of stored shifts, as cells that the engine leaves alone. */
export function toLocks(
  shifts: readonly Shift[],
  rows: PlanningRows,
  period: PlanningPeriod,
): Lock[] {
  const numbers = new Map(rows.operators.map((one) => [one.id, one.personnelNumber]))
  return shifts.flatMap(({ locked, operatorId, startsAt, shape }) => {
    if (!locked) return []
    const op = numbers.get(operatorId)
    const start = toPlanMinutes(Date.parse(startsAt) as EpochMs, period)
    const day = Math.floor(start / MINUTES_PER_DAY)
    const isInside = day >= 0 && day < period.days
    return isInside && op !== undefined
      ? [{ op, day, start, shape: workedShapeId(operatorId, shape, { rows, period }) }]
      : []
  })
}
