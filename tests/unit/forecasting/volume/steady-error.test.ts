import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { steadyError } from '../../../../forecasting/volume/steady-error.ts'

const error = fc.double({ min: -0.5, max: 0.5, noNaN: true })

describe('the steady error of trials', () => {
  it('is nearly the whole of what is missed every week alike', () => {
    const errors = Array.from({ length: 13 }, (_, week) => 0.08 + (week % 2 ? 0.005 : -0.005))
    expect(steadyError(errors)).toBeCloseTo(0.08, 2)
  })

  it('is nothing where errors take turns, or where there are too few', () => {
    expect(steadyError(Array.from({ length: 13 }, (_, week) => (week % 2 ? 0.1 : -0.1)))).toBe(0)
    expect(steadyError([0.08, 0.08, 0.08])).toBe(0)
  })

  it('is of the last quarter alone', () => {
    const turned = [
      ...Array.from({ length: 13 }, () => 0.1),
      ...Array.from({ length: 13 }, () => 0),
    ]
    expect(steadyError(turned)).toBe(0)
  })

  it('never tells more than the mean, nor the other way', () => {
    fc.assert(
      fc.property(fc.array(error, { minLength: 6, maxLength: 13 }), (errors) => {
        const mean = errors.reduce((sum, one) => sum + one, 0) / errors.length
        const told = steadyError(errors)
        expect(Math.abs(told)).toBeLessThanOrEqual(Math.abs(mean))
        expect(told * mean).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
