import { mean, variance } from 'simple-statistics'
import { describe, expect, it } from 'vitest'

import { drawNegativeBinomial } from '#forecasting/kernel/draw-negative-binomial.ts'
import { drawPoisson } from '#forecasting/kernel/draw-poisson.ts'
import { mulberry32 } from '#forecasting/kernel/random.ts'

const DRAWS = 40_000

describe('drawNegativeBinomial', () => {
  // Variance of a Poisson variable whose mean is gamma: mean + dispersion * mean².
  it.each([
    [4, 0.1],
    [60, 0.02],
  ])('has mean %d and the variance of dispersion %d', (expected, dispersion) => {
    const random = mulberry32(31)
    const draws = Array.from({ length: DRAWS }, () =>
      drawNegativeBinomial(random, { mean: expected, dispersion }),
    )
    const expectedVariance = expected + dispersion * expected ** 2
    expect(Math.abs(mean(draws) - expected)).toBeLessThan(5 * Math.sqrt(expectedVariance / DRAWS))
    expect(variance(draws) / expectedVariance).toBeGreaterThan(0.94)
    expect(variance(draws) / expectedVariance).toBeLessThan(1.06)
  })

  it('is the Poisson draw without dispersion', () => {
    expect(drawNegativeBinomial(mulberry32(5), { mean: 9, dispersion: 0 })).toBe(
      drawPoisson(mulberry32(5), 9),
    )
  })

  it('refuses a negative dispersion', () => {
    expect(() => drawNegativeBinomial(mulberry32(1), { mean: 1, dispersion: -1 })).toThrow(
      /^dispersion must be/,
    )
  })
})
