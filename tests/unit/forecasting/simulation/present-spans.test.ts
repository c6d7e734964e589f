import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { mulberry32 } from '#forecasting/kernel/random.ts'
import { type PlannedShift, presentSpans } from '#forecasting/simulation/present-spans.ts'

const HOUR = 3600
const SHIFT: PlannedShift = {
  fromSeconds: 9 * HOUR,
  toSeconds: 18 * HOUR,
  breaks: [{ fromSeconds: 13 * HOUR, toSeconds: 14 * HOUR }],
  absentChance: 0,
  awayShare: 0,
}

function presentSeconds(shift: PlannedShift, seed: number): number {
  const spans = presentSpans(shift, mulberry32(seed))
  return spans.reduce((sum, { fromSeconds, toSeconds }) => sum + toSeconds - fromSeconds, 0)
}

describe('presentSpans', () => {
  it('leaves the breaks out', () => {
    expect(presentSpans(SHIFT, mulberry32(1))).toEqual([
      { fromSeconds: 9 * HOUR, toSeconds: 13 * HOUR },
      { fromSeconds: 14 * HOUR, toSeconds: 18 * HOUR },
    ])
  })

  it('knows somebody who never comes, and somebody who is always in training', () => {
    expect(presentSpans({ ...SHIFT, absentChance: 1 }, mulberry32(1))).toEqual([])
    expect(presentSpans({ ...SHIFT, awayShare: 1 }, mulberry32(1))).toEqual([])
  })

  it('is there as often as the two shrinkages leave', () => {
    const shift = { ...SHIFT, absentChance: 0.05, awayShare: 0.1 }
    const runs = 4000
    const total = Array.from({ length: runs }, (_, seed) => presentSeconds(shift, seed))
    const mean = total.reduce((a, b) => a + b, 0) / runs / HOUR
    // Eight hours without the meal, less 5 %, less 10 % of what is left; the error of the mean is 0.03 h.
    expect(Math.abs(mean - 8 * 0.95 * 0.9)).toBeLessThan(0.1)
  })

  it('gives spans by time, within the shift, that never touch a break', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, share, fc.integer(), (absentChance, awayShare, seed) => {
        const spans = presentSpans({ ...SHIFT, absentChance, awayShare }, mulberry32(seed))
        let last = SHIFT.fromSeconds - 1
        for (const { fromSeconds, toSeconds } of spans) {
          expect(fromSeconds).toBeGreaterThan(last)
          expect(toSeconds).toBeGreaterThan(fromSeconds)
          expect(toSeconds <= 13 * HOUR || fromSeconds >= 14 * HOUR).toBe(true)
          last = toSeconds
        }
        expect(last).toBeLessThanOrEqual(SHIFT.toSeconds)
      }),
    )
  })
})
