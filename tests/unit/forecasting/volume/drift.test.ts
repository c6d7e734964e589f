import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { mulberry32 } from '#forecasting/kernel/random.ts'
import { driftOf } from '#forecasting/volume/drift.ts'

/** Days around a forecast of 1000, one for each relative error. */
const days = (errors: readonly number[]) =>
  errors.map((error) => ({ actual: 1000 * (1 + error), forecast: 1000 }))

describe('driftOf', () => {
  it('is all of the way when every day misses to one side', () => {
    expect(driftOf(days(Array.from({ length: 25 }, () => 0.1)))).toMatchObject({
      signal: 1,
      isDrifting: true,
      // 0.1 × 1000 too few on each of 14 days, of which each brought 1100.
      recentBias: expect.closeTo(0.1 / 1.1, 9),
    })
  })

  it('is silent on errors that take turns', () => {
    const drift = driftOf(days(Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 0.1 : -0.1))))
    expect(Math.abs(drift.signal)).toBeLessThan(0.1)
    expect(drift.isDrifting).toBe(false)
  })

  it('does not judge from a few days', () => {
    expect(driftOf(days([0.3, 0.3, 0.3])).isDrifting).toBe(false)
    expect(driftOf([])).toMatchObject({ days: 0, signal: 0, isDrifting: false, recentBias: null })
  })

  it('cries wolf once in a hundred times where there is nothing but chance', () => {
    const random = mulberry32(7)
    const normal = (): number =>
      Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const runs = 4000
    const alarmsAfter = (length: number): number => {
      let alarms = 0
      for (let run = 0; run < runs; run++) {
        if (driftOf(days(Array.from({ length }, () => 0.05 * normal()))).isDrifting) alarms++
      }
      return alarms / runs
    }
    // The limit is the normal approximation's 1 %.
    expect(alarmsAfter(21)).toBeLessThan(0.02)
    expect(alarmsAfter(56)).toBeLessThan(0.01)
  })

  it('does not depend on the size of the queue', () => {
    const percents = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 })
    fc.assert(
      fc.property(percents, fc.double({ min: 0.1, max: 50, noNaN: true }), (whole, factor) => {
        const own = whole.map((percent) => percent / 100)
        const scaled = days(own).map(({ actual, forecast }) => ({
          actual: actual * factor,
          forecast: forecast * factor,
        }))
        expect(driftOf(scaled).signal).toBeCloseTo(driftOf(days(own)).signal, 8)
      }),
    )
  })
})
