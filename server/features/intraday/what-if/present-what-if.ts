import { localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, QueueId } from '#forecasting/kernel/units.ts'

import type { Span } from '../../adherence/span-cursor.ts'
import { fromPlanMinutes, toPlanMinutes } from '../../schedules/problem/build-instance.ts'
import { contractAt } from '../../schedules/problem/contract-at.ts'
import type { PlanningShape } from '../../schedules/problem/planning-rows.ts'
import type { Violation } from '../../schedules/schedules.schema.ts'
import type { DayInHand } from '../hours/day-in-hand.ts'
import type { PredictedInterval } from '../hours/predict-hours.ts'
import { addFigures, type ClientFigures } from '../hours/promise-gap.ts'
import { applyMoves, type Moved } from './day-moves.ts'
import type { Suggestion } from './suggest-moves.ts'
import type { DayPeople, Figures, Suggestions, WhatIfAnswer } from './what-if.schema.ts'

export function presentWhatIf(
  { ahead, loaded, nowMs }: DayInHand,
  tried: {
    readonly moved: Moved
    readonly after: ReadonlyMap<QueueId, readonly PredictedInterval[]>
    readonly figures: {
      readonly before: readonly ClientFigures[]
      readonly after: readonly ClientFigures[]
    }
    readonly broken: readonly Violation[]
  },
): WhatIfAnswer {
  const lengthMs = (ahead.queues[0]?.settings.intervalSeconds ?? 0) * 1000
  return {
    scheduleId: loaded.row.id,
    revision: loaded.row.revision,
    before: presentFigures(addFigures(tried.figures.before)),
    after: presentFigures(addFigures(tried.figures.after)),
    paidMinutes:
      paidMinutes(tried.moved.shifts, loaded.rows.shapes) -
      paidMinutes(loaded.shifts, loaded.rows.shapes),
    broken: [...tried.broken],
    queues: ahead.queues.map(({ queueId }) => {
      const after = tried.after.get(queueId) ?? []
      return {
        queueId,
        intervals: (ahead.predicted.get(queueId) ?? []).flatMap((before, at) => {
          const then = after[at]
          const isOver = before.startMs + lengthMs <= nowMs
          if (then === undefined || isOver || isSame(before, then)) return []
          return [
            {
              from: new Date(before.startMs).toISOString(),
              before: presentPredicted(before),
              after: presentPredicted(then),
            },
          ]
        }),
      }
    }),
  }
}

export function presentSuggestion(
  { kind, operatorId, move, paidMinutes: paid, change }: Suggestion,
  { loaded, nowMs }: DayInHand,
): Suggestions['suggestions'][number] {
  const person = loaded.rows.operators.find(({ id }) => id === operatorId)
  const { shifts } = applyMoves(loaded, [move], nowMs)
  const isLength = move.kind === 'shape' || move.kind === 'call'
  const own = shifts.find((shift) =>
    move.kind === 'shape'
      ? shift.id === move.shiftId
      : move.kind === 'call' &&
        shift.operatorId === operatorId &&
        Date.parse(shift.startsAt) === Date.parse(move.startsAt),
  )
  return {
    kind,
    operatorId,
    name: person?.fullName ?? '',
    move,
    endsAt: isLength ? (own?.endsAt ?? null) : null,
    paidMinutes: paid,
    change: presentFigures(change),
  }
}

/** Whoever has a shift that is not over, and whoever has none in the hours ahead. */
export function presentDayPeople({ loaded, days, nowMs }: DayInHand): DayPeople {
  const { rows, shifts } = loaded
  const endMs = days.at(-1)?.endMs ?? nowMs
  const today = localDateOf(nowMs as EpochMs, rows.timezone)
  return {
    people: rows.operators.map((person) => {
      const own = shifts.find(
        ({ operatorId, startsAt, endsAt }) =>
          operatorId === person.id && Date.parse(endsAt) > nowMs && Date.parse(startsAt) < endMs,
      )
      const codes = contractAt(person, rows, today).shapeCodes
      return {
        operatorId: person.id,
        name: person.fullName,
        personnelNumber: person.personnelNumber,
        shift:
          own === undefined
            ? null
            : {
                id: own.id,
                shape: own.shape,
                startsAt: own.startsAt,
                endsAt: own.endsAt,
                breaks: own.breaks.map(({ startsAt, endsAt, kind }) => ({
                  startsAt,
                  endsAt,
                  kind,
                })),
              },
        shapes: rows.shapes
          .filter(({ code }) => codes.includes(code))
          .map((shape) => ({
            code: shape.code,
            spanMinutes: shape.spanMinutes,
            starts: days.flatMap((day) => startsLeft(shape, day, { loaded, nowMs })),
          })),
      }
    }),
  }
}

function startsLeft(
  { startFromMinutes, startToMinutes, startStepMinutes }: PlanningShape,
  day: Span,
  { loaded, nowMs }: Pick<DayInHand, 'loaded' | 'nowMs'>,
): string[] {
  const midnight = toPlanMinutes(day.startMs as EpochMs, loaded.period)
  const count = Math.floor((startToMinutes - startFromMinutes) / startStepMinutes) + 1
  return Array.from({ length: count }, (_, i) =>
    fromPlanMinutes(midnight + startFromMinutes + i * startStepMinutes, loaded.period),
  )
    .filter((ms) => ms > nowMs && ms < day.endMs)
    .map((ms) => new Date(ms).toISOString())
}

function paidMinutes(
  shifts: readonly { readonly shape: string }[],
  shapes: readonly PlanningShape[],
): number {
  const paid = new Map(shapes.map(({ code, paidMinutes: minutes }) => [code, minutes]))
  return shifts.reduce((sum, { shape }) => sum + (paid.get(shape) ?? 0), 0)
}

function isSame(a: PredictedInterval, b: PredictedInterval): boolean {
  return Math.abs(a.given - b.given) < 1e-6
}

function presentPredicted({ given, asaSeconds, lostShare, isOverloaded }: PredictedInterval) {
  return {
    given: rounded(given, 2),
    asaSeconds: asaSeconds === null ? null : rounded(asaSeconds, 1),
    lostShare: lostShare === null ? null : rounded(lostShare, 4),
    isOverloaded,
  }
}

function presentFigures({ missed, lost, waitHours }: ClientFigures): Figures {
  return { missed, lost: rounded(lost, 2), waitHours: rounded(waitHours, 3) }
}

function rounded(value: number, digits: number): number {
  const scale = 10 ** digits
  return Math.round(value * scale) / scale
}
