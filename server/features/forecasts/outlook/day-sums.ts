import {
  addDays,
  type LocalDate,
  localDateOf,
  startOfLocalDay,
} from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'

interface IntervalVolume {
  readonly startMs: number
  readonly volume: number
}

/**
 * Sums of intervals by the zone's local days.
 *
 * @param points ascending by start
 */
export function sumsByDay(
  points: readonly IntervalVolume[],
  timezone: string,
): ReadonlyMap<LocalDate, number> {
  const sums = new Map<LocalDate, number>()
  let date = '' as LocalDate
  let endMs = -Infinity
  for (const { startMs, volume } of points) {
    if (startMs >= endMs) {
      date = localDateOf(startMs as EpochMs, timezone)
      endMs = startOfLocalDay(addDays(date, 1), timezone)
    }
    sums.set(date, (sums.get(date) ?? 0) + volume)
  }
  return sums
}

/** Of a day whose expected contacts fall to less than this in intervals that are known, little is known. */
const KNOWN_SHARE_MIN = 0.9

/**
 * What came by local day. A day of the forecast that is under way, or that a gap has made holes in,
 * is left out: its sum would read as a forecast gone wrong.
 *
 * @param points of a forecast, ascending by start
 */
export function knownDays(
  arrivals: { readonly startMs: Float64Array; readonly offered: Float64Array },
  points: readonly IntervalVolume[],
  timezone: string,
): ReadonlyMap<LocalDate, number> {
  const came = new Map(
    sumsByDay(
      Array.from(arrivals.startMs, (startMs, i) => ({
        startMs,
        volume: arrivals.offered[i] as number,
      })),
      timezone,
    ),
  )
  const known = new Set(arrivals.startMs)
  const expected = sumsByDay(points, timezone)
  const seen = sumsByDay(
    points.filter(({ startMs }) => known.has(startMs)),
    timezone,
  )
  for (const [date, volume] of expected) {
    if ((seen.get(date) ?? 0) < KNOWN_SHARE_MIN * volume) came.delete(date)
  }
  return came
}
