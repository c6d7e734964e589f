import { mean, variance } from 'simple-statistics'
import { describe, expect, it } from 'vitest'

import { drawPoisson } from '#forecasting/kernel/draw-poisson.ts'
import { mulberry32 } from '#forecasting/kernel/random.ts'

const DRAWS = 40_000

describe('drawPoisson', () => {
  // 16 is where the method changes; the standard error of the mean is sqrt(mean / draws).
  it.each([0.2, 3, 15.9, 16, 17, 120, 5000])('has mean and variance %d', (expected) => {
    const random = mulberry32(21)
    const draws = Array.from({ length: DRAWS }, () => drawPoisson(random, expected))
    expect(Math.abs(mean(draws) - expected)).toBeLessThan(5 * Math.sqrt(expected / DRAWS))
    expect(variance(draws) / expected).toBeGreaterThan(0.95)
    expect(variance(draws) / expected).toBeLessThan(1.05)
  })

  it('draws nothing with probability exp(-mean)', () => {
    const random = mulberry32(22)
    const none = Array.from({ length: DRAWS }, () => drawPoisson(random, 1.5)).filter(
      (count) => count === 0,
    )
    expect(Math.abs(none.length / DRAWS - Math.exp(-1.5))).toBeLessThan(0.01)
  })

  it('is 0 for a mean of 0', () => {
    expect(drawPoisson(mulberry32(1), 0)).toBe(0)
  })

  it.each([-0.1, Number.NaN, Number.POSITIVE_INFINITY])('refuses mean %d', (bad) => {
    expect(() => drawPoisson(mulberry32(1), bad)).toThrow(RangeError)
  })
})
