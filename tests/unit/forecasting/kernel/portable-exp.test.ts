import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { portableExp } from '#forecasting/kernel/portable-exp.ts'
import { portableLog } from '#forecasting/kernel/portable-log.ts'

describe('portableExp and portableLog', () => {
  // The engine's own functions are right to the last bit or two; the bound is what is documented.
  it('agree with the engine', () => {
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (x) => {
        const exact = Math.exp(x)
        expect(Math.abs(portableExp(x) - exact) / exact).toBeLessThan(1e-12)
        expect(Math.abs(portableLog(exact) - x)).toBeLessThan(1e-13 * Math.max(1, Math.abs(x)))
      }),
    )
  })

  it('refuse what has no finite result', () => {
    expect(() => portableExp(701)).toThrow(RangeError)
    expect(() => portableExp(Number.NaN)).toThrow(RangeError)
    expect(() => portableLog(0)).toThrow(RangeError)
    expect(() => portableLog(Infinity)).toThrow(RangeError)
  })
})
