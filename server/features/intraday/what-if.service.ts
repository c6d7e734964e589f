import { addDays, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { brokenByChange, changePublished } from '../schedules/day-changes.service.ts'
import { loadSchedule, type LoadedSchedule } from '../schedules/load-schedule.ts'
import type { Schedule } from '../schedules/schedules.schema.ts'
import { applyMoves, type Move, type Moved } from './day-moves.ts'
import { type Ahead, readHours } from './hours.service.ts'
import {
  breakCandidates,
  callCandidates,
  type Candidate,
  lengthCandidates,
} from './move-candidates.ts'
import { personAfter } from './people-after.ts'
import type { PersonAhead } from './people-ahead.ts'
import { groupedHours, type HoursToWeigh } from './people-groups.ts'
import { predictHours } from './predict-hours.ts'
import { presentDayPeople, presentSuggestion, presentWhatIf } from './present-what-if.ts'
import { suggestMoves, type Tried } from './suggest-moves.ts'
import type { DayPeople, Suggestions, WhatIfAnswer } from './what-if.schema.ts'

/** Today, with the plan that may be moved. */
export interface DayInHand {
  readonly nowMs: number
  readonly ahead: Ahead
  readonly loaded: LoadedSchedule
  /** `[midnight, next midnight)` */
  readonly day: readonly [number, number]
}

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
 * Changes that would help, legal ones only.
 *
 * @throws {ProblemError} `no-plan-today`
 */
export async function readSuggestions(
  db: Db,
  { nowMs, language }: { readonly nowMs: number; readonly language: Language },
): Promise<Suggestions> {
  const day = await readDay(db, nowMs)
  const { ahead, loaded } = day
  const candidates = [
    ...breakCandidates(loaded, nowMs),
    ...lengthCandidates(loaded, nowMs),
    ...callCandidates(loaded, day.day, nowMs),
  ]
  // Each is about one person: the shifts of the others need not be gone through every time.
  const own = Map.groupBy(loaded.shifts, ({ operatorId }) => operatorId)
  const before = new Map(ahead.people.map((person) => [person.operatorId, person]))
  const movedBy = ({ operatorId, move }: Candidate): Moved =>
    applyMoves({ ...loaded, shifts: own.get(operatorId) ?? [] }, [move], nowMs)
  const tried = candidates.map((candidate): Tried => {
    const was = before.get(candidate.operatorId)
    const then = after(day, movedBy(candidate), candidate.operatorId, was)
    return { candidate, before: was, after: then }
  })
  const isLegal = (one: Candidate): boolean =>
    brokenByChange(loaded, movedBy(one).shifts, new Set([one.operatorId]), language).length === 0
  const found = suggestMoves(hoursToWeigh(ahead), ahead.people, tried, isLegal)
  return { suggestions: found.map((one) => presentSuggestion(one, day)) }
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

async function readDay(db: Db, nowMs: number): Promise<DayInHand> {
  const { ahead, date } = await readHours(db, nowMs)
  if (ahead === undefined) throw new ProblemError('no-plan-today')
  const loaded = await loadSchedule(db, ahead.scheduleId)
  const { timezone } = loaded.period
  const day = [
    startOfLocalDay(date, timezone),
    startOfLocalDay(addDays(date, 1), timezone),
  ] as const
  return { nowMs, ahead, loaded, day }
}

function peopleAfter(day: DayInHand, moved: Moved): readonly PersonAhead[] {
  const changed = new Set(moved.changes.map(({ operatorId }) => operatorId))
  const same = day.ahead.people.filter(({ operatorId }) => !changed.has(operatorId))
  const others = [...changed].map((operatorId) => {
    const before = day.ahead.people.find((one) => one.operatorId === operatorId)
    return after(day, moved, operatorId, before)
  })
  return [...same, ...others]
}

function after(
  { ahead, loaded, nowMs }: DayInHand,
  moved: Moved,
  operatorId: OperatorId,
  before: PersonAhead | undefined,
): PersonAhead {
  const person = loaded.rows.operators.find(({ id }) => id === operatorId)
  return personAfter(
    {
      operatorId,
      name: person?.fullName ?? '',
      queueIds: ahead.skills.get(operatorId) ?? [],
      shifts: moved.shifts.filter((shift) => shift.operatorId === operatorId),
      sessions: loaded.sessions.filter((session) => session.operatorId === operatorId),
    },
    before,
    nowMs,
  )
}

function hoursToWeigh({ model, promises, queues }: Ahead): HoursToWeigh {
  return {
    model,
    promises,
    contacts: queues.map(({ intervals }) => intervals.map(({ contacts }) => contacts)),
    intervalSeconds: queues[0]?.settings.intervalSeconds ?? 0,
  }
}

/** Clients' figures of the intervals that are not over. */
function restOf({ nowMs }: DayInHand, people: readonly PersonAhead[], hours: HoursToWeigh) {
  const { figures } = groupedHours(hours, people)
  return figures.filter((_, at) => (hours.model.intervals[at]?.endMs ?? 0) > nowMs)
}
