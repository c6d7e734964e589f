import { describe, expect, it } from 'vitest'

import { addDays, localDate, startOfLocalDay } from '#forecasting/kernel/calendar.ts'
import { dayMatrix, slotsOfDay } from '#forecasting/volume/day-matrix.ts'
import { type HistoryRow, queueHistory } from '#forecasting/volume/history.ts'

const ZONE = 'Asia/Almaty'
const MONDAY = localDate('2025-01-06')
const row = (startMs: number, offered: number): HistoryRow => ({
  startMs,
  offered,
  handled: 0,
  handleSeconds: 0,
})
const hours = (date: ReturnType<typeof localDate>, offered: (hour: number) => number | null) => {
  const midnight = startOfLocalDay(date, ZONE)
  return Array.from({ length: 24 }, (_, hour) => hour).flatMap((hour) => {
    const count = offered(hour)
    return count === null ? [] : [row(midnight + hour * 3_600_000, count)]
  })
}
const matrixOf = (rows: readonly HistoryRow[], slotMinutes = 60, restDays = new Set<never>()) =>
  dayMatrix(queueHistory({ queue: 'q', channel: 'voice' }, rows), {
    zone: ZONE,
    slotMinutes,
    restDays,
  })
/** Open 8–20 with 50 contacts an hour, for so many days. */
const officeDays = (days: number, from = 8, to = 20) =>
  Array.from({ length: days }, (_, day) =>
    hours(addDays(MONDAY, day), (hour) => (hour >= from && hour < to ? 50 : null)),
  )

describe('dayMatrix', () => {
  // 2024-02-29 in Almaty has 25 hours: 25 rows of 4 are 24 slots of 4, none lost and none doubled.
  it('averages the hour that the clock showed twice', () => {
    const midnight = startOfLocalDay(localDate('2024-02-29'), ZONE)
    const matrix = matrixOf(
      Array.from({ length: 25 }, (_, hour) => row(midnight + hour * 3_600_000, 4)),
    )
    expect(matrix.dates).toEqual(['2024-02-29'])
    expect([...slotsOfDay(matrix, 0)]).toEqual(Array<number>(24).fill(4))
  })

  it('sums rows that are finer than a slot', () => {
    const midnight = startOfLocalDay(MONDAY, ZONE)
    const rows = [0, 1, 2, 3].map((half) => row(midnight + half * 1_800_000, half + 1))
    expect([...slotsOfDay(matrixOf(rows), 0)].slice(0, 2)).toEqual([3, 7])
  })

  it('takes absent rows for closed where the weeks beside lack them too', () => {
    const matrix = matrixOf(officeDays(28).flat())
    expect(slotsOfDay(matrix, 14)[3]).toBe(0)
    expect(slotsOfDay(matrix, 14)[9]).toBe(50)
  })

  it('takes them for unknown where the weeks beside have them, unless the day is one of rest', () => {
    const days = officeDays(28)
    const missing = addDays(MONDAY, 14)
    const rows = days.filter((_, day) => day !== 14).flat()
    expect(slotsOfDay(matrixOf(rows), 14)[9]).toBeNaN()
    const rested = dayMatrix(queueHistory({ queue: 'q', channel: 'voice' }, rows), {
      zone: ZONE,
      slotMinutes: 60,
      restDays: new Set([missing]),
    })
    expect(slotsOfDay(rested, 14)[9]).toBe(0)
  })

  it('refuses a slot that is finer than the history or does not divide a day', () => {
    const rows = officeDays(1).flat()
    expect(() => matrixOf(rows, 30)).toThrow(RangeError)
    expect(() => matrixOf(rows, 420)).toThrow(RangeError)
  })
})
