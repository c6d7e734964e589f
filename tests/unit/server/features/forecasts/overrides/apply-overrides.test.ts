import { describe, expect, it } from 'vitest'

import {
  type ActiveOverride,
  adjustedQuantiles,
  applyOverrides,
} from '#server/features/forecasts/overrides/apply-overrides.ts'

const points = [10, 30, 60].map((volume, startMs) => ({ startMs, volume }))
const over = (kind: ActiveOverride['kind'], value: number): ActiveOverride => ({
  fromMs: 0,
  toMs: 2,
  kind,
  value,
})

describe('applyOverrides', () => {
  // The span [0, 2) holds 10 + 30 = 40; its shape is a quarter and three quarters.
  it.each([
    ['set', 80, [20, 60, 60]],
    ['add', -20, [5, 15, 60]],
    ['scale', 1.5, [15, 45, 60]],
    ['add', -100, [0, 0, 60]],
  ] as const)('keeps the shape of a span when it is told to %s %d', (kind, value, expected) => {
    expect(applyOverrides(points, [over(kind, value)])).toEqual(expected)
  })

  it('applies overrides in the order in which they were made', () => {
    // Set to 80, then halved: 40, as it was.
    expect(applyOverrides(points, [over('set', 80), over('scale', 0.5)])).toEqual([10, 30, 60])
  })

  it('fills evenly where nothing was expected', () => {
    const empty = [0, 1].map((startMs) => ({ startMs, volume: 0 }))
    expect(applyOverrides(empty, [over('set', 8)])).toEqual([4, 4])
  })
})

describe('adjustedQuantiles', () => {
  const quantiles = [2, 4, 5, 8, 10, 12, 15, 16, 18]

  it('widens the band in proportion to the volume', () => {
    const doubled = quantiles.map((quantile) => quantile * 2)
    expect(adjustedQuantiles(quantiles, 10, 20)).toEqual(doubled)
  })

  it('leaves the band of a volume that nobody changed', () => {
    expect(adjustedQuantiles(quantiles, 10, 10)).toBe(quantiles)
  })

  it('has the doubt of chance alone where the engine expected nothing', () => {
    // Table of the Poisson distribution with mean 10: P(≤ 5) = 0.067, P(≤ 6) = 0.130, P(≤ 9) = 0.458,
    // P(≤ 10) = 0.583, P(≤ 13) = 0.864, P(≤ 14) = 0.917.
    const found = adjustedQuantiles(
      quantiles.map(() => 0),
      0,
      10,
    )
    expect([found[2], found[4], found[6]]).toEqual([6, 10, 14])
  })
})
