import { describe, expect, it } from 'vitest'

import { normalQuantile } from '#forecasting/kernel/normal-quantile.ts'
import { bandQuantiles } from '#forecasting/volume/band-quantiles.ts'
import { bandWidth } from '#forecasting/volume/band-width.ts'

/** What a band that is right leaves: the absolute deviates of a normal law, evenly spaced. */
const right = Array.from({ length: 1000 }, (_, i) => Math.abs(normalQuantile((i + 0.5) / 1000)))

describe('bandWidth', () => {
  // Drawn halfway: with 40 days the inner factor is the root of what the trials ask for.
  it('widens by as much as the trials were off, the more the more days were tried', () => {
    const doubled = right.map((score) => 2 * score)
    expect(bandWidth(doubled, 40).inner).toBeCloseTo(Math.SQRT2, 2)
    expect(bandWidth(doubled, 4_000).inner).toBeCloseTo(2, 1)
    expect(bandWidth(right, 4_000)).toMatchObject({ inner: expect.closeTo(1, 2) as number })
  })

  // 7 % of days stray five times as far as a normal law has it: the 80 % band barely notices.
  it('widens the ends alone where a few days stray far', () => {
    const tailed = right.map((score, i) => (i % 14 === 0 ? 5 * score : score))
    const { inner, outer } = bandWidth(tailed, 4_000)
    expect(inner).toBeLessThan(1.15)
    expect(outer / inner).toBeGreaterThan(1.2)
  })

  it('believes in the band as it is when nothing was tried', () => {
    expect(bandWidth([], 0)).toEqual({ inner: 1, outer: 1.1 })
  })
})

describe('bandQuantiles', () => {
  const count = { middle: 400, logVariance: 0.01, spread: 0.01 }

  // Variance of the ratio: 1/402 + 0.02, so one deviation is 15 % of 402, of which 1.2816 are 77.
  it('is as wide as the level, the slot and chance together', () => {
    const quantiles = bandQuantiles(count, { inner: 1, outer: 1 })
    expect(((quantiles[6] ?? 0) - (quantiles[2] ?? 0)) / 2).toBeCloseTo(77, 0)
  })

  it('never becomes narrower than chance, and keeps its order, whatever the trials ask', () => {
    const poisson = bandQuantiles({ ...count, logVariance: 0, spread: 0 }, { inner: 1, outer: 1 })
    const narrow = bandQuantiles(
      { ...count, logVariance: 0, spread: 0 },
      { inner: 0.1, outer: 0.1 },
    )
    expect(narrow).toEqual(poisson)
    const crossed = bandQuantiles(count, { inner: 2, outer: 0.2 })
    expect(crossed.toSorted((a, b) => a - b)).toEqual(crossed)
  })
})
