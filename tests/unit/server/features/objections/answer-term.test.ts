import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, type LocalDate } from '#forecasting/kernel/calendar.ts'
import { ANSWER_DAYS, answerBy } from '#server/features/objections/answer-term.ts'

const TODAY = '2026-11-26' as LocalDate

describe('the last day of an answer', () => {
  it.each([
    ['of what is neither shift nor session', null, '2026-12-11'],
    ['of a shift beyond the term', addDays(TODAY, 40), '2026-12-11'],
    ['of a shift next week: the day before it', addDays(TODAY, 7), '2026-12-02'],
    ['of a shift of tomorrow: today', addDays(TODAY, 1), '2026-11-26'],
    ['of a shift of tonight: today', TODAY, '2026-11-26'],
  ])('%s', (_, shiftDay, expected) => {
    expect(answerBy(TODAY, shiftDay)).toBe(expected)
  })

  it('is never past, never beyond the term, and before the shift wherever a day is left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (ahead) => {
        const shiftDay = addDays(TODAY, ahead)
        const day = answerBy(TODAY, shiftDay)
        expect(day >= TODAY && day <= addDays(TODAY, ANSWER_DAYS)).toBe(true)
        expect(day < shiftDay || ahead === 0).toBe(true)
      }),
    )
  })
})
