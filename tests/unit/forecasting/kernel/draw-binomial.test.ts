import { mean } from 'simple-statistics'
import { describe, expect, it } from 'vitest'

import { drawBinomial } from '#forecasting/kernel/draw-binomial.ts'
import { mulberry32 } from '#forecasting/kernel/random.ts'

const DRAWS = 40_000

describe('drawBinomial', () => {
  it.each([
    [20, 0, 0],
    [20, 1, 20],
    [0, 0.5, 0],
  ])('of %i trials at probability %d is %i', (trials, probability, expected) => {
    expect(drawBinomial(mulberry32(1), trials, probability)).toBe(expected)
  })

  it('has mean trials × probability', () => {
    const random = mulberry32(41)
    const draws = Array.from({ length: DRAWS }, () => drawBinomial(random, 12, 0.3))
    // Standard deviation of one draw: sqrt(12 × 0.3 × 0.7).
    expect(Math.abs(mean(draws) - 3.6)).toBeLessThan(5 * Math.sqrt(2.52 / DRAWS))
  })
})
