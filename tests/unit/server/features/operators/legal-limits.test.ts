import { describe, expect, it } from 'vitest'

import { localDate } from '#forecasting/kernel/calendar.ts'
import {
  type DatedConsent,
  type DatedRestriction,
  legalLimits,
} from '#server/features/operators/legal-limits.ts'

const WEEK = { fromDate: localDate('2026-12-07'), toDate: localDate('2026-12-13') }
const since = (kind: DatedRestriction['kind'], toDate: string | null = null): DatedRestriction => ({
  kind,
  children: null,
  breaksJoinedTo: null,
  fromDate: localDate('2026-12-10'),
  toDate: toDate === null ? null : localDate(toDate),
})
const nights = (givenOn: string, withdrawnOn: string | null = null): DatedConsent => ({
  kind: 'night_work',
  givenOn: localDate(givenOn),
  withdrawnOn: withdrawnOn === null ? null : localDate(withdrawnOn),
})
const NONE = {
  nightBan: false,
  weekMaxPaidMinutes: null,
  shiftMaxPaidMinutes: null,
  holidayBan: false,
  overtimeAllowed: false,
  holidayWorkAllowed: false,
  personalBreaks: null,
}

describe('the limits of a period', () => {
  it('are none where nothing is attached to a person', () => {
    expect(legalLimits([], [], WEEK)).toEqual(NONE)
  })

  // Art. 76(2) nights, 85(4) holidays, 75(7) shifts over 8 h.
  it('keep a pregnant woman from nights, holidays and shifts over eight hours', () => {
    expect(legalLimits([since('pregnancy')], [], WEEK)).toEqual({
      nightBan: true,
      weekMaxPaidMinutes: null,
      shiftMaxPaidMinutes: 480,
      holidayBan: true,
      overtimeAllowed: false,
      holidayWorkAllowed: false,
      personalBreaks: null,
    })
  })

  // Art. 69(1): 24 h from 14 to 16, 36 h from 16 to 18; 69(3): 36 h for groups I and II.
  it.each([
    ['minor_under_16', 1440],
    ['minor_under_18', 2160],
    ['disability_1', 2160],
    ['disability_2', 2160],
    ['disability_3', null],
  ] as const)('shorten the week of %s', (kind, minutes) => {
    expect(legalLimits([since(kind)], [], WEEK).weekMaxPaidMinutes).toBe(minutes)
  })

  it('hold through the whole period when they hold on one day of it, and not after their end', () => {
    const one = since('pregnancy', '2026-12-11')
    expect(legalLimits([one], [], WEEK).nightBan).toBe(true)
    const after = { fromDate: localDate('2026-12-12'), toDate: localDate('2026-12-18') }
    expect(legalLimits([one], [], after)).toEqual(NONE)
  })

  it.each([
    ['2026-12-07', null, false],
    ['2026-12-08', null, true],
    ['2026-01-01', '2026-12-13', true],
    ['2026-01-01', '2026-12-14', false],
  ])(
    'let somebody work at night by a consent given on %s and withdrawn on %s: ban %s',
    (givenOn, withdrawnOn, ban) => {
      const consents = [nights(givenOn, withdrawnOn)]
      expect(legalLimits([since('child_under_7')], consents, WEEK).nightBan).toBe(ban)
    },
  )

  it('do not yield to a consent where the law bars night work outright', () => {
    const consents = [nights('2026-01-01')]
    expect(legalLimits([since('minor_under_18')], consents, WEEK).nightBan).toBe(true)
  })

  it('are the strictest of several', () => {
    const both = [since('disability_2'), since('minor_under_16')]
    expect(legalLimits(both, [], WEEK)).toMatchObject({
      weekMaxPaidMinutes: 1440,
      shiftMaxPaidMinutes: 480,
    })
  })

  // Art. 77(1): only with a written consent, given through the whole period.
  it.each([
    ['2026-12-07', null, true],
    ['2026-12-08', null, false],
    ['2026-01-01', '2026-12-13', false],
  ])('allow overtime by a consent given on %s and withdrawn on %s: %s', (given, ended, allowed) => {
    const consent = { ...nights(given, ended), kind: 'overtime' as const }
    expect(legalLimits([], [consent], WEEK)).toMatchObject({
      overtimeAllowed: allowed,
      holidayWorkAllowed: false,
    })
  })

  // Art. 77(3): pregnant, under 18, any disability; whatever they agree to.
  it.each([
    ['minor_under_18', false],
    ['pregnancy', false],
    ['disability_3', false],
    ['child_under_7', true],
    ['family_carer', true],
  ] as const)('weigh %s against a consent to overtime: allowed %s', (kind, allowed) => {
    const consent = { ...nights('2026-01-01'), kind: 'overtime' as const }
    expect(legalLimits([since(kind)], [consent], WEEK).overtimeAllowed).toBe(allowed)
  })

  // Art. 85(1): others than shift workers by consent; 85(4): the pregnant never.
  it('allow work on holidays by a consent, except where the law bars it', () => {
    const consent = { ...nights('2026-01-01'), kind: 'holiday_work' as const }
    expect(legalLimits([], [consent], WEEK).holidayWorkAllowed).toBe(true)
    expect(legalLimits([since('pregnancy')], [consent], WEEK).holidayWorkAllowed).toBe(false)
  })

  // Art. 82(3): half an hour for one child, an hour for two or more; 82(4): where the person asks for them.
  it.each([
    [1, 'none', { lengthMinutes: 30, joinedTo: 'none' }],
    [2, 'end', { lengthMinutes: 60, joinedTo: 'end' }],
    [3, 'meal', { lengthMinutes: 60, joinedTo: 'meal' }],
  ] as const)('give whoever feeds %i children breaks (%s)', (children, place, breaks) => {
    const one = { ...since('nursing'), children, breaksJoinedTo: place }
    expect(legalLimits([one], [], WEEK)).toEqual({ ...NONE, personalBreaks: breaks })
  })

  it('take the longer breaks of two records, in the place of the later one', () => {
    const records = [
      { ...since('nursing'), children: 2, breaksJoinedTo: 'start' as const },
      { ...since('nursing'), children: 1, breaksJoinedTo: 'end' as const },
    ]
    expect(legalLimits(records, [], WEEK).personalBreaks).toEqual({
      lengthMinutes: 60,
      joinedTo: 'end',
    })
  })

  it('give no breaks after the day on which the record ends', () => {
    const ended = {
      ...since('nursing', '2026-12-12'),
      children: 1,
      breaksJoinedTo: 'none' as const,
    }
    const next = { fromDate: localDate('2026-12-14'), toDate: localDate('2026-12-20') }
    expect(legalLimits([ended], [], next).personalBreaks).toBeNull()
  })
})
