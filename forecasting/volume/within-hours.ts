/** Expected contacts of an interval, and their band. */
interface Expected {
  readonly mean: number
  readonly quantiles: readonly number[]
}

/** An interval, the day it belongs to, and whether anybody may be called then. */
export interface CallingInterval extends Expected {
  readonly day: string
  readonly isAllowed: boolean
}

export interface SpreadCalls {
  readonly intervals: readonly Expected[]
  /** Contacts that were expected at other hours and were moved. */
  readonly moved: number
  /** Of them, those who are nowhere, because no day has an allowed hour. */
  readonly unplaced: number
}

/**
 * Moves calls that a centre makes of its own accord into the hours at which it may: within their day in
 * proportion to what is expected there, evenly where nothing is, and else to the next day that has such
 * hours; behind the last of those, to that one. Bands are added level by level, as if what is moved rose
 * and fell with what was there: a little too wide, never out of order. What lies within the hours
 * already stays as it is.
 *
 * @param intervals ascending; days are runs of equal names
 */
export function withinHours(intervals: readonly CallingInterval[]): SpreadCalls {
  const spread = intervals.map(({ isAllowed, mean, quantiles }): Expected =>
    isAllowed ? { mean, quantiles } : { mean: 0, quantiles: quantiles.map(() => 0) },
  )
  let pool: Expected = NOBODY
  let moved = 0
  let last: readonly number[] = []
  for (const day of daysOf(intervals)) {
    const outside = day.filter((i) => intervals[i]?.isAllowed === false)
    for (const i of outside) pool = joined(pool, intervals[i] ?? NOBODY, 1)
    moved += outside.reduce((sum, i) => sum + (intervals[i]?.mean ?? 0), 0)
    const inside = day.filter((i) => intervals[i]?.isAllowed === true)
    if (inside.length === 0) continue
    pour(pool, spread, inside)
    pool = NOBODY
    last = inside
  }
  if (last.length > 0) {
    pour(pool, spread, last)
    pool = NOBODY
  }
  return { intervals: spread, moved, unplaced: pool.mean }
}

const NOBODY: Expected = { mean: 0, quantiles: [] }

/** Places of the intervals, day by day. */
function daysOf(intervals: readonly CallingInterval[]): number[][] {
  const days: number[][] = []
  for (const [i, { day }] of intervals.entries()) {
    if (intervals[i - 1]?.day === day) days.at(-1)?.push(i)
    else days.push([i])
  }
  return days
}

/** Adds what is to be moved to some places, in proportion to what is there. */
function pour(pool: Expected, spread: Expected[], places: readonly number[]): void {
  if (pool.mean === 0) return
  const means = places.map((i) => spread[i]?.mean ?? 0)
  const total = means.reduce((sum, mean) => sum + mean, 0)
  for (const [at, i] of places.entries()) {
    const share = total > 0 ? (means[at] ?? 0) / total : 1 / places.length
    spread[i] = joined(spread[i] ?? NOBODY, pool, share)
  }
}

function joined(own: Expected, more: Expected, share: number): Expected {
  const count = Math.max(own.quantiles.length, more.quantiles.length)
  return {
    mean: own.mean + share * more.mean,
    quantiles: Array.from(
      { length: count },
      (_, level) => (own.quantiles[level] ?? 0) + share * (more.quantiles[level] ?? 0),
    ),
  }
}
