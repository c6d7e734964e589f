import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { valueTicks } from '../../../../client/lib/value-ticks.ts'

describe('valueTicks', () => {
  // By hand: a quarter of the top, rounded up to 1, 2, 2.5 or 5 times a power of ten.
  it.each([
    [6, [0, 2, 4, 6]],
    [80, [0, 20, 40, 60, 80]],
    [1400, [0, 500, 1000, 1500]],
    [1, [0, 1]],
  ])('rules an axis up to %d', (top, ticks) => {
    expect(valueTicks(top)).toEqual(ticks)
  })

  it('always reaches the top, in few whole steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (top) => {
        const ticks = valueTicks(top)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(top)
        expect(ticks.length).toBeLessThanOrEqual(6)
        for (const tick of ticks) expect(Number.isInteger(tick)).toBe(true)
      }),
    )
  })

  it('refuses an axis without height', () => {
    expect(() => valueTicks(0)).toThrow(RangeError)
  })
})
