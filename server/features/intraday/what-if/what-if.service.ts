import { addDays, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { readCenterSettings } from '../../centers/centers.service.ts'
import { brokenByChange, changePublished } from '../../schedules/changes/day-changes.service.ts'
import { loadSchedule } from '../../schedules/load-schedule.ts'
import type { Schedule } from '../../schedules/schedules.schema.ts'
import { readPublishedOn } from '../../schedules/schedules.service.ts'
import { type DayInHand, hoursToWeigh, peopleAfter, restOf } from '../hours/day-in-hand.ts'
import { readHours } from '../hours/hours.service.ts'
import { predictHours } from '../hours/predict-hours.ts'
import { applyMoves, type Move } from './day-moves.ts'
import { presentDayPeople, presentWhatIf } from './present-what-if.ts'
import type { DayPeople, WhatIfAnswer } from './what-if.schema.ts'

/**
 * What becomes of the rest of the day if some moves are made; nothing is stored.
 *
 * @throws {ProblemError} `no-plan-today`, and what `applyMoves` refuses
 */
export async function tryMoves(
  db: Db,
  moves: readonly Move[],
  { nowMs, language }: { readonly nowMs: number; readonly language: Language },
): Promise<WhatIfAnswer> {
  const day = await readDay(db, nowMs)
  const { ahead, loaded } = day
  const moved = applyMoves(loaded, moves, nowMs)
  const people = peopleAfter(day, moved)
  const after = predictHours(ahead.queues, people, ahead.model)
  const changed = new Set(moved.changes.map(({ operatorId }) => operatorId))
  const hours = hoursToWeigh(ahead)
  return presentWhatIf(day, {
    moved,
    after,
    figures: { before: restOf(day, ahead.people, hours), after: restOf(day, people, hours) },
    broken: brokenByChange(loaded, moved.shifts, changed, language),
  })
}

/**
 * Keeps moves: a new version of the published schedule, in force at once.
 *
 * @throws {ProblemError} `no-plan-today`, `schedule-superseded` when another version is in force now,
 *   `changed-meanwhile`, `schedule-breaks-rules`, and what `applyMoves` refuses
 */
export async function keepMoves(
  db: Db,
  order: {
    readonly scheduleId: string
    readonly revision: number
    readonly moves: readonly Move[]
    readonly reason: string
  },
  by: { readonly name: string; readonly language: Language; readonly nowMs: number },
): Promise<Schedule> {
  const day = await readDay(db, by.nowMs)
  if (day.loaded.row.id !== order.scheduleId) throw new ProblemError('schedule-superseded')
  const { changes, shifts } = applyMoves(day.loaded, order.moves, by.nowMs)
  const { revision, reason } = order
  return changePublished(db, day.loaded, { revision, reason, changes, after: shifts }, by)
}

/** Everybody who works today or could, for a move by hand. */
export async function readDayPeople(db: Db, nowMs: number): Promise<DayPeople> {
  return presentDayPeople(await readDay(db, nowMs))
}

/** Another one whenever the plan of today or of the night after it is another; empty without one. */
export async function readPlanVersion(db: Db, nowMs: number): Promise<string> {
  const { timezone } = await readCenterSettings(db)
  const today = localDateOf(nowMs as EpochMs, timezone)
  const plans = [await readPublishedOn(db, today), await readPublishedOn(db, addDays(today, 1))]
  return plans.flatMap((plan) => (plan === undefined ? [] : [`${plan.id} ${plan.revision}`])).join()
}

/** @throws {ProblemError} `no-plan-today` */
export async function readDay(db: Db, nowMs: number): Promise<DayInHand> {
  const { ahead, days } = await readHours(db, nowMs)
  if (ahead?.scheduleId === undefined) throw new ProblemError('no-plan-today')
  const loaded = await loadSchedule(db, ahead.scheduleId)
  const { fromDate, days: dayCount } = loaded.period
  const own = days.filter(({ date }) => fromDate <= date && date < addDays(fromDate, dayCount))
  return { nowMs, ahead, loaded, days: own }
}
