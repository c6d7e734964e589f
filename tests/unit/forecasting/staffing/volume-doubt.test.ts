import { describe, expect, it } from 'vitest'

import { drawGamma } from '#forecasting/kernel/draw-gamma.ts'
import { mulberry32 } from '#forecasting/kernel/random.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'
import { evaluateErlangC } from '#forecasting/staffing/erlang-c.ts'
import { requireStaff } from '#forecasting/staffing/require-staff.ts'
import { levelQuantile, levelShareBelow, rateCv } from '#forecasting/staffing/volume-doubt.ts'

describe('rateCv', () => {
  it('takes the chance of the count out of its spread', () => {
    // A Poisson of 100: a standard deviation of 10, so 2.563 × 10 between its tenths.
    expect(rateCv({ mean: 100, low: 87.2, high: 112.8 })).toBeLessThan(0.02)
    // √(100 + 15²) = 18.03: a rate with a deviation of 15.
    const spread = (2.5631 / 2) * Math.sqrt(325)
    expect(rateCv({ mean: 100, low: 100 - spread, high: 100 + spread })).toBeCloseTo(0.15, 4)
    expect(rateCv({ mean: 0, low: 0, high: 3 })).toBe(0)
  })
})

describe('the level of a gamma', () => {
  it.each([0.05, 0.15, 0.3, 0.5])('is as drawn, for a deviation of %d', (cv) => {
    const random = mulberry32(3)
    const shape = 1 / cv ** 2
    const drawn = Array.from({ length: 40_000 }, () => drawGamma(random, shape) / shape).toSorted(
      (a, b) => a - b,
    )
    for (const [share, z] of [
      [0.5, 0],
      [0.75, 0.6745],
      [0.9, 1.28155],
    ] as const) {
      const quantile = levelQuantile(cv, z)
      const below = drawn.filter((level) => level < quantile).length / drawn.length
      // Four standard errors of a share of 40,000.
      expect(Math.abs(below - share)).toBeLessThan(0.01)
      expect(levelShareBelow(cv, quantile)).toBeCloseTo(share, 4)
    }
  })
})

describe('the confidence of a requirement', () => {
  const settings = {
    intervalSeconds: 1800,
    targets: { asaSeconds: 60, maxOccupancy: 0.9 },
    concurrency: 1,
    shrinkagePlanned: 0,
    shrinkageUnplanned: 0,
  }
  const interval = { startMs: 0 as EpochMs, contacts: 300, handleSeconds: 300, isOpen: true }

  it('asks for more agents the surer one wants to be', () => {
    const [point] = requireStaff([{ ...interval, volumeCv: 0.1 }], settings)
    const { agents50 = 0, agents75 = 0, agents90 = 0 } = point?.confidence ?? {}
    expect(agents50).toBeLessThanOrEqual(point?.agents ?? 0)
    // 50 Erlangs: 6.7 % and 13 % above the forecast.
    expect(agents75).toBe(Math.ceil((50 * 1.0654) / 0.9))
    expect(agents90).toBe(Math.ceil((50 * 1.1303) / 0.9))
  })

  it('tells how likely the wait is kept, as levels drawn at random keep it', () => {
    const [point] = requireStaff([{ ...interval, volumeCv: 0.1 }], settings)
    const random = mulberry32(5)
    const kept = Array.from({ length: 4000 }, () => drawGamma(random, 100) / 100).filter(
      (level) =>
        evaluateErlangC({
          agents: point?.agents ?? 0,
          offeredErlangs: 50 * level,
          handleSeconds: 300,
        }).asaSeconds <= 60,
    ).length
    expect(Math.abs((point?.confidence?.asaChance ?? 0) - kept / 4000)).toBeLessThan(0.025)
  })

  it('has none where the forecast tells no doubt', () => {
    expect(requireStaff([interval], settings)[0]?.confidence).toBeNull()
  })
})
