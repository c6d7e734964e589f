import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type CallingInterval, withinHours } from '#forecasting/volume/within-hours.ts'

const at = (day: string, mean: number, isAllowed: boolean): CallingInterval => ({
  day,
  mean,
  quantiles: [mean / 2, mean, mean * 2],
  isAllowed,
})
const meansOf = (intervals: readonly CallingInterval[]): number[] =>
  withinHours(intervals).intervals.map(({ mean }) => mean)

describe('withinHours', () => {
  it('moves calls within their day in proportion to what is there', () => {
    const day = [at('mon', 6, false), at('mon', 10, true), at('mon', 20, true)]
    expect(meansOf(day)).toEqual([0, 12, 24])
    expect(withinHours(day)).toMatchObject({ moved: 6, unplaced: 0 })
    expect(withinHours(day).intervals[1]?.quantiles).toEqual([6, 12, 24])
  })

  it('moves those of a closed day to the next open one, evenly where nothing was expected', () => {
    const days = [at('sat', 8, false), at('sun', 4, false), at('mon', 0, true), at('mon', 0, true)]
    expect(meansOf(days)).toEqual([0, 0, 6, 6])
  })

  it('moves those behind the last open day to that one', () => {
    expect(meansOf([at('thu', 3, true), at('fri', 5, true), at('sat', 8, false)])).toEqual([
      3, 13, 0,
    ])
  })

  it('says how many found no hour at all', () => {
    expect(withinHours([at('sat', 8, false)])).toMatchObject({ moved: 8, unplaced: 8 })
  })

  it('calls nobody outside the hours, loses nobody, keeps bands in order, and does nothing twice', () => {
    const interval = fc.record({
      day: fc.integer({ min: 0, max: 6 }),
      mean: fc.double({ min: 0, max: 100, noNaN: true }),
      isAllowed: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 80 }), (drawn) => {
        const intervals = drawn
          .toSorted((a, b) => a.day - b.day)
          .map(({ day, mean, isAllowed }) => at(String(day), mean, isAllowed))
        const spread = withinHours(intervals)
        const sum = (values: readonly { readonly mean: number }[]): number =>
          values.reduce((total, { mean }) => total + mean, 0)
        expect(sum(spread.intervals) + spread.unplaced).toBeCloseTo(sum(intervals), 6)
        spread.intervals.forEach(({ mean, quantiles }, i) => {
          expect(intervals[i]?.isAllowed === true || mean === 0).toBe(true)
          expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b))
        })
        const again = withinHours(intervals.map((one, i) => ({ ...one, ...spread.intervals[i] })))
        expect(again.intervals).toEqual(spread.intervals)
        expect(again.moved).toBe(0)
      }),
    )
  })
})
