import { addDays, type LocalDate, localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { type JudgedPerson, judgePeople } from '../../adherence/adherence.service.ts'
import type { Span } from '../../adherence/span-cursor.ts'
import { readCalendar } from '../../calendar/calendar.service.ts'
import type { Queue } from '../../centers/centers.schema.ts'
import { readCenterSettings } from '../../centers/centers.service.ts'
import { isOpenAt } from '../../centers/open-hours.ts'
import { readAdjusted } from '../../forecasts/forecasts.service.ts'
import type { AdjustedPoint } from '../../forecasts/overrides/adjusted-point.ts'
import { queueCalendar } from '../../forecasts/queue-calendar.ts'
import { readDecisions, toDecision } from '../../imports/decisions.service.ts'
import {
  type PublishedSchedule,
  readPublishedOn,
  readSkills,
} from '../../schedules/schedules.service.ts'
import { settingsOf } from '../../staffing/queue-settings.ts'
import type { ContactCell } from '../contacts/contacts.queries.ts'
import { isCounted, readToldContacts, type ToldContacts } from '../contacts/contacts.service.ts'
import type { DayKnowledge } from './day-evidence.ts'
import { daysAhead, type DaySpan, wholeDay } from './days-ahead.ts'
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
import { readStaff, type StaffByQueue } from './staff.service.ts'

const MINUTE_MS = 60_000

/** A day of every queue: what came beside the forecast, and what the hours ahead will come to. */
export interface Hours {
  /** The day asked for; with today, the hours of tomorrow that are ahead. */
  readonly days: readonly [DaySpan, ...DaySpan[]]
  readonly nowMs: number
  readonly queues: readonly {
    readonly queue: Queue
    readonly day: QueueDay
    /** A feed counts its contacts. */
    readonly isCounted: boolean
  }[]
  readonly unknown: ToldContacts['unknown']
  /** Who was asked for, planned and there. */
  readonly staff: StaffByQueue
  /** For predicting again with other people; undefined for a day that is over, or without a schedule. */
  readonly ahead: Ahead | undefined
}

/** What a prediction of the hours ahead rests on. */
export interface Ahead {
  /** Today's; undefined where only tomorrow has one. */
  readonly scheduleId: string | undefined
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
 * Today with the hours ahead, or a day before it.
 *
 * @param date the centre's own; today's without one
 */
export async function readHours(db: Db, nowMs: number, date?: LocalDate): Promise<Hours> {
  const center = await readCenterSettings(db)
  const { timezone } = center
  const intervalMs = center.intervalMinutes * MINUTE_MS
  const today = localDateOf(nowMs as EpochMs, timezone)
  const isToday = date === undefined || date === today
  const days = isToday
    ? daysAhead(nowMs, timezone, intervalMs)
    : ([wholeDay(date, timezone, intervalMs)] as const)
  const plans = await readDayPlans(db, days)
  const told = await readToldContacts(db, days[0], nowMs)
  const knowledgeOf = await readKnowledge(db, timezone)
  const queueDayOf = (queue: Queue, { day, points }: DayPlanned): QueueDay =>
    queueDay(
      gridOf(day, (startMs) => isOpenAt(queue, startMs as EpochMs, timezone)),
      points.get(queue.id) ?? new Map<number, AdjustedPoint>(),
      (interval) => cellOf(told, queue.id, interval),
      { nowMs, ...knowledgeOf(queue.id) },
    )
  const queues = center.queues.map((queue) => ({
    queue,
    isCounted: told.silencesOf.has(queue.id),
    byDay: plans.map((plan) => queueDayOf(queue, plan)),
  }))
  const isPlanned = plans.map(({ published, points }) => published !== undefined && points.size > 0)
  const judged = await readJudged(db, plans, nowMs)
  return {
    days,
    nowMs,
    queues: queues.map(({ byDay, ...one }) => ({ ...one, day: joined(byDay) })),
    unknown: told.unknown,
    staff: await readStaff(db, days, { judged, queues: center.queues, nowMs }),
    ahead:
      isToday && isPlanned.includes(true)
        ? await readAhead(db, days, {
            published: isPlanned[0] === true ? plans[0]?.published : undefined,
            nowMs,
            judged,
            // Where nobody is planned yet, nobody is missing either: such a day is not predicted.
            queues: queues.map(({ queue, byDay }) => ({
              queueId: queue.id,
              settings: settingsOf(queue, center),
              intervals: byDay.filter((_, at) => isPlanned[at] === true).flatMap(staffedIntervals),
            })),
            promises: center.queues.map((queue) => ({
              asaTargetSeconds: queue.asaTargetSeconds,
              lostShareTarget: lostShareTargetOf(queue),
            })),
            shrinkage: center.shrinkageUnplanned,
          })
        : undefined,
  }
}

/** Last night's shifts count on the day before, and work into this morning. */
async function readJudged(
  db: Db,
  plans: readonly DayPlanned[],
  nowMs: number,
): Promise<readonly JudgedPerson[]> {
  const [first] = plans
  if (first === undefined || plans.every(({ published }) => published === undefined)) return []
  const { date } = first.day
  return judgePeople(db, { from: addDays(date, -1), to: addDays(date, plans.length), nowMs })
}

/** A day with what was published for it, and its forecast. */
interface DayPlanned {
  readonly day: DaySpan
  readonly published: PublishedSchedule | undefined
  readonly points: ReadonlyMap<QueueId, ReadonlyMap<number, AdjustedPoint>>
}

async function readDayPlans(db: Db, days: readonly DaySpan[]): Promise<readonly DayPlanned[]> {
  const plans = []
  for (const day of days) {
    const published = await readPublishedOn(db, day.date)
    plans.push({ day, published, points: await readPoints(db, day, published?.requirementId) })
  }
  return plans
}

/** What is known of a day says something of its own hours: those of the next keep their forecast. */
function joined(byDay: readonly QueueDay[]): QueueDay {
  const { factor = 1, handleFactor = 1 } = byDay[0] ?? {}
  return { factor, handleFactor, intervals: byDay.flatMap(({ intervals }) => intervals) }
}

async function readAhead(
  db: Db,
  days: Hours['days'],
  about: Pick<Ahead, 'queues' | 'promises' | 'shrinkage'> & {
    readonly nowMs: number
    readonly judged: readonly JudgedPerson[]
    readonly published: PublishedSchedule | undefined
  },
): Promise<Ahead> {
  const { nowMs, judged, published, queues, promises, shrinkage } = about
  const skills = await readSkills(db, days[0].date)
  const people = peopleAhead(judged, skills, { nowMs, isOwnDay: daysOf(published) })
  const model = hoursModel(queues, shareAhead(shrinkage, nowMs), nowMs)
  const predicted = predictHours(queues, people, model)
  const scheduleId = published?.id
  return { scheduleId, queues, people, skills, promises, shrinkage, model, predicted }
}

function daysOf(schedule: PublishedSchedule | undefined): (date: LocalDate) => boolean {
  if (schedule === undefined) return () => false
  const { fromDate, days } = schedule
  return (date) => fromDate <= date && date < addDays(fromDate, days)
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
  day: DaySpan,
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
  span: DaySpan,
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
