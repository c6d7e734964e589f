import { mean, variance } from 'simple-statistics'
import { describe, expect, it } from 'vitest'

import { drawNormal } from '#forecasting/kernel/draw-normal.ts'
import { mulberry32 } from '#forecasting/kernel/random.ts'

const DRAWS = 40_000

describe('drawNormal', () => {
  it('has mean 0, variance 1, and 68.27 % within one deviation', () => {
    const random = mulberry32(12)
    const draws = Array.from({ length: DRAWS }, () => drawNormal(random))
    expect(Math.abs(mean(draws))).toBeLessThan(5 / Math.sqrt(DRAWS))
    expect(variance(draws)).toBeCloseTo(1, 1)
    // The share of the normal distribution within one standard deviation is erf(1 / sqrt 2).
    const within = draws.filter((draw) => Math.abs(draw) < 1).length / DRAWS
    expect(Math.abs(within - 0.682_689)).toBeLessThan(5 * Math.sqrt((0.6827 * 0.3173) / DRAWS))
  })

  it('stays finite when the generator draws 0', () => {
    expect(drawNormal(() => 0)).toBeCloseTo(0, 12)
  })
})
