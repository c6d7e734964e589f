import { offsetMinutes } from './calendar.ts'
import type { EpochMs } from './units.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/**
 * A reading of a wall clock with no zone: milliseconds from 1970-01-01T00:00 to the time shown, as
 * if the clock stood in UTC. 2024-02-29 23:30 is the same number in every zone.
 */
export type WallMs = number

/** A change of a zone's offset: summer time, or a decision such as Kazakhstan's of 2024-03-01. */
export interface ZoneChange {
  readonly atMs: EpochMs
  readonly beforeMinutes: number
  readonly afterMinutes: number
}

/** The wall clock of one IANA zone, fast enough to be asked once a row of a large file. */
export interface LocalClock {
  readonly zone: string
  /** Minutes that the clock is ahead of UTC at an instant. */
  offsetMinutesAt(instantMs: number): number
  /**
   * Every instant at which the clock shows a reading, earliest first: one as a rule, none in an
   * hour that the clock skipped, two in an hour that it showed twice.
   */
  instantsAt(wallMs: WallMs): readonly EpochMs[]
  /** The changes of offset in the half-open span, in order. */
  changesBetween(fromMs: number, toMs: number): readonly ZoneChange[]
}

/**
 * Makes the clock of a zone. Offsets are remembered per UTC day, because asking the calendar costs
 * microseconds and a history holds millions of rows.
 */
export function localClock(zone: string): LocalClock {
  const offsetAtMidnight = new Map<number, number>()

  function atMidnight(day: number): number {
    let offset = offsetAtMidnight.get(day)
    if (offset === undefined) {
      offset = offsetMinutes((day * DAY_MS) as EpochMs, zone)
      offsetAtMidnight.set(day, offset)
    }
    return offset
  }

  function offsetMinutesAt(instantMs: number): number {
    const day = Math.floor(instantMs / DAY_MS)
    const offset = atMidnight(day)
    return offset === atMidnight(day + 1) ? offset : offsetMinutes(instantMs as EpochMs, zone)
  }

  function instantsAt(wallMs: WallMs): readonly EpochMs[] {
    // No zone is more than 15 hours from UTC, so a day on either side spans every candidate.
    const day = Math.floor(wallMs / DAY_MS)
    const before = atMidnight(day - 1)
    const after = atMidnight(day + 2)
    if (before === after) return [(wallMs - before * MINUTE_MS) as EpochMs]
    return [before, after]
      .map((offset) => ({ offset, instantMs: wallMs - offset * MINUTE_MS }))
      .filter(({ offset, instantMs }) => offsetMinutesAt(instantMs) === offset)
      .map(({ instantMs }) => instantMs as EpochMs)
      .toSorted((a, b) => a - b)
  }

  function changesBetween(fromMs: number, toMs: number): readonly ZoneChange[] {
    const changes: ZoneChange[] = []
    for (let day = Math.floor(fromMs / DAY_MS); day * DAY_MS < toMs; day++) {
      if (atMidnight(day) === atMidnight(day + 1)) continue
      const change = changeWithin(day * DAY_MS, (day + 1) * DAY_MS)
      if (change.atMs >= fromMs && change.atMs < toMs) changes.push(change)
    }
    return changes
  }

  /** Halves the span, to the minute, until only the change is left. */
  function changeWithin(fromMs: number, toMs: number): ZoneChange {
    const beforeMinutes = offsetMinutes(fromMs as EpochMs, zone)
    let low = fromMs / MINUTE_MS
    let high = toMs / MINUTE_MS
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (offsetMinutes((middle * MINUTE_MS) as EpochMs, zone) === beforeMinutes) low = middle
      else high = middle
    }
    const atMs = (high * MINUTE_MS) as EpochMs
    return { atMs, beforeMinutes, afterMinutes: offsetMinutes(atMs, zone) }
  }

  return { zone, offsetMinutesAt, instantsAt, changesBetween }
}
