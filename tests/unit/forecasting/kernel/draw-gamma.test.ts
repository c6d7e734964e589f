import { mean, variance } from 'simple-statistics'
import { describe, expect, it } from 'vitest'

import { drawGamma } from '#forecasting/kernel/draw-gamma.ts'
import { mulberry32 } from '#forecasting/kernel/random.ts'

const DRAWS = 40_000

describe('drawGamma', () => {
  // Mean and variance of a gamma variable of scale 1 are both its shape; the standard error of the
  // mean is sqrt(shape / draws), of which five are allowed. The seed is fixed: no luck is involved.
  it.each([0.3, 1, 2.5, 40, 3000])('has mean and variance %d', (shape) => {
    const random = mulberry32(11)
    const draws = Array.from({ length: DRAWS }, () => drawGamma(random, shape))
    expect(Math.abs(mean(draws) - shape)).toBeLessThan(5 * Math.sqrt(shape / DRAWS))
    expect(variance(draws) / shape).toBeGreaterThan(0.93)
    expect(variance(draws) / shape).toBeLessThan(1.07)
  })

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses shape %d', (shape) => {
    expect(() => drawGamma(mulberry32(1), shape)).toThrow(RangeError)
  })
})
