import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, type LocalDate } from '#forecasting/kernel/calendar.ts'
import { retentionDue } from '#server/features/retention/retention-due.ts'

const date = (text: string): LocalDate => text as LocalDate

describe('retentionDue', () => {
  it('is the same day months later, or the last of a shorter month', () => {
    expect(retentionDue(date('2026-01-15'), 12)).toBe('2027-01-15')
    expect(retentionDue(date('2026-01-31'), 1)).toBe('2026-02-28')
    expect(retentionDue(date('2028-02-29'), 12)).toBe('2029-02-28')
  })

  it('comes later for whoever left later, and for a longer period', () => {
    const days = fc.integer({ min: 0, max: 5000 })
    const months = fc.integer({ min: 1, max: 600 })
    fc.assert(
      fc.property(days, months, (day, period) => {
        const left = addDays(date('2020-01-01'), day)
        expect(retentionDue(addDays(left, 1), period) >= retentionDue(left, period)).toBe(true)
        expect(retentionDue(left, period + 1) > retentionDue(left, period)).toBe(true)
        expect(retentionDue(left, period) > left).toBe(true)
      }),
    )
  })

  it('refuses no period, and parts of a month', () => {
    expect(() => retentionDue(date('2026-01-01'), 0)).toThrow(RangeError)
    expect(() => retentionDue(date('2026-01-01'), 1.5)).toThrow(RangeError)
  })
})
