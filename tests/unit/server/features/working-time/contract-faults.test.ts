import { describe, expect, it } from 'vitest'

import { contractFaults, lawFiguresOf } from '#server/features/working-time/contract-faults.ts'
import { wordFault } from '#server/features/working-time/fault-texts.ts'
import type { TermsChange } from '#server/features/working-time/working-time.schema.ts'

import { kzLabourRules } from '../../../../../fixtures/rules/kz-labour-rules.ts'

const law = lawFiguresOf(
  kzLabourRules().rules.flatMap(({ key, machine }) =>
    machine === null ? [] : [{ code: key, parameters: machine.parameters }],
  ),
)
const SHAPES = new Map([
  ['F8', { paidMinutes: 480, isSplit: false }],
  ['S12', { paidMinutes: 660, isSplit: false }],
  ['P8', { paidMinutes: 480, isSplit: true }],
])
const TERMS: TermsChange = {
  name: { kk: 'Толық', ru: 'Полное', en: 'Full' },
  regime: 'five_day',
  accountingMonths: 3,
  shapes: ['F8'],
  dayMaxPaidMinutes: 480,
  weekTargetPaidMinutes: 2400,
  weekMaxPaidMinutes: 2400,
  minRestMinutes: 720,
  weeklyRestMinutes: 2520,
  maxConsecutiveDays: 6,
  maxConsecutiveNights: 4,
  costPerHour: 1,
  overtimeMultiplier: 1.5,
}
const faults = (part: Partial<TermsChange>): string[] =>
  contractFaults({ ...TERMS, ...part }, SHAPES, law).map(({ field, code }) => `${field} ${code}`)

describe('contractFaults', () => {
  it('finds none in a contract that stands at every limit', () => {
    expect(faults({})).toEqual([])
    expect(faults({ weekMaxPaidMinutes: 2400 + 720 })).toEqual([])
  })

  it.each([
    [{ dayMaxPaidMinutes: 481 }, 'dayMaxPaidMinutes day_above_law'],
    [
      { weekTargetPaidMinutes: 2401, weekMaxPaidMinutes: 2401 },
      'weekTargetPaidMinutes week_above_law',
    ],
    [{ weekMaxPaidMinutes: 2399 }, 'weekTargetPaidMinutes target_above_most'],
    [{ weekMaxPaidMinutes: 3121 }, 'weekMaxPaidMinutes overtime_above_law'],
    [{ minRestMinutes: 719 }, 'minRestMinutes rest_below_law'],
    [{ weeklyRestMinutes: 2519 }, 'weeklyRestMinutes weekly_rest_below_rule'],
    [{ maxConsecutiveDays: 7 }, 'maxConsecutiveDays days_above_rule'],
    [{ maxConsecutiveNights: 5 }, 'maxConsecutiveNights nights_above_rule'],
    [{ overtimeMultiplier: 1.49 }, 'overtimeMultiplier overtime_pay_below_law'],
    [{ shapes: ['F8', 'F9'] }, 'shapes shape_unknown'],
    [{ shapes: ['S12'] }, 'shapes shape_above_day'],
  ] satisfies readonly (readonly [Partial<TermsChange>, string])[])('refuses %o', (part, fault) => {
    expect(faults(part)).toEqual([fault])
  })

  it('lets longer days and weeks be where hours are balanced over a longer time', () => {
    const long = { shapes: ['S12'], dayMaxPaidMinutes: 660, weekMaxPaidMinutes: 3600 }
    expect(faults({ ...long, regime: 'summarised' })).toEqual([])
    expect(faults({ ...long, regime: 'sliding' })).toEqual([])
    expect(faults({ ...long, regime: 'sliding', dayMaxPaidMinutes: 661 })).toEqual([
      'dayMaxPaidMinutes day_above_law',
    ])
    expect(faults({ ...long, regime: 'summarised', accountingMonths: 12 })).toEqual([])
    expect(faults({ ...long, regime: 'flexible', accountingMonths: 12 })).toEqual([
      'accountingMonths accounting_above_law',
    ])
    expect(faults({ ...long, regime: 'sliding', accountingMonths: 4 })).toEqual([
      'accountingMonths accounting_above_law',
    ])
    expect(faults({ ...long, regime: 'shift', dayMaxPaidMinutes: 721 })).toEqual([
      'dayMaxPaidMinutes day_above_law',
    ])
  })

  // Art. 72: the contract provides for it, or there is none.
  it('allows shifts in two parts only where it provides for them', () => {
    expect(faults({ shapes: ['P8'] })).toEqual(['shapes split_not_agreed'])
    expect(faults({ shapes: ['P8', 'F8'], splitShifts: true })).toEqual([])
    expect(faults({ splitShifts: true })).toEqual([])
  })

  it('says field, figures in hours and article in the language of the reader', () => {
    const [fault] = contractFaults({ ...TERMS, dayMaxPaidMinutes: 495 }, SHAPES, law)
    if (fault === undefined) throw new Error('no fault')
    expect(wordFault(fault, 'ru')).toEqual({
      pointer: 'Не больше в день',
      detail: '8 ч 15 мин при наибольшем по закону 8 ч (ст. 71, 73-1, 83)',
    })
    const [days] = contractFaults({ ...TERMS, maxConsecutiveDays: 7 }, SHAPES, law)
    if (days === undefined) throw new Error('no fault')
    expect(wordFault(days, 'en').detail).toBe('7, at most 6 by the house rule')
  })
})
