import { describe, expect, it } from 'vitest'

import { localDate } from '#forecasting/kernel/calendar.ts'
import { halfYearOf, happened, weeksToCome } from '#server/features/simulation/half-year.ts'

describe('halfYearOf', () => {
  it.each([
    ['2026-06-30', '2026-01-01', '2026-07-01'],
    ['2026-07-01', '2026-07-01', '2027-01-01'],
    ['2026-12-31', '2026-07-01', '2027-01-01'],
  ])('finds the half that %s lies in', (date, fromDate, toDate) => {
    expect(halfYearOf(localDate(date))).toEqual({ fromDate, toDate })
  })
})

describe('weeksToCome', () => {
  it('cuts the first week and the last', () => {
    // 2026-12-24 is a Thursday, and so is 2026-12-31, the last day of the half.
    const weeks = weeksToCome(localDate('2026-12-24'), halfYearOf(localDate('2026-12-24')))
    expect(weeks).toEqual([
      [3, 4, 5, 6],
      [0, 1, 2, 3],
    ])
  })

  it('is empty at the end, and counts every day of a half', () => {
    const half = halfYearOf(localDate('2026-07-01'))
    expect(weeksToCome(half.toDate, half)).toEqual([])
    expect(weeksToCome(half.fromDate, half).flat()).toHaveLength(184)
  })
})

describe('happened', () => {
  it('counts an interval only when all of it is known', () => {
    const sums = happened(
      {
        offered: Float64Array.of(12, 5),
        handled: Float64Array.of(10, 4),
        abandoned: Float64Array.of(2, Number.NaN),
        waitSeconds: Float64Array.of(500, 100),
      },
      { asaSeconds: 60, abandonShare: 0.1 },
    )
    // 500 s against 60 s × 10; 2 lost against 10 % of 12.
    expect(sums).toMatchObject({ answered: 10, offered: 12, waitExcess: -100 })
    expect(sums.lostExcess).toBeCloseTo(0.8, 12)
  })
})
