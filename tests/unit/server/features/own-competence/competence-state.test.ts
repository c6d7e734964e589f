import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type LocalDate, addDays, localDate } from '#forecasting/kernel/calendar.ts'
import { competenceState } from '#server/features/own-competence/competence-state.ts'

const TODAY = localDate('2026-11-25')

describe('the state of a competence', () => {
  // The last day is valid (п. 18 refuses after it); the first reminder of п. 21 comes 60 days before.
  it.each([
    [null, 'valid'],
    [61, 'valid'],
    [60, 'expiring'],
    [0, 'expiring'],
    [-1, 'expired'],
  ] as const)('is, with %s days left: %s', (days, state) => {
    const until = days === null ? null : addDays(TODAY, days)
    expect(competenceState(until, TODAY)).toBe(state)
  })

  it('never gets better as days pass', () => {
    const rank = (until: LocalDate, today: LocalDate): number =>
      ['valid', 'expiring', 'expired'].indexOf(competenceState(until, today))
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), fc.nat(200), (left, later) => {
        const until = addDays(TODAY, left)
        expect(rank(until, addDays(TODAY, later))).toBeGreaterThanOrEqual(rank(until, TODAY))
      }),
    )
  })
})
