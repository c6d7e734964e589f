import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { type PlanningPeriod, toPlanMinutes } from '../problem/build-instance.ts'
import { isPaid } from '../problem/paid-minutes.ts'
import type { PlanningRows } from '../problem/planning-rows.ts'
import { rulesOf } from '../problem/rule-figures.ts'
import { workedShape } from '../problem/worked-shape.ts'
import type { NewShift } from '../schedules.queries.ts'
import type { Shift } from '../schedules.schema.ts'
import { placeBreaks } from './place-breaks.ts'

const MINUTE_MS = 60_000

/** Where a shift is wanted; what is not named stays as it is. */
export interface Placement {
  readonly startsAt?: string
  /** Another shape brings its length, and its breaks. */
  readonly shape?: string
  /** Instead of those that the shape's rules would place. */
  readonly breaks?: Shift['breaks']
  /** Null: by the record of remote work. */
  readonly workPlace?: Shift['workPlace']
}

/**
 * A shift of a shape that starts then: its end, and its breaks, with those that are due to the person.
 *
 * @throws {ProblemError} `record-unknown` for a shape that the centre does not have
 */
export function shaped(
  {
    operatorId,
    shape: code,
    startsAt,
    breaks,
  }: Placement & {
    readonly operatorId: OperatorId
    readonly shape: string
    readonly startsAt: string
  },
  period: PlanningPeriod,
  rows: PlanningRows,
): Pick<NewShift, 'shapeId' | 'endsAt' | 'breaks'> {
  const shape = rows.shapes.find((one) => one.code === code)
  const worked = workedShape(operatorId, code, { rows, period })
  if (shape === undefined || worked === undefined) throw new ProblemError('record-unknown')
  const startMs = Date.parse(startsAt)
  const startMin = toPlanMinutes(startMs as EpochMs, period)
  const at = (minutes: number): Date => new Date(startMs + (minutes - startMin) * MINUTE_MS)
  const placed = (): NewShift['breaks'] =>
    placeBreaks(worked, startMin, rulesOf(rows)).map((pause) => ({
      kind: pause.kind,
      startsAt: at(pause.start),
      endsAt: at(pause.start + pause.len),
      paid: isPaid(pause, shape),
    }))
  return {
    shapeId: shape.id,
    endsAt: at(startMin + shape.spanMinutes),
    breaks:
      breaks?.map((pause) => ({
        ...pause,
        startsAt: new Date(pause.startsAt),
        endsAt: new Date(pause.endsAt),
      })) ?? placed(),
  }
}

/**
 * The shift as it would be, breaks and all: what `editShift` stores, without storing it.
 *
 * @throws {ProblemError} `record-unknown` for a shape that the centre does not have
 */
export function wishedShift(
  shift: Shift,
  wish: Placement,
  { period, rows }: { readonly period: PlanningPeriod; readonly rows: PlanningRows },
): Shift {
  const startsAt = wish.startsAt ?? shift.startsAt
  if (wish.shape === undefined) {
    const moved = wish.startsAt === undefined ? shift : movedTo(shift, startsAt)
    return { ...moved, ...placeIn(wish) }
  }
  const { operatorId } = shift
  const { endsAt, breaks } = shaped(
    { ...wish, operatorId, shape: wish.shape, startsAt },
    period,
    rows,
  )
  return {
    ...shift,
    ...placeIn(wish),
    origin: 'manual',
    shape: wish.shape,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: endsAt.toISOString(),
    breaks: breaks.map((pause) => ({
      ...pause,
      startsAt: pause.startsAt.toISOString(),
      endsAt: pause.endsAt.toISOString(),
    })),
  }
}

function placeIn({ workPlace }: Placement): Partial<Pick<Shift, 'workPlace'>> {
  return workPlace === undefined ? {} : { workPlace }
}

/** Its breaks go with it. */
function movedTo(shift: Shift, startsAt: string): Shift {
  const byMs = Date.parse(startsAt) - Date.parse(shift.startsAt)
  const later = (instant: string): string => new Date(Date.parse(instant) + byMs).toISOString()
  return {
    ...shift,
    origin: 'manual',
    startsAt: later(shift.startsAt),
    endsAt: later(shift.endsAt),
    breaks: shift.breaks.map((pause) => ({
      ...pause,
      startsAt: later(pause.startsAt),
      endsAt: later(pause.endsAt),
    })),
  }
}
