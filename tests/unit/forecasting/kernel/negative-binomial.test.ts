import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { negativeBinomialQuantiles } from '#forecasting/kernel/negative-binomial.ts'

const LEVELS = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975]

describe('negativeBinomialQuantiles', () => {
  // R: qpois(c(.025,.5,.975), 4) gives 1, 4, 8; a rate that does not vary leaves a Poisson count.
  it('is Poisson when the rate is certain', () => {
    expect(negativeBinomialQuantiles(4, 0, [0.025, 0.5, 0.975])).toEqual([1, 4, 8])
  })

  // Geometric (shape 1, mean 3): P(X ≤ k) = 1 − 0.75^(k+1); the median is 2, the 0.9 quantile 8.
  it('is geometric when the relative variance is 1', () => {
    expect(negativeBinomialQuantiles(3, 1, [0.5, 0.9])).toEqual([2, 8])
  })

  // Normal limit: mean 10,000 and variance 10,000 + 0.01² · 10⁸ = 20,000; 1.96 deviations are 277.
  it('approaches the normal distribution for a large mean', () => {
    const [low = 0, high = 0] = negativeBinomialQuantiles(10_000, 1e-4, [0.025, 0.975])
    expect(Math.abs(low - (10_000 - 277))).toBeLessThan(5)
    expect(Math.abs(high - (10_000 + 277))).toBeLessThan(5)
  })

  // Poisson 4: P(X ≤ 1) = 0.092, P(X ≤ 6) = 0.889, P(X ≤ 7) = 0.949. Below 2 lie 0.092, below 1 only
  // 0.018; above 6 lie 0.111, above 7 only 0.051.
  it('rounds the ends of a band to what leaves nearest to the wanted share outside', () => {
    expect(negativeBinomialQuantiles(4, 0, [0.1, 0.9])).toEqual([2, 7])
    expect(negativeBinomialQuantiles(4, 0, [0.1, 0.9], 'nearest')).toEqual([2, 6])
  })

  it('covers no more than the exact quantiles by the nearest ones', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (mean, relativeVariance) => {
          const exact = negativeBinomialQuantiles(mean, relativeVariance, [0.1, 0.9])
          const near = negativeBinomialQuantiles(mean, relativeVariance, [0.1, 0.9], 'nearest')
          expect([0, 1]).toContain((near[0] ?? 0) - (exact[0] ?? 0))
          expect([0, -1]).toContain((near[1] ?? 0) - (exact[1] ?? 0))
        },
      ),
    )
  })

  it('ascends and is never negative', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 4, noNaN: true }),
        (mean, relativeVariance) => {
          const quantiles = negativeBinomialQuantiles(mean, relativeVariance, LEVELS)
          expect(quantiles.toSorted((a, b) => a - b)).toEqual(quantiles)
          expect(quantiles[0]).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })

  it.each([-1, Number.NaN, Infinity])('refuses a mean of %s', (mean) => {
    expect(() => negativeBinomialQuantiles(mean, 0, LEVELS)).toThrow(RangeError)
  })
})
