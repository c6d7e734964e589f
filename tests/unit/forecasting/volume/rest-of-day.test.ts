import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { handleFactor, restOfDay, type TodaysInterval } from '#forecasting/volume/rest-of-day.ts'

/** 80 % bands of a count of 100 whose rate strays by 20 %: deviation √(100 + 400) = 22.36. */
const [LOW, HIGH] = [100 - 1.2816 * 22.36, 100 + 1.2816 * 22.36]
const day = (actuals: readonly (number | null)[], count = 10): TodaysInterval[] =>
  Array.from({ length: count }, (_, i) => ({
    mean: 100,
    low: LOW,
    high: HIGH,
    actual: actuals[i] ?? null,
  }))

describe('restOfDay', () => {
  it('leaves a day that has not begun as it was forecast', () => {
    const { factor, intervals } = restOfDay(day([]))
    expect(factor).toBe(1)
    for (const { mean, low, high } of intervals) {
      expect(mean).toBe(100)
      // The forecast's own band, as far as counts are whole.
      expect(Math.abs(low - LOW)).toBeLessThan(3)
      expect(Math.abs(high - HIGH)).toBeLessThan(3)
    }
  })

  // By hand: variance 0.04, of which the day's 0.008 and an interval's 0.032; four intervals measure
  // the ratio with 1/400 + 0.032/4 = 0.0105; trust = 0.008 / 0.0185.
  it('believes of a morning what the forecast’s own doubt allows', () => {
    const { factor } = restOfDay(day([110, 110, 110, 110]))
    expect(factor).toBeCloseTo((440.5 / 400.5) ** (0.008 / 0.0185), 3)
  })

  it('shows what came as it came, without a band', () => {
    expect(restOfDay(day([130])).intervals[0]).toEqual({ mean: 130, low: 130, high: 130 })
  })

  it('takes a burst for no more than a bad interval', () => {
    const bad = restOfDay(day([100 + 2.5 * 22.36, 100, 100, 100])).factor
    expect(restOfDay(day([5000, 100, 100, 100])).factor).toBeCloseTo(bad, 3)
  })

  it('never believes more than was seen, and is surer when more was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 20, max: 250 }), { minLength: 1, maxLength: 9 }),
        (actuals) => {
          const { factor, intervals } = restOfDay(day(actuals))
          const ratios = actuals.map((actual) => actual / 100)
          expect(factor).toBeGreaterThanOrEqual(Math.min(1, ...ratios) - 0.01)
          expect(factor).toBeLessThanOrEqual(Math.max(1, ...ratios) + 0.01)
          const { low, mean, high } = intervals.at(-1) ?? { low: 0, mean: 0, high: 0 }
          expect(low).toBeLessThanOrEqual(mean)
          expect(mean).toBeLessThanOrEqual(high)
        },
      ),
    )
  })

  it('expects nobody where nobody was expected', () => {
    const closed = { mean: 0, low: 0, high: 0, actual: null }
    expect(restOfDay([closed])).toEqual({ factor: 1, intervals: [{ mean: 0, low: 0, high: 0 }] })
  })
})

describe('handleFactor', () => {
  // By hand: 400 contacts, trust = 0.0025 / (0.0025 + 1/400) = 1/2.
  it('goes half the way after 400 conversations', () => {
    expect(handleFactor({ contacts: 400, seconds: 121, forecastSeconds: 100 })).toBeCloseTo(1.1, 12)
  })

  it('changes nothing while nothing is known', () => {
    expect(handleFactor({ contacts: 0, seconds: 0, forecastSeconds: 0 })).toBe(1)
    expect(() => handleFactor({ contacts: -1, seconds: 1, forecastSeconds: 1 })).toThrow(RangeError)
  })
})
