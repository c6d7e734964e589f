import { describe, expect, it } from 'vitest'

import { normalQuantile } from '#forecasting/kernel/normal-quantile.ts'

describe('normalQuantile', () => {
  // R: print(qnorm(p), digits = 16).
  it.each([
    [0.5, 0],
    [0.9, 1.2815515655446],
    [0.975, 1.95996398454005],
    [0.999, 3.090232306167813],
    [1e-10, -6.361340902404056],
    [1e-20, -9.26234008979841],
  ])('finds the deviate of %s', (probability, deviate) => {
    expect(normalQuantile(probability)).toBeCloseTo(deviate, 13)
  })

  it('is odd about one half', () => {
    for (const p of [0.01, 0.05, 0.2, 0.45]) {
      expect(normalQuantile(p)).toBeCloseTo(-normalQuantile(1 - p), 13)
    }
  })

  it.each([0, 1, -1, Number.NaN])('refuses %s', (probability) => {
    expect(() => normalQuantile(probability)).toThrow(RangeError)
  })
})
