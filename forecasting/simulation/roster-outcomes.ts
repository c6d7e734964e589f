/** What the runs of a roster come to, for a queue or several together, over any span of intervals. */
import { quantileSorted } from 'simple-statistics'

import type { KeptRun } from './kept-run.ts'

/** A figure over runs: its mean, and what it stays below in 10, 50 and 90 runs of a hundred. */
export interface Spread {
  readonly mean: number | null
  readonly p10: number | null
  readonly p50: number | null
  readonly p90: number | null
}

/** Queues that are judged together, each by its own promise. */
export interface JudgedLine {
  readonly queues: readonly {
    readonly index: number
    /** Infinity where it is not promised. */
    readonly asaSeconds: number
    /** 1 where it is not promised. */
    readonly abandonShare: number
    /** 0 where it is not promised. */
    readonly serviceShare: number
  }[]
  /** Column of {@link KeptRun.staffedSeconds} to measure occupancy by. */
  readonly occupancyColumn: number
}

/** Half-open, in intervals. */
export interface IntervalSpan {
  readonly from: number
  readonly to: number
}

export interface SpanOutcome {
  /** Tries, redials included. */
  readonly offered: Spread
  /** Of answered contacts. */
  readonly asaSeconds: Spread
  /** Answered within the threshold / (offered − abandoned within it). */
  readonly serviceLevel: Spread
  readonly abandonShare: Spread
  /** Share of the time of the people there that they were busy. */
  readonly occupancy: Spread
}

type QueueColumn = 'offered' | 'answered' | 'inTime' | 'waitSeconds' | 'abandoned' | 'unjudged'

export function spanOutcome(
  runs: readonly KeptRun[],
  line: JudgedLine,
  span: IntervalSpan,
): SpanOutcome {
  const sum = (column: QueueColumn): number[] =>
    runs.map((run) => sumOf(run[column], run.queues, { line, span }))
  const offered = sum('offered')
  const unjudged = sum('unjudged')
  return {
    offered: spreadOf(offered, null),
    asaSeconds: spreadOf(sum('waitSeconds'), sum('answered')),
    serviceLevel: spreadOf(
      sum('inTime'),
      offered.map((tries, run) => tries - (unjudged[run] ?? 0)),
    ),
    abandonShare: spreadOf(sum('abandoned'), offered),
    occupancy: spreadOf(
      runs.map((run) => columnSum(run.busySeconds, run.queues + 1, line.occupancyColumn, span)),
      runs.map((run) => columnSum(run.staffedSeconds, run.queues + 1, line.occupancyColumn, span)),
    ),
  }
}

/** What a promise over a span is judged by; sums of spans add up. */
export interface PromiseSums {
  readonly offered: number
  readonly answered: number
  readonly waitSeconds: number
  readonly abandoned: number
  /** Seconds waited beyond what was promised, all answered contacts together: kept at 0 and less. */
  readonly waitExcess: number
  /** Contacts lost beyond what was promised. */
  readonly lostExcess: number
  /** Contacts that should have been answered in time, and were not. */
  readonly lateExcess: number
}

export const NO_CONTACTS: PromiseSums = {
  offered: 0,
  answered: 0,
  waitSeconds: 0,
  abandoned: 0,
  waitExcess: 0,
  lostExcess: 0,
  lateExcess: 0,
}

export function promiseSums(run: KeptRun, line: JudgedLine, span: IntervalSpan): PromiseSums {
  return line.queues.reduce((sums, { index, asaSeconds, abandonShare, serviceShare }) => {
    const total = (column: Float32Array): number => columnSum(column, run.queues, index, span)
    const offered = total(run.offered)
    const answered = total(run.answered)
    const waitSeconds = total(run.waitSeconds)
    const abandoned = total(run.abandoned)
    return addSums(sums, {
      offered,
      answered,
      waitSeconds,
      abandoned,
      waitExcess: asaSeconds === Infinity ? 0 : waitSeconds - asaSeconds * answered,
      lostExcess: abandoned - abandonShare * offered,
      lateExcess: serviceShare * (offered - total(run.unjudged)) - total(run.inTime),
    })
  }, NO_CONTACTS)
}

export function addSums(some: PromiseSums, others: PromiseSums): PromiseSums {
  return {
    offered: some.offered + others.offered,
    answered: some.answered + others.answered,
    waitSeconds: some.waitSeconds + others.waitSeconds,
    abandoned: some.abandoned + others.abandoned,
    waitExcess: some.waitExcess + others.waitExcess,
    lostExcess: some.lostExcess + others.lostExcess,
    lateExcess: some.lateExcess + others.lateExcess,
  }
}

/** Whoever calls where nobody answers is not promised a wait: the lost are counted all the same. */
export function isKept({ waitExcess, lostExcess, lateExcess }: PromiseSums): boolean {
  return waitExcess <= ROUNDING && lostExcess <= ROUNDING && lateExcess <= ROUNDING
}

const ROUNDING = 1e-6

/** Share of the runs in which a span keeps what is promised of it. */
export function keptChance(
  runs: readonly KeptRun[],
  line: JudgedLine,
  span: IntervalSpan,
): number | null {
  if (runs.length === 0) return null
  const kept = runs.filter((run) => isKept(promiseSums(run, line, span)))
  return kept.length / runs.length
}

/**
 * The mean weighs every contact alike; the quantiles are of the runs in which there was any.
 *
 * @param wholes what each part is a share of; null for plain counts
 */
export function spreadOf(parts: readonly number[], wholes: readonly number[] | null): Spread {
  const wholeOf = (run: number): number => (wholes === null ? 1 : (wholes[run] as number))
  const ratios = Float64Array.from(
    parts.flatMap((part, run) => (wholeOf(run) > 0 ? [part / wholeOf(run)] : [])),
  ).sort()
  if (ratios.length === 0) return { mean: null, p10: null, p50: null, p90: null }
  const total = (of: (run: number) => number): number =>
    parts.reduce((sum, _, run) => sum + (wholeOf(run) > 0 ? of(run) : 0), 0)
  const sorted = Array.from(ratios)
  return {
    mean: total((run) => parts[run] as number) / total(wholeOf),
    p10: quantileSorted(sorted, 0.1),
    p50: quantileSorted(sorted, 0.5),
    p90: quantileSorted(sorted, 0.9),
  }
}

function sumOf(
  column: Float32Array,
  width: number,
  { line, span }: { readonly line: JudgedLine; readonly span: IntervalSpan },
): number {
  return line.queues.reduce((sum, { index }) => sum + columnSum(column, width, index, span), 0)
}

function columnSum(
  column: Float32Array,
  width: number,
  index: number,
  { from, to }: IntervalSpan,
): number {
  let sum = 0
  for (let interval = from; interval < to; interval++) {
    sum += column[interval * width + index] as number
  }
  return sum
}
