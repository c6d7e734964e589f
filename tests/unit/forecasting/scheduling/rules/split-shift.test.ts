import { describe, expect, it } from 'vitest'

import { dailyHours } from '#forecasting/scheduling/rules/daily-hours.ts'
import { mealBreak } from '#forecasting/scheduling/rules/meal-break.ts'
import { nightBan } from '#forecasting/scheduling/rules/night-ban.ts'
import { restBetweenShifts } from '#forecasting/scheduling/rules/rest-between-shifts.ts'
import { splitShift } from '#forecasting/scheduling/rules/split-shift.ts'

import { DAY, HOUR, onePerson } from './one-person.ts'

/** Four hours, a gap of as many, and four hours more. */
const SPLIT = {
  shape: {
    id: 'split',
    spanMin: 720,
    paidMin: 480,
    breaks: [{ kind: 'gap', lenMin: 240, paid: false, fromMin: 240, toMin: 240 }],
  },
  breaks: [{ kind: 'gap', at: 240, len: 240 }],
} as const
const AGREED = { contract: { shapes: ['split'], splitShifts: true } }

describe('splitShift', () => {
  it('is content with a shift in one part under any contract', () => {
    expect(splitShift.check(onePerson([9 * HOUR]))).toEqual([])
  })

  it('is content with two parts where the contract provides for them', () => {
    expect(splitShift.check(onePerson([8 * HOUR], { ...SPLIT, ...AGREED }))).toEqual([])
  })

  it('finds a gap under a contract that does not', () => {
    expect(splitShift.check(onePerson([8 * HOUR], SPLIT))).toEqual([
      { atMin: 12 * HOUR, days: [0], values: { gapMin: 240, contract: 'full' } },
    ])
  })
})

describe('a shift in two parts', () => {
  it('is paid for the parts alone, and owes no meal in parts of four hours', () => {
    const roster = onePerson([8 * HOUR], { ...SPLIT, ...AGREED })
    expect(dailyHours.check(roster)).toEqual([])
    expect(mealBreak.check(roster)).toEqual([])
  })

  it('owes a meal in a part of six hours', () => {
    const shape = { ...SPLIT.shape, spanMin: 840, paidMin: 600 }
    // The second part, from 16:00 to 22:00.
    expect(mealBreak.check(onePerson([8 * HOUR], { ...SPLIT, ...AGREED, shape }))).toEqual([
      { atMin: 16 * HOUR, days: [0], values: { spanMin: 360, meals: 0 } },
    ])
    const fed = {
      shape: { ...shape, paidMin: 570 },
      breaks: [...SPLIT.breaks, { kind: 'meal', at: 660, len: 30 }],
    } as const
    expect(mealBreak.check(onePerson([8 * HOUR], { ...fed, ...AGREED }))).toEqual([])
  })

  it('has no night in its gap: 18:00 to 22:00 and 6:00 to 10:00', () => {
    const shape = {
      ...SPLIT.shape,
      spanMin: 960,
      breaks: [{ ...SPLIT.shape.breaks[0], lenMin: 480 }],
    }
    const breaks = [{ kind: 'gap', at: 240, len: 480 }] as const
    const banned = { ...AGREED, shape, breaks, operator: { nightBan: true } }
    expect(nightBan.check(onePerson([18 * HOUR], banned))).toEqual([])
    // An hour later the first part lasts until 23:00, and the second begins at 7:00.
    expect(nightBan.check(onePerson([19 * HOUR], banned))).toMatchObject([
      { values: { nightMin: 60 } },
    ])
  })

  it('is rested from after its second part', () => {
    const days = [8 * HOUR, DAY + 8 * HOUR]
    expect(restBetweenShifts.check(onePerson(days, { ...SPLIT, ...AGREED }))).toEqual([])
    const early = [8 * HOUR, DAY + 7 * HOUR]
    expect(restBetweenShifts.check(onePerson(early, { ...SPLIT, ...AGREED }))).toMatchObject([
      { values: { restMin: 660 } },
    ])
  })
})
