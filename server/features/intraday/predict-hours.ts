import type { QueueId } from '#forecasting/kernel/units.ts'
import {
  type QueueSettings,
  type RequiredInterval,
  requireStaff,
  type StaffedInterval,
} from '#forecasting/staffing/require-staff.ts'
import { staffingModel } from '#forecasting/staffing/staffing-model.ts'

import { clipSpans } from '../adherence/cut-spans.ts'
import type { Span } from '../adherence/span-cursor.ts'
import { sharePeople } from './share-people.ts'

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

/**
 * What clients will live through in each interval, if the planned people are shared by the queues'
 * needs: the same formulas as the requirement (`require-staff.ts`), at the people who are there.
 *
 * @param shareAt what is left of the planned people in an interval, 0..1
 */
export function predictHours(
  queues: readonly ExpectedQueue[],
  people: readonly PlannedPerson[],
  shareAt: (startMs: number) => number,
): ReadonlyMap<QueueId, readonly PredictedInterval[]> {
  const required = queues.map(({ intervals, settings }) => requireStaff(intervals, settings))
  const starts = queues[0]?.intervals ?? []
  const given = starts.map(({ startMs }, t) => {
    const endMs = startMs + (queues[0]?.settings.intervalSeconds ?? 0) * 1000
    const present = people.map(({ queueIds, atWork }) => ({
      queueIds,
      agents: shareWithin(atWork, { startMs, endMs }) * shareAt(startMs),
    }))
    return sharePeople(
      present.filter(({ agents }) => agents > 0),
      queues.map(({ queueId, settings }, q) => ({
        queueId,
        agents: required[q]?.[t]?.agents ?? 0,
        isDeferred: settings.deadlineSeconds !== undefined,
      })),
    )
  })
  return new Map(
    queues.map((queue, q) => [
      queue.queueId,
      queue.intervals.map((interval, t) =>
        predicted(
          queue,
          { interval, required: required[q]?.[t] },
          given[t]?.get(queue.queueId) ?? 0,
        ),
      ),
    ]),
  )
}

function predicted(
  { settings }: ExpectedQueue,
  load: { readonly interval: StaffedInterval; readonly required: RequiredInterval | undefined },
  given: number,
): PredictedInterval {
  const { startMs, handleSeconds } = load.interval
  const base = { startMs, required: load.required?.agents ?? 0, given }
  const contactsInHand = load.required?.contactsInHand ?? 0
  const isDeferred = settings.deadlineSeconds !== undefined
  if (contactsInHand <= 0 || handleSeconds === null || isDeferred) {
    return { ...base, asaSeconds: null, lostShare: null, isOverloaded: false }
  }
  const model = staffingModel({ contactsInHand, handleSeconds }, settings)
  const metrics = betweenWhole(given, (agents) => {
    const { asaSeconds, abandonShare } = model.evaluate(agents)
    return { asaSeconds, lostShare: abandonShare }
  })
  return Number.isFinite(metrics.asaSeconds)
    ? { ...base, ...metrics, isOverloaded: false }
    : { ...base, asaSeconds: null, lostShare: null, isOverloaded: true }
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

function shareWithin(spans: readonly Span[], window: Span): number {
  const covered = clipSpans(spans, window)
  const sumMs = covered.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  return sumMs / (window.endMs - window.startMs)
}
