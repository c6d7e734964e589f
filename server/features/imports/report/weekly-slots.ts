import type { LocalClock } from '#forecasting/kernel/local-clock.ts'

const WEEK_SECONDS = 604_800
/** 1970-01-05 was a Monday: weeks are counted from there. */
const FIRST_MONDAY_SECONDS = 345_600

/** A series on its own grid: one cell for every interval from its first row to its last. */
export interface SeriesGrid {
  readonly queue: string
  readonly channel: string
  readonly intervalSeconds: number
  /** Start of every interval that has a row, ascending, in epoch milliseconds. */
  readonly startsMs: Float64Array
  /** Contacts offered in each of them. */
  readonly offered: Float64Array
}

/**
 * Slot of the week on the local clock: 0 is Monday midnight, and a week of quarters has 672.
 * An hour that the clock shows twice falls twice into the same slot.
 */
export function slotOfWeek(instantMs: number, intervalSeconds: number, clock: LocalClock): number {
  const wallSeconds = instantMs / 1000 + clock.offsetMinutesAt(instantMs) * 60
  const ofWeek = (wallSeconds - FIRST_MONDAY_SECONDS) % WEEK_SECONDS
  return Math.floor((ofWeek < 0 ? ofWeek + WEEK_SECONDS : ofWeek) / intervalSeconds)
}

/** What a slot of the week has seen over a whole series. */
export interface SlotUse {
  /** How often the slot came by between the first row and the last. */
  readonly weeks: Float64Array
  /** How often it had a row. */
  readonly present: Float64Array
  /** How often it had contacts. */
  readonly busy: Float64Array
  /** Contacts offered in it, of all weeks together. */
  readonly offered: Float64Array
}

/** Counts how every slot of the week was used. */
export function slotUse(grid: SeriesGrid, clock: LocalClock): SlotUse {
  const { startsMs, offered, intervalSeconds } = grid
  const slots = WEEK_SECONDS / intervalSeconds
  const use = {
    weeks: new Float64Array(slots),
    present: new Float64Array(slots),
    busy: new Float64Array(slots),
    offered: new Float64Array(slots),
  }
  const first = startsMs[0] ?? 0
  const last = startsMs.at(-1) ?? first
  for (let at = first; at <= last; at += intervalSeconds * 1000) {
    add(use.weeks, slotOfWeek(at, intervalSeconds, clock))
  }
  for (const [index, startMs] of startsMs.entries()) {
    const slot = slotOfWeek(startMs, intervalSeconds, clock)
    add(use.present, slot)
    const contacts = offered[index] as number
    if (contacts > 0) add(use.busy, slot)
    use.offered[slot] = (use.offered[slot] as number) + contacts
  }
  return use
}

function add(counts: Float64Array, slot: number): void {
  counts[slot] = (counts[slot] as number) + 1
}
