import type { QueueId } from '#forecasting/kernel/units.ts'
import {
  type QueueSettings,
  type RequiredInterval,
  requireStaff,
  type StaffedInterval,
} from '#forecasting/staffing/require-staff.ts'
import { staffingModel, type StaffingModel } from '#forecasting/staffing/staffing-model.ts'

import type { Span } from '../../adherence/span-cursor.ts'
import { sharePeople } from './share-people.ts'
import { shareWithin } from './share-within.ts'

/** One queue's day as it is expected now. */
export interface ExpectedQueue {
  readonly queueId: QueueId
  readonly settings: QueueSettings
  /** By time, the same starts for every queue. */
  readonly intervals: readonly StaffedInterval[]
}

/** Somebody who is planned to work. */
export interface PlannedPerson {
  readonly queueIds: readonly QueueId[]
  /** When they will be at work, breaks taken out; ascending, without overlap. */
  readonly atWork: readonly Span[]
}

/** People of one interval who may take the same queues; a fraction for a part of the interval. */
export interface PresentPeople {
  readonly queueIds: readonly QueueId[]
  readonly agents: number
}

/** What an interval of a queue is expected to come to. */
export interface PredictedInterval {
  readonly startMs: number
  /** Agents that meet the queue's targets. */
  readonly required: number
  /** Agents that it gets when people are shared by need. */
  readonly given: number
  /** Mean wait of the answered, seconds; null when the line would grow without end, or nobody waits. */
  readonly asaSeconds: number | null
  /** Share of contacts that are lost, 0..1; null where no formula tells. */
  readonly lostShare: number | null
  /** More work comes than these agents can do. */
  readonly isOverloaded: boolean
}

/** Where a queue promises nothing about losses: clients who give up shorten the wait of the others. */
const LOST_SHARE_DEFAULT = 0.1

export function lostShareTargetOf(queue: { readonly abandonShareTarget: number | null }): number {
  return queue.abandonShareTarget ?? LOST_SHARE_DEFAULT
}

const HOUR_MS = 3_600_000

/**
 * What is left of the planned people: in the next hour it is known who is missing; later on, some of
 * those planned will be.
 *
 * @param shrinkage unplanned, 0..1
 */
export function shareAhead(shrinkage: number, nowMs: number): (startMs: number) => number {
  return (startMs) => (startMs < nowMs + HOUR_MS ? 1 : 1 - shrinkage)
}

/** What a day's work asks for, reckoned once, to be asked what becomes of it with any people. */
export interface HoursModel {
  readonly intervals: readonly Span[]
  /** Who of some people is there in an interval, and how much of them. */
  readonly presentAt: (people: readonly PlannedPerson[], at: number) => readonly PresentPeople[]
  /** What every queue comes to in an interval with these people, in the order of the queues. */
  readonly predict: (present: readonly PresentPeople[], at: number) => readonly PredictedInterval[]
}

/**
 * What clients will live through in each interval, if the people who are there are shared by the
 * queues' needs: the same formulas as the requirement (`require-staff.ts`), at those people.
 *
 * @param shareAt what is left of the planned people in an interval, 0..1
 * @param nowMs of the interval that goes on, only the rest tells who is there; before it, nobody is
 */
export function hoursModel(
  queues: readonly ExpectedQueue[],
  shareAt: (startMs: number) => number,
  nowMs: number,
): HoursModel {
  const required = queues.map(({ intervals, settings }) => requireStaff(intervals, settings))
  const lengthMs = (queues[0]?.settings.intervalSeconds ?? 0) * 1000
  const intervals = (queues[0]?.intervals ?? []).map(({ startMs }) => ({
    startMs,
    endMs: startMs + lengthMs,
  }))
  const waits = queues.map((queue, q) =>
    queue.intervals.map((interval, at) => waitModel(queue, interval, required[q]?.[at])),
  )
  return {
    intervals,
    presentAt: (people, at) => {
      const interval = intervals[at]
      if (interval === undefined || interval.endMs <= nowMs) return []
      const rest = { startMs: Math.max(interval.startMs, nowMs), endMs: interval.endMs }
      const share = shareAt(interval.startMs)
      return people.flatMap(({ queueIds, atWork }) => {
        const agents = shareWithin(atWork, rest) * share
        return agents > 0 ? [{ queueIds, agents }] : []
      })
    },
    predict: (present, at) => {
      const given = sharePeople(
        present,
        queues.map(({ queueId, settings }, q) => ({
          queueId,
          agents: required[q]?.[at]?.agents ?? 0,
          isDeferred: settings.deadlineSeconds !== undefined,
        })),
      )
      return queues.map(({ queueId }, q) => ({
        startMs: intervals[at]?.startMs ?? 0,
        required: required[q]?.[at]?.agents ?? 0,
        given: given.get(queueId) ?? 0,
        ...(waits[q]?.[at]?.(given.get(queueId) ?? 0) ?? NO_WAIT),
      }))
    },
  }
}

/** Every interval of a model with the people who are planned, by queue. */
export function predictHours(
  queues: readonly ExpectedQueue[],
  people: readonly PlannedPerson[],
  model: HoursModel,
): ReadonlyMap<QueueId, readonly PredictedInterval[]> {
  const hours = model.intervals.map((_, at) => model.predict(model.presentAt(people, at), at))
  return new Map(
    queues.map(({ queueId }, q) => [queueId, hours.flatMap((interval) => interval[q] ?? [])]),
  )
}

type Wait = Pick<PredictedInterval, 'asaSeconds' | 'lostShare' | 'isOverloaded'>

const NO_WAIT: Wait = { asaSeconds: null, lostShare: null, isOverloaded: false }

/** Wait and loss by agents. The formulas are asked once for each whole number of them. */
function waitModel(
  { settings }: ExpectedQueue,
  { handleSeconds }: StaffedInterval,
  required: RequiredInterval | undefined,
): ((agents: number) => Wait) | undefined {
  const contactsInHand = required?.contactsInHand ?? 0
  const isDeferred = settings.deadlineSeconds !== undefined
  if (contactsInHand <= 0 || handleSeconds === null || isDeferred) return undefined
  let model: StaffingModel | undefined
  const known = new Map<number, WaitFigures>()
  const at = (agents: number): WaitFigures => {
    const before = known.get(agents)
    if (before !== undefined) return before
    model ??= staffingModel({ contactsInHand, handleSeconds }, settings)
    const { asaSeconds, abandonShare } = model.evaluate(agents)
    const figures = { asaSeconds, lostShare: abandonShare }
    known.set(agents, figures)
    return figures
  }
  return (agents) => {
    const figures = betweenWhole(agents, at)
    return Number.isFinite(figures.asaSeconds)
      ? { ...figures, isOverloaded: false }
      : { ...NO_WAIT, isOverloaded: true }
  }
}

interface WaitFigures {
  readonly asaSeconds: number
  readonly lostShare: number
}

/** Figures at a fraction of an agent lie between those of the whole numbers around it. */
function betweenWhole(agents: number, at: (agents: number) => WaitFigures): WaitFigures {
  const below = Math.floor(agents)
  const part = agents - below
  const low = at(below)
  if (part < 1e-9) return low
  const high = at(below + 1)
  if (!Number.isFinite(low.asaSeconds)) return part < 0.5 ? low : high
  const mix = (a: number, b: number): number => a + part * (b - a)
  return {
    asaSeconds: mix(low.asaSeconds, high.asaSeconds),
    lostShare: mix(low.lostShare, high.lostShare),
  }
}
