import { describe, expect, it } from 'vitest'

import { closedSpans } from '../../../../../client/features/staffing/closed-spans.ts'

const HOUR_MS = 3_600_000
/** Monday 7 December 2026, 00:00 in Almaty. */
const MONDAY = Date.UTC(2026, 11, 6, 19)
const days = [0, 1].map((day) => ({
  startMs: MONDAY + day * 24 * HOUR_MS,
  endMs: MONDAY + (day + 1) * 24 * HOUR_MS,
}))

const week = (monday: readonly [number, number][]) =>
  Array.from({ length: 7 }, (_, weekday) =>
    weekday === 0
      ? monday.map(([from, to]) => ({ fromMinutes: from * 60, toMinutes: to * 60 }))
      : [],
  )
const hoursOf = (spans: readonly { startMs: number; endMs: number }[]) =>
  spans.map(({ startMs, endMs }) => [(startMs - MONDAY) / HOUR_MS, (endMs - MONDAY) / HOUR_MS])

describe('closedSpans', () => {
  it('is what the opening hours leave, on the clock of the centre', () => {
    const hours = week([
      [9, 13],
      [14, 18],
    ])
    expect(hoursOf(closedSpans([hours], days, 'Asia/Almaty'))).toEqual([
      [0, 9],
      [13, 14],
      [18, 48],
    ])
  })

  it('is closed only when every queue is', () => {
    const spans = closedSpans([week([[0, 12]]), week([[10, 24]])], days, 'Asia/Almaty')
    expect(hoursOf(spans)).toEqual([[24, 48]])
  })
})
