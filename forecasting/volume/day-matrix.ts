import { addDays, localDate, weekdayOf } from '../kernel/calendar.ts'
import type { LocalDate, Weekday } from '../kernel/calendar.ts'
import { zoneClock } from '../kernel/zone-clock.ts'
import { fillAbsent } from './absent-rows.ts'
import type { QueueHistory } from './history.ts'

/**
 * A history as days × slots of the wall clock. Row `day`, column `slot` is at
 * `day * slotsPerDay + slot` in every column.
 */
export interface DayMatrix {
  readonly slotMinutes: number
  readonly slotsPerDay: number
  /** Consecutive days, the first to the last that has a row. */
  readonly dates: readonly LocalDate[]
  readonly weekdays: readonly Weekday[]
  /** Contacts offered; 0 when closed, NaN when not known. */
  readonly counts: Float64Array
  /** Contacts with known handle time, and that time in seconds. */
  readonly handled: Float64Array
  readonly handleSeconds: Float64Array
}

/**
 * Lays a history out by the wall clock of its zone.
 *
 * Where the clock goes back, a slot happens twice: it holds the average of both, so that the day
 * compares with other days and the hour is neither lost nor doubled. Where the clock goes forward,
 * the slots that did not exist are not known. Rows finer than a slot are summed.
 *
 * @param layout.slotMinutes length of a slot; a multiple of the history's step
 * @param layout.restDays days on which absent rows mean closed, whatever the weekday says
 * @throws {RangeError} if the slot does not divide a day, is finer than the history, or there is
 *   no row
 */
export function dayMatrix(
  history: QueueHistory,
  layout: {
    readonly zone: string
    readonly slotMinutes: number
    readonly restDays: ReadonlySet<LocalDate>
  },
): DayMatrix {
  const { slotMinutes } = layout
  const slotsPerDay = 1440 / slotMinutes
  if (!Number.isInteger(slotsPerDay) || slotMinutes % history.stepMinutes !== 0) {
    throw new RangeError(
      `slotMinutes must divide a day and be a multiple of ${history.stepMinutes}, got ${slotMinutes}`,
    )
  }
  if (history.startMs.length === 0) throw new RangeError('history must not be empty')
  const localMinutes = wallClockMinutes(history.startMs, layout.zone)
  const firstDay = Math.floor((localMinutes.at(0) as number) / 1440)
  const lastDay = Math.floor((localMinutes.at(-1) as number) / 1440)
  const firstDate = localDate('1970-01-01')
  const dates = Array.from({ length: lastDay - firstDay + 1 }, (_, day) =>
    addDays(firstDate, firstDay + day),
  )
  const sums = sumBySlot(history, localMinutes, {
    firstDay,
    days: dates.length,
    slotMinutes,
  })
  fillAbsent(sums.counts, sums.coveredMinutes, {
    slotsPerDay,
    closedDays: dates.map((date) => layout.restDays.has(date)),
  })
  return {
    slotMinutes,
    slotsPerDay,
    dates,
    weekdays: dates.map((date) => weekdayOf(date)),
    counts: sums.counts,
    handled: sums.handled,
    handleSeconds: sums.handleSeconds,
  }
}

/** Contacts of one day, over its known slots. */
export function slotsOfDay(matrix: DayMatrix, day: number): Float64Array {
  return matrix.counts.subarray(day * matrix.slotsPerDay, (day + 1) * matrix.slotsPerDay)
}

/** What the wall clock shows, minutes since 1970-01-01 00:00 of that clock. */
function wallClockMinutes(startMs: Float64Array, zone: string): Float64Array {
  const clock = zoneClock(zone)
  return startMs.map((instantMs) => Math.floor((instantMs + clock.offsetMs(instantMs)) / 60_000))
}

interface SlotSums {
  readonly counts: Float64Array
  readonly handled: Float64Array
  readonly handleSeconds: Float64Array
  readonly coveredMinutes: Float64Array
}

function sumBySlot(
  history: QueueHistory,
  localMinutes: Float64Array,
  shape: { readonly firstDay: number; readonly days: number; readonly slotMinutes: number },
): SlotSums {
  const cells = (shape.days * 1440) / shape.slotMinutes
  const sums: SlotSums = {
    counts: new Float64Array(cells),
    handled: new Float64Array(cells),
    handleSeconds: new Float64Array(cells),
    coveredMinutes: new Float64Array(cells),
  }
  for (let row = 0; row < localMinutes.length; row++) {
    const minute = (localMinutes[row] as number) - shape.firstDay * 1440
    const cell = Math.floor(minute / shape.slotMinutes)
    sums.counts[cell] = (sums.counts[cell] as number) + (history.offered[row] as number)
    sums.handled[cell] = (sums.handled[cell] as number) + (history.handled[row] as number)
    sums.handleSeconds[cell] =
      (sums.handleSeconds[cell] as number) + (history.handleSeconds[row] as number)
    sums.coveredMinutes[cell] = (sums.coveredMinutes[cell] as number) + history.stepMinutes
  }
  // More minutes than a slot has: the clock went back and the slot happened twice.
  for (let cell = 0; cell < cells; cell++) {
    const repeats = (sums.coveredMinutes[cell] as number) / shape.slotMinutes
    if (repeats <= 1) continue
    sums.counts[cell] = (sums.counts[cell] as number) / repeats
  }
  return sums
}
