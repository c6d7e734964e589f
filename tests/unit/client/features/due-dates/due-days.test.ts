import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { spanOf, stepFrom } from '../../../../../client/features/due-dates/due-days.ts'

const dates = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('spanOf', () => {
  // Calendar: February 2027 has 28 days and begins on a Monday; March 2026 begins on a Sunday.
  it('shows four weeks of a February that begins on a Monday', () => {
    const { weeks, from, days } = spanOf('2027-02-14', 'month')
    expect([weeks.length, from, days]).toEqual([4, '2027-02-01', 28])
  })

  it('shows six weeks of a month that begins on a Sunday', () => {
    const { weeks } = spanOf('2026-03-31', 'month')
    expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([
      6,
      '2026-02-23',
      '2026-04-05',
    ])
  })

  it('holds the day that was asked for, and whole weeks alone', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom('month' as const, 'week' as const), (at, view) => {
        const { weeks, from, days } = spanOf(at, view)
        expect(weeks.flat()).toContain(at)
        expect(weeks.every((week) => week.length === 7)).toBe(true)
        expect(from <= at).toBe(true)
        expect(weeks.flat().filter((date) => date >= from)[days - 1] ?? '').toMatch(/^\d{4}/u)
        expect(new Date(weeks[0]?.[0] ?? '').getUTCDay()).toBe(1)
      }),
    )
  })
})

describe('stepFrom', () => {
  it('goes to the next month and back, over the turn of a year', () => {
    expect(stepFrom('2026-12-31', 'month', 1)).toBe('2027-01-01')
    expect(stepFrom('2027-01-31', 'month', -1)).toBe('2026-12-01')
  })

  it('goes a week on from its Monday', () => {
    // 26 November 2026 is a Thursday.
    expect(stepFrom('2026-11-26', 'week', 1)).toBe('2026-11-30')
  })
})
