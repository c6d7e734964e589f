import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  factorInPlace,
  solveLower,
  solveLowerTogether,
  solveUpper,
} from '#forecasting/kernel/cholesky.ts'

/** A Aᵀ + I: positive definite whatever A is. */
function definite(a: readonly (readonly number[])[]): number[][] {
  return a.map((row, i) =>
    a.map((other, j) => row.reduce((sum, x, k) => sum + x * (other[k] ?? 0), i === j ? 1 : 0)),
  )
}
const lower = (matrix: readonly (readonly number[])[]): Float64Array[] =>
  matrix.map((row, i) => Float64Array.from(row.slice(0, i + 1)))

const matrices = fc.integer({ min: 1, max: 14 }).chain((n) =>
  fc.array(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: n, maxLength: n }), {
    minLength: n,
    maxLength: n,
  }),
)

describe('cholesky', () => {
  // By hand: [[4, 2], [2, 10]] = L Lᵀ with L = [[2, 0], [1, 3]].
  it('factors a matrix known by hand', () => {
    const [first, second] = factorInPlace([Float64Array.of(4), Float64Array.of(2, 10)])
    expect(first).toEqual(Float64Array.of(2))
    expect(second).toEqual(Float64Array.of(1, 3))
  })

  it('solves K x = b for any positive definite K', () => {
    fc.assert(
      fc.property(matrices, (a) => {
        const matrix = definite(a)
        const b = Float64Array.from(matrix, (_, i) => i - 1)
        const factor = factorInPlace(lower(matrix))
        const x = solveUpper(factor, solveLower(factor, b))
        matrix.forEach((row, i) => {
          const product = row.reduce((sum, entry, j) => sum + entry * (x[j] ?? 0), 0)
          expect(product).toBeCloseTo(b[i] ?? 0, 6)
        })
      }),
    )
  })

  it('solves for many at once what it solves for each', () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: 1, max: 6 }), (a, count) => {
        const factor = factorInPlace(lower(definite(a)))
        const sides = Array.from({ length: count }, (_, place) =>
          Float64Array.from(a, (_row, i) => Math.sin(7 * place + i)),
        )
        const alone = sides.map((side) => solveLower(factor, side))
        solveLowerTogether(factor, sides)
        sides.forEach((side, place) => {
          side.forEach((x, i) => expect(x).toBeCloseTo(alone[place]?.[i] ?? Number.NaN, 9))
        })
      }),
    )
  })

  it('refuses a matrix that is not positive definite', () => {
    expect(() => factorInPlace([Float64Array.of(1), Float64Array.of(2, 1)])).toThrow(RangeError)
  })
})
