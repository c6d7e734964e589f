import type { LocalClock } from '#forecasting/kernel/local-clock.ts'

import type { RowProblems } from './row-problems.ts'
import type { RowStore } from './row-store.ts'
import type { SeriesRows } from './series-rows.ts'

/** Lengths that a history may have without saying so, the longest first. */
const GUESSED_LENGTHS = [3600, 1800, 900] as const
/** Share of rows that must stand on a grid for it to be the grid. */
const ALIGNED_SHARE = 0.995
/** With fewer rows a queue follows the whole file: a quiet queue may only have rows on the hour. */
const ROWS_TO_DECIDE_ALONE = 96
const QUARTER_SECONDS = 900

/**
 * Fills in the length of intervals where the file does not tell it: the longest of an hour, half
 * an hour and a quarter on whose grid all but a few stray rows start. The strays are reported and
 * leave their series.
 *
 * @param options.declaredSeconds length that a person declared; overrides the search
 */
export function settleIntervalLengths(
  store: RowStore,
  rows: readonly SeriesRows[],
  {
    clock,
    problems,
    declaredSeconds,
  }: {
    readonly clock: LocalClock
    readonly problems: RowProblems
    readonly declaredSeconds: number | undefined
  },
): void {
  const open = rows.filter(({ places }) => {
    const [first] = places
    return first !== undefined && store.intervalSeconds.get(first) === 0
  })
  if (open.length === 0) return
  const counts = open.map(({ places }) => alignedCounts(store, places, clock))
  const whole = counts.reduce(
    (sum, count) => sum.map((value, at) => value + (count[at] ?? 0)),
    [0, 0, 0],
  )
  for (const [index, one] of open.entries()) {
    const own = one.places.length >= ROWS_TO_DECIDE_ALONE ? (counts[index] ?? whole) : whole
    one.places = settledPlaces(store, one.places, {
      clock,
      problems,
      lengthSeconds: declaredSeconds ?? longestGrid(own),
    })
  }
}

/** Row counts by how they start: on the hour, on the half-hour only, on a quarter only. */
function alignedCounts(store: RowStore, places: Uint32Array, clock: LocalClock): number[] {
  const counts = [0, 0, 0]
  for (const place of places) {
    const seconds = wallSecondsOfHour(store.startMs.get(place), clock)
    const at = seconds === 0 ? 0 : seconds % 1800 === 0 ? 1 : 2
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

function longestGrid(counts: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0)
  let aligned = 0
  for (const [index, lengthSeconds] of GUESSED_LENGTHS.entries()) {
    aligned += counts[index] ?? 0
    if (aligned >= ALIGNED_SHARE * all) return lengthSeconds
  }
  return QUARTER_SECONDS
}

/** Sets the length of a series' rows; returns the places of those that stand on its grid. */
function settledPlaces(
  store: RowStore,
  places: Uint32Array,
  {
    clock,
    problems,
    lengthSeconds,
  }: {
    readonly clock: LocalClock
    readonly problems: RowProblems
    readonly lengthSeconds: number
  },
): Uint32Array {
  return places.filter((place) => {
    store.intervalSeconds.set(place, lengthSeconds)
    if (wallSecondsOfHour(store.startMs.get(place), clock) % lengthSeconds === 0) return true
    problems.startRow(store.rowNumber.get(place))
    problems.report('interval-not-aligned', null, { params: { minutes: lengthSeconds / 60 } })
    return false
  })
}

/** Seconds past the hour on the local clock, which is what people lay their intervals on. */
function wallSecondsOfHour(instantMs: number, clock: LocalClock): number {
  return Math.floor(instantMs / 1000 + clock.offsetMinutesAt(instantMs) * 60) % 3600
}
