import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  readQuantity,
  shownQuantity,
  type Unit,
} from '../../../../../client/features/centers/quantity.ts'

const UNITS: readonly Unit[] = ['percent', 'second', 'minute', 'hour', 'count']
const WIDE = { min: 0, max: 1e6 }

describe('shownQuantity', () => {
  it.each([
    [0.85, 'percent', 85],
    [0.07, 'percent', 7],
    [480, 'minute', 8],
    [5400, 'hour', 1.5],
    [60, 'second', 60],
    [null, 'second', ''],
  ] as const)('says %s as %s', (value, unit, shown) => {
    expect(shownQuantity(value, unit)).toBe(shown)
  })
})

describe('readQuantity', () => {
  it('gives back what was shown, in every unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.constantFrom(...UNITS), (n, unit) => {
        const value = unit === 'percent' ? n / 100_000 : n
        const shown = shownQuantity(value, unit)
        const read = readQuantity(shown, { unit, range: WIDE, isOptional: false })
        // A second is a long decimal of an hour: six digits keep it to 4 milliseconds.
        expect(read.kind === 'ready' ? read.value : Number.NaN).toBeCloseTo(value, 1)
      }),
    )
  })

  it('takes an empty field for no target where there may be none, else asks for one', () => {
    const options = { unit: 'second', range: WIDE } as const
    expect(readQuantity('', { ...options, isOptional: true })).toEqual({
      kind: 'ready',
      value: null,
    })
    expect(readQuantity('', { ...options, isOptional: false })).toEqual({ kind: 'missing' })
  })

  it.each([
    [1, 'ready'],
    [100, 'ready'],
    [0.99, 'outside'],
    [100.1, 'outside'],
    ['-', 'outside'],
  ] as const)('finds %s per cent to be %s of 0.01 to 1', (typed, kind) => {
    const range = { min: 0.01, max: 1 }
    expect(readQuantity(typed, { unit: 'percent', range, isOptional: false }).kind).toBe(kind)
  })
})
