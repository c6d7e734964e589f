/** What runs come to: figures with bands, and how likely a promise is kept. */
import { quantileSorted } from 'simple-statistics'

import type { Random } from '../kernel/random.ts'
import type { RunTally } from './run-tally.ts'

/** A figure over runs: its mean, and the band that holds nine runs in ten. Null where nothing came. */
export interface Band {
  readonly mean: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface QueueOutcome {
  /** Tries, redials included. */
  readonly offered: Band
  /** Of answered contacts. */
  readonly asaSeconds: Band
  /** Answered within the threshold / (offered − abandoned within it). */
  readonly serviceLevel: Band
  readonly abandonShare: Band
}

/** Which cells of a tally: an interval or all, of some queues or groups. */
export interface Cells {
  readonly intervals: readonly number[]
  /** Indices of queues, or of groups for {@link occupancyOf}. */
  readonly of: readonly number[]
}

export function queueOutcome(runs: readonly RunTally[], cells: Cells): QueueOutcome {
  const total = (tally: RunTally, column: Float64Array): number =>
    sumCells(column, tally.queues, cells)
  const band = (part: (tally: RunTally) => number, whole: (tally: RunTally) => number): Band =>
    ratioBand(runs, part, whole)
  return {
    offered: ratioBand(
      runs,
      (tally) => total(tally, tally.offered),
      () => 1,
    ),
    asaSeconds: band(
      (tally) => total(tally, tally.waitSeconds),
      (tally) => total(tally, tally.answered),
    ),
    serviceLevel: band(
      (tally) => total(tally, tally.inTime),
      (tally) =>
        total(tally, tally.offered) -
        total(tally, tally.shortAbandoned) -
        total(tally, tally.undecided),
    ),
    abandonShare: band(
      (tally) => total(tally, tally.abandoned),
      (tally) => total(tally, tally.offered),
    ),
  }
}

/** Share of the time of the people there that they were busy. */
export function occupancyOf(runs: readonly RunTally[], cells: Cells): Band {
  return ratioBand(
    runs,
    (tally) => sumCells(tally.busySeconds, tally.groups, cells),
    (tally) => sumCells(tally.staffedSeconds, tally.groups, cells),
  )
}

/** What is promised of a whole period, all its contacts together. */
export interface PeriodPromise {
  readonly asaSeconds?: number
  readonly abandonShare?: number
}

/**
 * How likely a period of several runs keeps its promise: periods are put together from runs drawn
 * with replacement, so that 26 of a week's runs make a half-year of weeks like it.
 *
 * @param periods 1 or more; runs of one period, e.g. 26 weeks
 * @returns share of 2,000 such periods, 0..1; of the runs themselves where `periods` is 1
 */
export function promiseKept(
  runs: readonly RunTally[],
  { queues, promise }: { readonly queues: readonly number[]; readonly promise: PeriodPromise },
  { periods, random }: { readonly periods: number; readonly random: Random },
): number {
  const sums = runs.map((tally) => {
    const cells = { intervals: everyInterval(tally), of: queues }
    const total = (column: Float64Array): number => sumCells(column, tally.queues, cells)
    return [
      total(tally.waitSeconds),
      total(tally.answered),
      total(tally.abandoned),
      total(tally.offered),
    ] as const
  })
  const tries = periods === 1 ? sums.length : DRAWN_PERIODS
  let kept = 0
  for (let n = 0; n < tries; n++) {
    const period = [0, 0, 0, 0]
    for (let part = 0; part < periods; part++) {
      const drawn = sums[periods === 1 ? n : Math.floor(random() * sums.length)] ?? []
      drawn.forEach((figure, i) => (period[i] = (period[i] ?? 0) + figure))
    }
    if (keeps(period, promise)) kept++
  }
  return kept / tries
}

const DRAWN_PERIODS = 2000

function keeps(
  [waited = 0, answered = 0, abandoned = 0, offered = 0]: readonly number[],
  { asaSeconds = Infinity, abandonShare = Infinity }: PeriodPromise,
): boolean {
  return waited <= asaSeconds * answered && abandoned <= abandonShare * offered
}

export function everyInterval({ intervals }: Pick<RunTally, 'intervals'>): number[] {
  return Array.from({ length: intervals }, (_, interval) => interval)
}

/** The mean weighs every contact alike; the band is of the runs. */
function ratioBand(
  runs: readonly RunTally[],
  part: (tally: RunTally) => number,
  whole: (tally: RunTally) => number,
): Band {
  const pairs = runs.map((tally) => [part(tally), whole(tally)] as const)
  const ratios = pairs
    .filter(([, all]) => all > 0)
    .map(([some, all]) => some / all)
    .toSorted((a, b) => a - b)
  if (ratios.length === 0) return { mean: null, low: null, high: null }
  const sum = (index: 0 | 1): number => pairs.reduce((total, pair) => total + pair[index], 0)
  return {
    mean: sum(0) / sum(1),
    low: quantileSorted(ratios, 0.05),
    high: quantileSorted(ratios, 0.95),
  }
}

function sumCells(column: Float64Array, width: number, { intervals, of }: Cells): number {
  let sum = 0
  for (const interval of intervals) {
    for (const index of of) sum += column[interval * width + index] ?? 0
  }
  return sum
}
