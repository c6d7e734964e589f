import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, daysBetween, localDate } from '#forecasting/kernel/calendar.ts'
import { ASSESSMENT_CYCLES, validUntil } from '#server/features/assessments/assessment-cycle.ts'

const dates = fc
  .integer({ min: 0, max: 80 * 365 })
  .map((days) => addDays(localDate('1996-01-01'), days))

describe('how long an assessment holds', () => {
  it.each([
    ['2026-02-10', 'twelve_months', '2027-02-10'],
    ['2024-02-29', 'twelve_months', '2025-02-28'],
    ['2027-02-28', 'twelve_months', '2028-02-28'],
    ['2026-12-31', 'twelve_months', '2027-12-31'],
    ['2026-01-01', 'calendar_year', '2027-12-31'],
    ['2026-12-31', 'calendar_year', '2027-12-31'],
  ] as const)('from %s by %s is until %s', (assessedOn, cycle, until) => {
    expect(validUntil(localDate(assessedOn), cycle)).toBe(until)
  })

  it('is a year under twelve months: 365 days, or 366 across a leap day', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const days = daysBetween(date, validUntil(date, 'twelve_months'))
        expect(days === 365 || days === 366).toBe(true)
      }),
    )
  })

  it('is never shorter under calendar years, and never longer than two years', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const until = validUntil(date, 'calendar_year')
        expect(until >= validUntil(date, 'twelve_months')).toBe(true)
        expect(daysBetween(date, until)).toBeLessThan(731)
      }),
    )
  })

  it('never ends earlier for a later assessment', () => {
    fc.assert(
      fc.property(dates, dates, fc.constantFrom(...ASSESSMENT_CYCLES), (a, b, cycle) => {
        const [early, late] = a <= b ? [a, b] : [b, a]
        expect(validUntil(early, cycle) <= validUntil(late, cycle)).toBe(true)
      }),
    )
  })
})
