import type { CoverageInterval } from '../../../components/requirement-strip/coverage-cells.ts'
import type { Grid } from '../shift/shift-edit.ts'

export interface QueueCoverage {
  readonly queueId: string
  readonly intervals: readonly CoverageInterval[]
}

export interface CoverageViews {
  /** Of all queues together. */
  readonly overall: readonly CoverageInterval[]
  readonly queues: readonly QueueCoverage[]
}

/** An interval that is asked about, given by any instant of it. */
export interface AskedInterval {
  /** Why is this queue short then? Null: why are there too many of all together? */
  readonly queueId: string | null
  readonly atMs: number
}

const MINUTE_MS = 60_000

/** What every interval asks for and has, of all queues together and of each. */
export function coverageViews({
  startsAt,
  intervalMinutes,
  ...figures
}: Grid['coverage']): CoverageViews {
  const starts = startsAt.map((instant) => Date.parse(instant))
  const intervalsOf = (asked: readonly number[], missing: readonly number[]): CoverageInterval[] =>
    starts.map((startMs, at) => ({
      startMs,
      endMs: startMs + intervalMinutes * MINUTE_MS,
      required: asked[at] ?? 0,
      // Not the plain head count: a person is counted where the shortage says that they serve.
      scheduled: (asked[at] ?? 0) - (missing[at] ?? 0),
    }))
  return {
    overall: withIdle(intervalsOf(figures.required, figures.shortage), figures.scheduled),
    queues: figures.queues.map((queue) => ({
      queueId: queue.queueId,
      intervals: intervalsOf(queue.required, queue.shortage),
    })),
  }
}

/**
 * Where nobody is missing, everybody on duty counts, so that too many people show as well; where
 * somebody is, those who are there beside the need cannot serve what is short.
 */
function withIdle(
  intervals: readonly CoverageInterval[],
  duty: readonly number[],
): CoverageInterval[] {
  return intervals.map((interval, at) =>
    interval.scheduled < interval.required
      ? interval
      : { ...interval, scheduled: Math.max(interval.required, duty[at] ?? 0) },
  )
}

/** Of one queue, or of all together when it is null, within a span. */
export function coverageWithin(
  { overall, queues }: CoverageViews,
  queueId: string | null,
  span: { readonly startMs: number; readonly endMs: number },
): CoverageInterval[] {
  const own = queues.find((queue) => queue.queueId === queueId)
  return within(own?.intervals ?? overall, span)
}

/** Those that begin within a span. */
export function within(
  intervals: readonly CoverageInterval[],
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number },
): CoverageInterval[] {
  return intervals.filter((interval) => interval.startMs >= startMs && interval.startMs < endMs)
}

/**
 * What a planner asks about who points at an interval: the queue that is shown, else the one that lacks
 * most then, else why there are too many.
 */
export function askedAt(
  { startsAt, queues }: Grid['coverage'],
  queueId: string | null,
  atMs: number,
): AskedInterval {
  if (queueId !== null) return { queueId, atMs }
  const at = startsAt.findIndex((instant) => Date.parse(instant) === atMs)
  const missing = ({ shortage }: { readonly shortage: readonly number[] }): number =>
    shortage[at] ?? 0
  const worst = queues.toSorted((a, b) => missing(b) - missing(a))[0]
  const isShort = worst !== undefined && missing(worst) > 0
  return { queueId: isShort ? worst.queueId : null, atMs }
}
