import type { LocalClock, WallMs } from '#forecasting/kernel/local-clock.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'

import type { RowProblemCode } from './import-problem.ts'
import { readDateAndTime, readInstantText } from './instant-text.ts'
import type { InstantText } from './instant-text.ts'

/** Contact centres with electronic history are younger, and a typing slip such as 0204 is older. */
const EARLIEST_MS = Date.UTC(1990, 0, 1)
const LATEST_MS = Date.UTC(2100, 0, 1)
/** A few thousand starts repeat over the queues; more would only hold memory. */
const REMEMBERED = 4_096

/** Where an interval starts: the instant, or two of them where the clock was put back. */
export interface IntervalStart {
  readonly wallMs: WallMs
  readonly instants: readonly [EpochMs] | readonly [EpochMs, EpochMs]
}

export interface IntervalStarts {
  /** Reads an instant in one text. */
  read(text: string): IntervalStart | RowProblemCode
  /** Reads a date and a time of day that stand in two columns. */
  readSplit(date: string, time: string): IntervalStart | RowProblemCode
}

/**
 * Reads the starts of intervals. A text without an offset is local time on `clock`: a reading that
 * the clock skipped is refused, one that it showed twice comes back with both instants.
 */
export function intervalStarts(clock: LocalClock): IntervalStarts {
  const remembered = new Map<string, IntervalStart | RowProblemCode>()
  function remember(key: string, text: () => InstantText | null): IntervalStart | RowProblemCode {
    let start = remembered.get(key)
    if (start === undefined) {
      start = intervalStart(text(), clock)
      if (remembered.size >= REMEMBERED) remembered.clear()
      remembered.set(key, start)
    }
    return start
  }
  return {
    read: (text) => remember(text, () => readInstantText(text.trim())),
    readSplit: (date, time) =>
      remember(`${date} ${time}`, () => readDateAndTime(date.trim(), time.trim())),
  }
}

function intervalStart(
  text: InstantText | null,
  clock: LocalClock,
): IntervalStart | RowProblemCode {
  if (text === null) return 'date-invalid'
  const { wallMs, offsetMinutes } = text
  if (wallMs < EARLIEST_MS || wallMs >= LATEST_MS) return 'date-out-of-range'
  if (offsetMinutes !== null) {
    return { wallMs, instants: [(wallMs - offsetMinutes * 60_000) as EpochMs] }
  }
  const [first, second] = clock.instantsAt(wallMs)
  if (first === undefined) return 'date-skipped-by-clock'
  return { wallMs, instants: second === undefined ? [first] : [first, second] }
}
