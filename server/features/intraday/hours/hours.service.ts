import {
  addDays,
  type LocalDate,
  localDateOf,
  startOfLocalDay,
} from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { judgePeople } from '../../adherence/adherence.service.ts'
import type { Span } from '../../adherence/span-cursor.ts'
import { readCalendar } from '../../calendar/calendar.service.ts'
import type { Queue } from '../../centers/centers.schema.ts'
import { readCenterSettings } from '../../centers/centers.service.ts'
import { isOpenAt } from '../../centers/open-hours.ts'
import { readAdjusted } from '../../forecasts/forecasts.service.ts'
import type { AdjustedPoint } from '../../forecasts/overrides/adjusted-point.ts'
import { queueCalendar } from '../../forecasts/queue-calendar.ts'
import { readDecisions, toDecision } from '../../imports/decisions.service.ts'
import { readPublishedOn, readSkills } from '../../schedules/schedules.service.ts'
import { settingsOf } from '../../staffing/queue-settings.ts'
import type { ContactCell } from '../contacts/contacts.queries.ts'
import { isCounted, readToldContacts, type ToldContacts } from '../contacts/contacts.service.ts'
import type { DayKnowledge } from './day-evidence.ts'
import { findForecastOf, findLatestForecast } from './hours.queries.ts'
import { peopleAhead, type PersonAhead } from './people-ahead.ts'
import {
  type ExpectedQueue,
  type HoursModel,
  hoursModel,
  lostShareTargetOf,
  type PredictedInterval,
  predictHours,
  shareAhead,
} from './predict-hours.ts'
import type { Promised } from './promise-gap.ts'
import { type QueueDay, queueDay, staffedIntervals } from './queue-day.ts'

const MINUTE_MS = 60_000

/** A day of every queue: what came beside the forecast, and what the rest of it will come to. */
export interface Hours {
  readonly date: LocalDate
  readonly nowMs: number
  readonly queues: readonly {
    readonly queue: Queue
    readonly day: QueueDay
    /** A feed counts its contacts. */
    readonly isCounted: boolean
  }[]
  readonly unknown: ToldContacts['unknown']
  /** For predicting again with other people; undefined for a day that is over or has no schedule. */
  readonly ahead: Ahead | undefined
}

/** What a prediction of the rest of today rests on. */
export interface Ahead {
  readonly scheduleId: string
  readonly queues: readonly ExpectedQueue[]
  readonly people: readonly PersonAhead[]
  readonly skills: ReadonlyMap<OperatorId, readonly QueueId[]>
  /** By queue, in the order of `queues`. */
  readonly promises: readonly Promised[]
  /** Of those planned after the next hour, 0..1. */
  readonly shrinkage: number
  readonly model: HoursModel
  readonly predicted: ReadonlyMap<QueueId, readonly PredictedInterval[]>
}

/**
 * Today, or a day before it.
 *
 * @param date the centre's own; today's without one
 */
export async function readHours(db: Db, nowMs: number, date?: LocalDate): Promise<Hours> {
  const center = await readCenterSettings(db)
  const { timezone, intervalMinutes } = center
  const today = localDateOf(nowMs as EpochMs, timezone)
  const day = date ?? today
  const span = {
    startMs: startOfLocalDay(day, timezone),
    endMs: startOfLocalDay(addDays(day, 1), timezone),
    intervalMs: intervalMinutes * MINUTE_MS,
  }
  const published = await readPublishedOn(db, day)
  const points = await readPoints(db, { ...span, date: day }, published?.requirementId)
  const told = await readToldContacts(db, span, nowMs)
  const knowledgeOf = await readKnowledge(db, timezone)
  const queues = center.queues.map((queue) => ({
    queue,
    isCounted: told.silencesOf.has(queue.id),
    day: queueDay(
      gridOf(span, (startMs) => isOpenAt(queue, startMs as EpochMs, timezone)),
      points.get(queue.id) ?? new Map<number, AdjustedPoint>(),
      (interval) => cellOf(told, queue.id, interval),
      { nowMs, ...knowledgeOf(queue.id) },
    ),
  }))
  const isAhead = day === today && published !== undefined && points.size > 0
  const expected = queues.map(({ queue, day: own }) => ({
    queueId: queue.id,
    settings: settingsOf(queue, center),
    intervals: staffedIntervals(own),
  }))
  return {
    date: day,
    nowMs,
    queues,
    unknown: told.unknown,
    ahead: isAhead
      ? await readAhead(db, {
          scheduleId: published.id,
          today,
          nowMs,
          queues: expected,
          promises: center.queues.map((queue) => ({
            asaTargetSeconds: queue.asaTargetSeconds,
            lostShareTarget: lostShareTargetOf(queue),
          })),
          shrinkage: center.shrinkageUnplanned,
        })
      : undefined,
  }
}

async function readAhead(
  db: Db,
  about: {
    readonly scheduleId: string
    readonly today: LocalDate
    readonly nowMs: number
    readonly queues: readonly ExpectedQueue[]
    readonly promises: readonly Promised[]
    readonly shrinkage: number
  },
): Promise<Ahead> {
  const { today, nowMs, queues } = about
  const judged = await judgePeople(db, { from: addDays(today, -1), to: addDays(today, 1), nowMs })
  const skills = await readSkills(db, today)
  const people = peopleAhead(judged, skills, nowMs)
  const { scheduleId, promises, shrinkage } = about
  const model = hoursModel(queues, shareAhead(shrinkage, nowMs), nowMs)
  const predicted = predictHours(queues, people, model)
  return { scheduleId, queues, people, skills, promises, shrinkage, model, predicted }
}

/** Outages and decisions: what a forecast does not learn from, the rest of a day does not follow. */
async function readKnowledge(db: Db, timezone: string): Promise<(id: QueueId) => DayKnowledge> {
  const calendar = await readCalendar(db)
  const decisions = (await readDecisions(db)).filter(({ active }) => active)
  return (id) => ({
    outages: queueCalendar(calendar, id, timezone).excluded,
    decisions: decisions.filter(({ queueId }) => queueId === id).map(toDecision),
  })
}

async function readPoints(
  db: Db,
  day: Span & { readonly date: LocalDate },
  requirementId: string | undefined,
): Promise<ReadonlyMap<QueueId, ReadonlyMap<number, AdjustedPoint>>> {
  const forecastId =
    requirementId === undefined
      ? await findLatestForecast(db, day.date)
      : await findForecastOf(db, requirementId)
  if (forecastId === undefined) return new Map()
  const within = { from: new Date(day.startMs), to: new Date(day.endMs) }
  const adjusted = await readAdjusted(db, forecastId, undefined, within)
  return new Map(
    [...adjusted].map(([id, points]) => [
      id,
      new Map(points.map((point) => [point.startMs as number, point])),
    ]),
  )
}

function gridOf(
  span: Span & { readonly intervalMs: number },
  isOpen: (startMs: number) => boolean,
): (Span & { readonly isOpen: boolean })[] {
  const count = Math.round((span.endMs - span.startMs) / span.intervalMs)
  return Array.from({ length: count }, (_, at) => {
    const startMs = span.startMs + at * span.intervalMs
    return { startMs, endMs: startMs + span.intervalMs, isOpen: isOpen(startMs) }
  })
}

/** Nobody came where a feed counts and says nothing; a part of an interval's contacts is no count of it. */
function cellOf(told: ToldContacts, queueId: QueueId, interval: Span): ContactCell | undefined {
  if (!isCounted(told, queueId, interval)) return undefined
  return told.cells.get(queueId)?.get(interval.startMs) ?? emptyCell(queueId, interval.startMs)
}

function emptyCell(queueId: QueueId, startMs: number): ContactCell {
  return {
    queueId,
    startMs,
    offered: 0,
    answered: 0,
    abandoned: 0,
    shortAbandoned: 0,
    waiting: 0,
    answeredInTarget: 0,
    waitSeconds: 0,
    handledKnown: 0,
    handleSeconds: 0,
  }
}
