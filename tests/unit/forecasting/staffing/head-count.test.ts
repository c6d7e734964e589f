import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  type HeadCountInput,
  type People,
  planHeadCount,
} from '#forecasting/staffing/head-count.ts'

const people = (all: number, ...bySkill: number[]): People => ({ all, bySkill })
const steady = (months: number, each: People): People[] =>
  Array.from({ length: months }, () => each)
const NOBODY = people(0, 0)

const base: HeadCountInput = {
  skills: ['a'],
  needed: steady(6, people(10, 5)),
  today: people(10, 5),
  knownLeavers: steady(6, NOBODY),
  away: steady(6, NOBODY),
  yearlyAttrition: 0,
  hiringMonths: 2,
  trainingMonths: 1,
}

describe('planHeadCount', () => {
  it('does nothing where nothing is lacking', () => {
    for (const month of planHeadCount(base)) {
      expect(month).toMatchObject({ hire: 0, arrive: 0, short: 0, with: 10, without: 10 })
      expect(month.skills).toMatchObject([{ train: 0, short: 0 }])
    }
  })

  it('begins to hire so long before as hiring takes, and tells what comes too late', () => {
    // Twelve are needed in every month, ten are there: two must be begun at once, for the third month.
    const plan = planHeadCount({ ...base, needed: steady(6, people(12, 5)) })
    expect(plan.map(({ hire }) => hire)).toEqual([2, 0, 0, 0, 0, 0])
    expect(plan.map(({ arrive }) => arrive)).toEqual([0, 0, 2, 0, 0, 0])
    expect(plan.map(({ short }) => short)).toEqual([2, 2, 0, 0, 0, 0])
  })

  it('teaches people of the centre where there are enough of them', () => {
    const plan = planHeadCount({ ...base, needed: steady(6, people(10, 7)) })
    expect(plan.map(({ hire }) => hire)).toEqual([0, 0, 0, 0, 0, 0])
    expect(plan.map(({ skills }) => skills[0]?.train)).toEqual([2, 0, 0, 0, 0, 0])
    expect(plan.map(({ skills }) => skills[0]?.short)).toEqual([2, 0, 0, 0, 0, 0])
  })

  it('lets newcomers learn what is lacking before it takes others from the queues', () => {
    const plan = planHeadCount({ ...base, needed: steady(6, people(12, 7)), trainingMonths: 2 })
    expect(plan[0]).toMatchObject({ hire: 2, skills: [{ train: 0 }] })
    expect(plan[2]).toMatchObject({ arrive: 2, skills: [{ with: 7, short: 0 }] })
  })

  it('loses people at an even rate: half of them in a year', () => {
    const year = { ...base, needed: steady(12, NOBODY), away: steady(12, NOBODY) }
    const plan = planHeadCount({
      ...year,
      knownLeavers: steady(12, NOBODY),
      yearlyAttrition: 0.5,
    })
    expect(plan[11]?.without).toBeCloseTo(5, 10)
    // Half a year: ten times the square root of a half.
    expect(plan[5]?.without).toBeCloseTo(10 * Math.SQRT1_2, 10)
  })

  it('counts those known to leave among the expected ones, and long leave beside them', () => {
    const plan = planHeadCount({
      ...base,
      knownLeavers: steady(6, people(3, 1)),
      away: steady(6, people(2, 2)),
      yearlyAttrition: 0.01,
    })
    expect(plan[0]).toMatchObject({ without: 5, skills: [{ without: 2 }] })
  })

  const inputs = fc
    .record({
      needs: fc.array(
        fc.tuple(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true })),
        {
          minLength: 1,
          maxLength: 12,
        },
      ),
      there: fc.integer({ min: 0, max: 50 }),
      able: fc.double({ min: 0, max: 1, noNaN: true }),
      yearlyAttrition: fc.double({ min: 0, max: 0.6, noNaN: true }),
      hiringMonths: fc.integer({ min: 0, max: 4 }),
      trainingMonths: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ needs, there, able, ...rest }): HeadCountInput => ({
      ...rest,
      skills: ['a'],
      needed: needs.map(([all, share]) => people(all, all * share)),
      today: people(there, there * able),
      knownLeavers: steady(needs.length, NOBODY),
      away: steady(needs.length, NOBODY),
    }))

  it('lacks nobody once the lead times have passed', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const plan = planHeadCount(input)
        const fromHiring = plan.slice(input.hiringMonths)
        expect(fromHiring.every(({ short }) => short === 0)).toBe(true)
        const fromBoth = plan.slice(Math.max(input.hiringMonths, input.trainingMonths))
        // Only whole people can be taught: what is left is less than one of them.
        expect(fromBoth.every(({ skills }) => (skills[0]?.short ?? 0) <= 1)).toBe(true)
      }),
    )
  })

  it('lacks nobody for an attrition so low that it is lost to rounding', () => {
    const plan = planHeadCount({
      ...base,
      yearlyAttrition: 7.499993404103122e-10,
      hiringMonths: 0,
      trainingMonths: 0,
      needed: [people(0, 0), people(9, 0)],
      today: people(8, 0),
      knownLeavers: steady(2, people(0, 0)),
      away: steady(2, people(0, 0)),
    })
    expect(plan.map(({ short }) => short)).toEqual([0, 0])
  })

  it('begins to hire as many as arrive, and never hires fewer for more attrition', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const sum = (plan: ReturnType<typeof planHeadCount>, key: 'hire' | 'arrive'): number =>
          plan.reduce((total, month) => total + month[key], 0)
        const plan = planHeadCount(input)
        expect(sum(plan, 'hire')).toBe(sum(plan, 'arrive'))
        const more = planHeadCount({ ...input, yearlyAttrition: input.yearlyAttrition + 0.2 })
        // Rounding up earlier may save one person later, never two.
        expect(sum(more, 'arrive')).toBeGreaterThanOrEqual(sum(plan, 'arrive') - 1)
      }),
    )
  })

  it('refuses what makes no sense', () => {
    expect(() => planHeadCount({ ...base, yearlyAttrition: 1 })).toThrow(RangeError)
    expect(() => planHeadCount({ ...base, hiringMonths: 1.5 })).toThrow(RangeError)
    expect(() => planHeadCount({ ...base, away: [] })).toThrow(RangeError)
    expect(() => planHeadCount({ ...base, today: people(1) })).toThrow(RangeError)
  })
})
