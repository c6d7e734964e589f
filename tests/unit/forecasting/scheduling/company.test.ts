import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { companyOf } from '#forecasting/scheduling/company.ts'
import { type Instance, MINUTES_PER_DAY } from '#forecasting/scheduling/instance.ts'

import { fixture } from './fixture.ts'

const base = fixture('cc-010-w1-a')
const [OP = '', OTHER = ''] = base.operators.map(({ id }) => id)
const PAIR = { op: OP, other: OTHER }

/** Two people whose only shift is of so many minutes, from a minute of the day on. */
function pairOf(own: readonly [number, number], other: readonly [number, number]): Instance {
  const [shape] = base.shapes
  const [contract] = base.contracts
  if (shape === undefined || contract === undefined) throw new RangeError('the fixture is empty')
  const shifts = [own, other]
  return {
    ...base,
    locks: [],
    shapes: shifts.map(([fromMin, spanMin], at) => ({
      ...shape,
      id: `shift ${at}`,
      spanMin,
      paidMin: spanMin,
      startFromMin: fromMin,
      startToMin: fromMin,
      breaks: [],
    })),
    contracts: shifts.map((_, at) => ({
      ...contract,
      id: `contract ${at}`,
      shapes: [`shift ${at}`],
      dayMaxPaidMin: MINUTES_PER_DAY,
    })),
    operators: base.operators.slice(0, 2).map((one, at) => ({
      ...one,
      contract: `contract ${at}`,
      leaveDays: [],
      unavailable: [],
      nightBan: false,
      history: { lastShiftEnd: -10 * MINUTES_PER_DAY, consecDays: 0, consecNights: 0 },
    })),
    // Shifts of every length without a meal, so that only time decides.
    rules: { ...base.rules, mealRequiredFromSpanMin: MINUTES_PER_DAY + 1 },
  }
}

const away = (instance: Instance, id: string): Instance => ({
  ...instance,
  operators: instance.operators.map((one) =>
    one.id === id
      ? { ...one, leaveDays: Array.from({ length: instance.days }, (_, day) => day) }
      : one,
  ),
})

describe('companyOf', () => {
  it('is possible where the shift of the one lies within that of the other', () => {
    expect(companyOf(pairOf([540, 300], [480, 480]), PAIR, MINUTES_PER_DAY)).toBe('possible')
    // As long, at the same time.
    expect(companyOf(pairOf([480, 480], [480, 480]), PAIR, MINUTES_PER_DAY)).toBe('possible')
  })

  it('is apart where every shift of the one is longer, unless less is asked for', () => {
    const longer = pairOf([480, 600], [480, 480])
    expect(companyOf(longer, PAIR, MINUTES_PER_DAY)).toBe('apart')
    expect(companyOf(longer, PAIR, 480)).toBe('possible')
    expect(companyOf(longer, PAIR, 481)).toBe('apart')
  })

  it('reaches past midnight', () => {
    // From 00:00 for five hours, in the night shift of the day before, from 22:00 for eight.
    expect(companyOf(pairOf([0, 300], [1320, 480]), PAIR, MINUTES_PER_DAY)).toBe('possible')
  })

  it('tells whoever has no day to work from an other who has none', () => {
    const both = pairOf([540, 300], [480, 480])
    expect(companyOf(away(both, OP), PAIR, MINUTES_PER_DAY)).toBe('no_shift')
    expect(companyOf(away(both, OTHER), PAIR, MINUTES_PER_DAY)).toBe('away')
  })

  it('refuses a person whom the instance does not have', () => {
    expect(() => companyOf(base, { op: 'nobody', other: OTHER }, 60)).toThrow(RangeError)
  })

  const shift = fc.tuple(
    fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
    fc.integer({ min: 4, max: 48 }).map((quarter) => quarter * 15),
  )

  it('asks for no more where less is asked for', () => {
    fc.assert(
      fc.property(shift, shift, fc.nat({ max: 720 }), fc.nat({ max: 720 }), (own, other, a, b) => {
        const instance = pairOf(own, other)
        const [less, more] = [Math.min(a, b), Math.max(a, b)]
        fc.pre(companyOf(instance, PAIR, more) === 'possible')
        expect(companyOf(instance, PAIR, less)).toBe('possible')
      }),
    )
  })
})
