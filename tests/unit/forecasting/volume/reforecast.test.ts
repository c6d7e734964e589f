import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { reforecastDay, type TodayInterval } from '#forecasting/volume/reforecast.ts'

/** Ten intervals of 100 expected; the first ones are over. */
const morning = (actuals: readonly number[]): TodayInterval[] =>
  Array.from({ length: 10 }, (_, i) => ({ mean: 100, actual: actuals[i] ?? null }))
const DAY = { dayVariance: 0.01, intervalVariance: 0 }

describe('reforecastDay', () => {
  it('changes nothing before the day has begun', () => {
    const { factor, logDeviation, means } = reforecastDay(morning([]), DAY)
    expect(factor).toBe(1)
    expect(logDeviation).toBeCloseTo(0.1, 12)
    expect(means).toEqual(Array.from({ length: 10 }, () => 100))
  })

  // By hand: expected 400, came 440; trust = 0.01 / (0.01 + 1/400) = 0.8; the factor is
  // (440.5 / 400.5)^0.8 = 1.0791.
  it('shrinks the ratio of the past by what chance explains of it', () => {
    const { factor, logDeviation, means } = reforecastDay(morning([110, 110, 110, 110]), DAY)
    expect(factor).toBeCloseTo((440.5 / 400.5) ** 0.8, 12)
    expect(logDeviation).toBeCloseTo(Math.sqrt(0.01 * 0.2), 12)
    expect(means.slice(0, 4)).toEqual([110, 110, 110, 110])
    expect(means[9]).toBeCloseTo(100 * factor, 12)
  })

  // Intervals that stray by themselves say less of the day: four of variance 0.04 add 0.01.
  it('trusts intervals less that stray by themselves', () => {
    const { factor } = reforecastDay(morning([110, 110, 110, 110]), {
      ...DAY,
      intervalVariance: 0.04,
    })
    expect(factor).toBeCloseTo((440.5 / 400.5) ** (0.01 / 0.0225), 12)
  })

  it('lies between no update and the plain ratio, and is surer than before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 9 }),
        fc.double({ min: 1e-4, max: 1, noNaN: true }),
        (actuals, dayVariance) => {
          const { factor, logDeviation } = reforecastDay(morning(actuals), {
            dayVariance,
            intervalVariance: 0.01,
          })
          const came = actuals.reduce((sum, count) => sum + count, 0)
          const ratio = (came + 0.5) / (100 * actuals.length + 0.5)
          expect(factor).toBeGreaterThanOrEqual(Math.min(1, ratio) - 1e-9)
          expect(factor).toBeLessThanOrEqual(Math.max(1, ratio) + 1e-9)
          expect(logDeviation).toBeLessThan(Math.sqrt(dayVariance))
        },
      ),
    )
  })

  it('refuses a negative count', () => {
    expect(() => reforecastDay(morning([-1]), DAY)).toThrow(RangeError)
  })
})
