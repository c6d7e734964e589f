import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { cosineOfTurns } from '#forecasting/kernel/portable-cosine.ts'

describe('cosineOfTurns', () => {
  it('agrees with the engine within one turn', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (turns) => {
        expect(cosineOfTurns(turns)).toBeCloseTo(Math.cos(2 * Math.PI * turns), 14)
      }),
    )
  })

  // Quarters, by hand; whole turns change nothing, to the last bit where the sum is exact.
  it('is exact at whole and half turns, and periodic', () => {
    expect(cosineOfTurns(0)).toBe(1)
    expect(cosineOfTurns(0.5)).toBe(-1)
    expect(cosineOfTurns(0.25)).toBeCloseTo(0, 15)
    expect(cosineOfTurns(17.125)).toBe(cosineOfTurns(0.125))
  })

  it('refuses what is no number', () => {
    expect(() => cosineOfTurns(Infinity)).toThrow(RangeError)
  })
})
