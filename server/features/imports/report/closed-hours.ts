import type { Weekday } from '#forecasting/kernel/calendar.ts'

import type { SeriesGrid, SlotUse } from './weekly-slots.ts'

const DAY_MINUTES = 1_440

/** A stretch of a weekday in which no contact ever came, in minutes after local midnight. */
export interface ClosedHours {
  readonly weekday: Weekday
  readonly fromMinute: number
  readonly toMinute: number
}

/**
 * Stretches of the week without a single contact in the whole series; slots that came by less than
 * twice say nothing.
 */
export function findClosedHours(grid: SeriesGrid, use: SlotUse): readonly ClosedHours[] {
  const slotMinutes = grid.intervalSeconds / 60
  const slotsOfDay = DAY_MINUTES / slotMinutes
  const found: ClosedHours[] = []
  for (let weekday = 0; weekday < 7; weekday++) {
    let from = -1
    for (let slot = 0; slot <= slotsOfDay; slot++) {
      const closed = slot < slotsOfDay && isClosed(use, weekday * slotsOfDay + slot)
      if (closed && from === -1) from = slot
      if (closed || from === -1) continue
      found.push({
        weekday: weekday as Weekday,
        fromMinute: from * slotMinutes,
        toMinute: slot * slotMinutes,
      })
      from = -1
    }
  }
  return found
}

function isClosed(use: SlotUse, slot: number): boolean {
  return (use.busy[slot] as number) === 0 && (use.weeks[slot] as number) >= 2
}
