import type { OperatorId } from '#forecasting/kernel/units.ts'
import { MINUTES_PER_DAY } from '#forecasting/scheduling/instance.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { breachesBeyond } from '../breaches/breaches-beyond.ts'
import { violationsOf } from '../breaches/check-publishable.ts'
import { plannerBreaches } from '../breaches/planner-breaches.ts'
import { loadSchedule, type LoadedSchedule } from '../load-schedule.ts'
import { dutyFigures } from '../problem/coverage-figures.ts'
import { type DayWindow, withinDays } from '../problem/day-window.ts'
import { withMentors } from '../problem/mentored-shifts.ts'
import { toPlan } from '../problem/plan-schedule.ts'
import { withSessions } from '../problem/session-pauses.ts'
import type { Shift } from '../schedules.schema.ts'
import type { ShiftEffect } from './shift-edits.schema.ts'
import { type Placement, wishedShift } from './wished-shift.ts'

/** A shift that is not there yet. */
export type NewPlacement = Required<Pick<Placement, 'startsAt' | 'shape'>> &
  Placement & { readonly operatorId: OperatorId }

/** Stands for a shift that has no row yet. */
const NO_ID = '00000000-0000-0000-0000-000000000000'

/**
 * What a change of one shift would do to coverage and legality. Nothing is stored: the same change,
 * kept, gives the same.
 *
 * @throws {ProblemError} `schedule-unknown`, `shift-unknown`, `record-unknown` for a shape
 */
export async function effectOfChange(
  db: Db,
  at: { readonly scheduleId: string; readonly shiftId: string },
  wish: Placement,
  language: Language,
): Promise<ShiftEffect> {
  const loaded = await loadSchedule(db, at.scheduleId)
  const shift = loaded.shifts.find(({ id }) => id === at.shiftId)
  if (shift === undefined) throw new ProblemError('shift-unknown')
  return effect(loaded, [shift], wishedShift(shift, wish, loaded), language)
}

/**
 * What a new shift would do.
 *
 * @throws {ProblemError} `schedule-unknown`, `record-unknown` for a person or a shape
 */
export async function effectOfAddition(
  db: Db,
  scheduleId: string,
  wish: NewPlacement,
  language: Language,
): Promise<ShiftEffect> {
  const loaded = await loadSchedule(db, scheduleId)
  if (!loaded.rows.operators.some(({ id }) => id === wish.operatorId)) {
    throw new ProblemError('record-unknown')
  }
  const blank: Shift = {
    id: NO_ID,
    operatorId: wish.operatorId,
    shape: wish.shape,
    startsAt: wish.startsAt,
    endsAt: wish.startsAt,
    locked: false,
    origin: 'manual',
    workPlace: wish.workPlace ?? null,
    breaks: [],
  }
  return effect(loaded, [], wishedShift(blank, wish, loaded), language)
}

function effect(
  before: LoadedSchedule,
  left: readonly Shift[],
  entered: Shift,
  language: Language,
): ShiftEffect {
  const kept = before.shifts.filter((shift) => !left.includes(shift))
  const after = { ...before, shifts: [...kept, entered] }
  const { instance, rows } = before
  const window = daysTouched([...left, entered], before)
  const plan = withSessions(toPlan(after), before)
  const part = withinDays(instance, plan, window)
  const [old = [], now = []] = [before, after].map((one) => [
    ...violationsOf(alone(one, [entered.operatorId]), language),
    ...plannerBreaches(one, toPlan(one), language),
  ])
  return {
    shift: entered,
    paidMinutes: paidMinutes(after, entered.operatorId),
    coverage: {
      firstInterval: (window.fromDay * MINUTES_PER_DAY) / instance.intervalMin,
      ...dutyFigures(part.instance, part.plan, rows.queues),
    },
    violations: { added: breachesBeyond(now, old), removed: breachesBeyond(old, now) },
  }
}

/** Whole days of the schedule in which somebody enters or leaves. */
function daysTouched(
  shifts: readonly Shift[],
  { instance, period, rows }: LoadedSchedule,
): DayWindow {
  const spans = new Map(instance.shapes.map(({ id, spanMin }) => [id, spanMin]))
  const touched = toPlan({ shifts, rows, instance, period }).shifts
  const from = Math.min(...touched.map(({ start }) => start))
  const to = Math.max(...touched.map(({ start, shape }) => start + (spans.get(shape) ?? 0)))
  const fromDay = Math.min(Math.max(0, Math.floor(from / MINUTES_PER_DAY)), instance.days - 1)
  const toDay = Math.min(instance.days, Math.max(fromDay + 1, Math.ceil(to / MINUTES_PER_DAY)))
  return { fromDay, toDay }
}

/**
 * Some people's part of a schedule, with those whom they learn from or teach: every rule of law is about
 * one person or such a pair, but planners' rules are not.
 */
export function alone(loaded: LoadedSchedule, asked: readonly OperatorId[]): LoadedSchedule {
  const people = withMentors(new Set(asked), loaded.permits)
  const numbers = new Set(
    loaded.rows.operators.filter(({ id }) => people.has(id)).map((one) => one.personnelNumber),
  )
  const { instance } = loaded
  return {
    ...loaded,
    instance: {
      ...instance,
      operators: instance.operators.filter(({ id }) => numbers.has(id)),
      plannerRules: [],
    },
    shifts: loaded.shifts.filter(({ operatorId }) => people.has(operatorId)),
    sessions: loaded.sessions.filter(({ operatorId }) => people.has(operatorId)),
  }
}

function paidMinutes({ rows, shifts }: LoadedSchedule, operatorId: OperatorId): number {
  const paid = new Map(rows.shapes.map((shape) => [shape.code, shape.paidMinutes]))
  return shifts
    .filter((shift) => shift.operatorId === operatorId)
    .reduce((sum, { shape }) => sum + (paid.get(shape) ?? 0), 0)
}
