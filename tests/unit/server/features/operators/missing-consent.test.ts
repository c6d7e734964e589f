import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, type LocalDate } from '#forecasting/kernel/calendar.ts'
import type { DatedConsent } from '#server/features/operators/legal-limits.ts'
import { consentMissingFrom } from '#server/features/operators/missing-consent.ts'

const day = (text: string): LocalDate => text as LocalDate
const TODAY = day('2026-11-26')
const HIRED = { hiredOn: day('2025-03-01'), leftOn: null }
const given = (givenOn: string, withdrawnOn: string | null = null): DatedConsent => ({
  kind: 'personal_data',
  givenOn: day(givenOn),
  withdrawnOn: withdrawnOn === null ? null : day(withdrawnOn),
})

describe('consentMissingFrom', () => {
  it.each([
    ['never given', [], '2025-03-01'],
    ['given at hiring', [given('2025-03-01')], null],
    ['given late, but given', [given('2025-06-01')], null],
    ['given only from tomorrow on', [given('2026-11-27')], '2025-03-01'],
    ['withdrawn', [given('2025-03-01', '2026-10-01')], '2026-10-01'],
    ['to end next month', [given('2025-03-01', '2026-12-31')], '2026-12-31'],
    ['withdrawn and given anew', [given('2025-03-01', '2026-10-01'), given('2026-10-05')], null],
    ['ended before this hiring', [given('2023-01-01', '2024-01-01')], '2025-03-01'],
    ['only another consent', [{ ...given('2025-03-01'), kind: 'overtime' as const }], '2025-03-01'],
  ])('%s', (_, consents, expected) => {
    expect(consentMissingFrom(HIRED, consents, TODAY)).toBe(expected)
  })

  it('is due on the first day of somebody who begins later', () => {
    const hiredOn = day('2026-12-15')
    expect(consentMissingFrom({ hiredOn, leftOn: null }, [], TODAY)).toBe(hiredOn)
    expect(consentMissingFrom({ hiredOn, leftOn: null }, [given('2026-12-10')], TODAY)).toBeNull()
  })

  it('asks nothing of those who have left, or leave before it ends', () => {
    const leftOn = day('2026-11-25')
    expect(consentMissingFrom({ ...HIRED, leftOn }, [], TODAY)).toBeNull()
    expect(
      consentMissingFrom(
        { ...HIRED, leftOn: day('2026-12-01') },
        [given('2025-03-01', '2026-12-31')],
        TODAY,
      ),
    ).toBeNull()
  })

  it('never asks for more when a consent is added', () => {
    const days = fc.integer({ min: -900, max: 60 }).map((count) => addDays(TODAY, count))
    const consent = fc
      .tuple(days, fc.option(fc.integer({ min: 1, max: 600 })))
      .map(([from, length]) => given(from, length === null ? null : addDays(from, length)))
    fc.assert(
      fc.property(fc.array(consent, { maxLength: 5 }), consent, (consents, one) => {
        const before = consentMissingFrom(HIRED, consents, TODAY)
        const after = consentMissingFrom(HIRED, [...consents, one], TODAY)
        const never = '9999-12-31'
        expect((after ?? never) >= (before ?? never)).toBe(true)
      }),
    )
  })
})
