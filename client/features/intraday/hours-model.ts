import type { components } from '../../api/schema.d.ts'

export type Hours = components['schemas']['TodayHours']
export type HourQueue = Hours['queues'][number]
export type HourInterval = HourQueue['intervals'][number]

/** An interval in which a promise is about to be missed. */
export interface ComingMiss {
  readonly queue: HourQueue
  readonly interval: HourInterval
}

/** Whether anything is predicted: without a published schedule, or at the end of the day, nothing is. */
export function hasPlan({ queues }: Hours): boolean {
  return queues.some(({ intervals }) => intervals.some(({ predicted }) => predicted !== null))
}

/** What one line of the summary says of a queue. */
export interface QueueSummary {
  readonly came: number
  /** What the forecast of the morning had for the same intervals. */
  readonly plannedSoFar: number
  readonly rest: number
  readonly handleSeconds: number | null
  readonly longestWait: HourInterval | undefined
  readonly greatestShortage: HourInterval | undefined
}

/** The interval that is missed first, over all queues; the longest wait of those that begin together. */
export function firstMiss(hours: Hours): ComingMiss | undefined {
  const misses = hours.queues.flatMap((queue) =>
    queue.intervals
      .filter((interval) => isMissed(queue, interval))
      .map((interval) => ({ queue, interval })),
  )
  return misses.toSorted((a, b) => {
    const begins = Date.parse(a.interval.from) - Date.parse(b.interval.from)
    if (begins !== 0) return begins
    const [wait, other] = [waitOf(a.interval), waitOf(b.interval)]
    return wait === other ? 0 : other - wait
  })[0]
}

/** Whether the wait, or the share of contacts that are lost, is beyond what the queue promises. */
export function isMissed(queue: HourQueue, { predicted }: HourInterval): boolean {
  if (predicted === null) return false
  if (predicted.isOverloaded || isWaitMissed(queue, predicted)) return true
  return predicted.lostShare !== null && predicted.lostShare > queue.lostShareTarget
}

export function isWaitMissed(
  { asaTargetSeconds }: HourQueue,
  { asaSeconds }: NonNullable<HourInterval['predicted']>,
): boolean {
  return asaTargetSeconds !== null && asaSeconds !== null && asaSeconds > asaTargetSeconds
}

/** A line that grows is longer than any. */
function waitOf({ predicted }: HourInterval): number {
  if (predicted === null) return -1
  return predicted.isOverloaded ? Number.POSITIVE_INFINITY : (predicted.asaSeconds ?? -1)
}

/** @param dayEndsAt what is still to come is counted up to it; waits are looked at beyond it */
export function queueSummary({ intervals }: HourQueue, dayEndsAt: string): QueueSummary {
  // The interval that goes on is not counted on either side.
  const over = intervals.filter(({ came, expected }) => came !== null && expected === null)
  const coming = intervals.filter(({ expected }) => expected !== null)
  const today = coming.filter(({ from }) => Date.parse(from) < Date.parse(dayEndsAt))
  const sum = (of: readonly HourInterval[], read: (one: HourInterval) => number): number =>
    of.reduce((total, one) => total + read(one), 0)
  const ended = over.filter(({ came }) => (came?.ahtSeconds ?? null) !== null)
  const answered = sum(ended, ({ came }) => came?.answered ?? 0)
  return {
    came: sum(over, ({ came }) => came?.offered ?? 0),
    plannedSoFar: sum(over, ({ forecast }) => forecast.contacts),
    rest: sum(today, ({ expected }) => expected?.contacts ?? 0),
    handleSeconds:
      answered === 0
        ? null
        : sum(ended, ({ came }) => (came?.ahtSeconds ?? 0) * (came?.answered ?? 0)) / answered,
    longestWait: greatest(coming, waitOf, 0.5),
    greatestShortage: greatest(coming, shortageOf, 0.5),
  }
}

export function shortageOf({ predicted }: HourInterval): number {
  return predicted === null ? 0 : predicted.required - predicted.given
}

function greatest(
  intervals: readonly HourInterval[],
  of: (interval: HourInterval) => number,
  least: number,
): HourInterval | undefined {
  let found: HourInterval | undefined
  for (const interval of intervals) {
    if (of(interval) >= least && (found === undefined || of(interval) > of(found))) found = interval
  }
  return found
}

/** Whether an interval says anything: an open queue that nobody calls at night does not. */
export function isUsed({ forecast, came }: HourInterval): boolean {
  return forecast.contacts >= CONTACTS_SHOWN || (came?.offered ?? 0) > 0
}

/** Half of the last digit that is shown of so few. */
const CONTACTS_SHOWN = 0.05

/** From the first interval in which anything is expected or came to the last. */
export function usedSpan(
  queues: readonly HourQueue[],
): { readonly startMs: number; readonly endMs: number } | undefined {
  const used = queues.flatMap(({ intervals }) => intervals).filter(isUsed)
  if (used.length === 0) return undefined
  return {
    startMs: Math.min(...used.map(({ from }) => Date.parse(from))),
    endMs: Math.max(...used.map(({ to }) => Date.parse(to))),
  }
}
