import { describe, expect, it } from 'vitest'

import { halfLifeWeight } from '#forecasting/kernel/half-life.ts'

describe('halfLifeWeight', () => {
  // By the definition of a half-life.
  it('halves with every half-life', () => {
    expect(halfLifeWeight(0, 70)).toBe(1)
    expect(halfLifeWeight(70, 70)).toBeCloseTo(0.5, 15)
    expect(halfLifeWeight(210, 70)).toBeCloseTo(0.125, 15)
  })

  it('weighs nothing after a thousand of them', () => {
    expect(halfLifeWeight(1e9, 7)).toBe(0)
  })
})
