import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { blockingProbability, logBlockingProbability } from '#forecasting/staffing/erlang-b.ts'

/** Reference values at 20 digits, computed with 320-bit arithmetic (`meta` in the file tells how). */
const VECTORS = JSON.parse(readFileSync('fixtures/staffing/vectors.json', 'utf8')) as {
  readonly erlangB: readonly { a: number; s: number; B: string; lnB: string }[]
  readonly erlangBReal: readonly { a: number; s: number; B: string }[]
}
/** Below this the file says to compare logarithms. */
const SMALLEST = 1e-300

const load = fc.double({ min: 0.01, max: 2000, noNaN: true })
const servers = fc.double({ min: 0, max: 3000, noNaN: true })

describe('blockingProbability', () => {
  it('keeps eleven digits to ten thousand Erlangs and nine beyond', () => {
    for (const { a, s, B } of VECTORS.erlangB.filter((vector) => Number(vector.B) > SMALLEST)) {
      const bound = a <= 1e4 && s <= 1e5 ? 1e-11 : 1e-9
      const error = Math.abs(blockingProbability(s, a) / Number(B) - 1)
      expect({ a, s, isWithin: error < bound }).toEqual({ a, s, isWithin: true })
    }
  })

  it('keeps eleven digits for a fractional number of servers', () => {
    for (const { a, s, B } of VECTORS.erlangBReal) {
      const error = Math.abs(blockingProbability(s, a) / Number(B) - 1)
      expect({ a, s, isWithin: error < 1e-11 }).toEqual({ a, s, isWithin: true })
    }
  })

  // The recursion B(s) = a·B(s−1) / (s + a·B(s−1)) holds for every real s ≥ 1 (Jagerman 1974).
  it('obeys the recursion between one server and the next, whole or not', () => {
    fc.assert(
      fc.property(servers, load, (fewer, erlangs) => {
        const before = erlangs * blockingProbability(fewer, erlangs)
        const expected = before / (fewer + 1 + before)
        fc.pre(expected > SMALLEST)
        expect(blockingProbability(fewer + 1, erlangs) / expected).toBeCloseTo(1, 10)
      }),
    )
  })

  it.each([
    ['everybody is blocked without servers', 0, 3, 1],
    ['even if nobody calls', 0, 0, 1],
    ['nobody is blocked when nobody calls', 2, 0, 0],
  ])('%s', (_, count, erlangs, expected) => {
    expect(blockingProbability(count, erlangs)).toBe(expected)
  })

  it.each([
    ['servers', -1, 1],
    ['servers', Infinity, 1],
    ['offeredErlangs', 1, -1],
    ['offeredErlangs', 1, Number.NaN],
    ['offeredErlangs', 1, 1e8],
  ])('names %s when it is out of range (%d, %d)', (name, count, erlangs) => {
    expect(() => blockingProbability(count, erlangs)).toThrow(new RegExp(`^${name} must be`))
  })
})

describe('logBlockingProbability', () => {
  it('keeps eleven digits where the probability is below every double', () => {
    const tiny = VECTORS.erlangB.filter((vector) => Number(vector.B) <= SMALLEST)
    expect(tiny.length).toBeGreaterThan(10)
    for (const { a, s, lnB } of tiny) {
      expect(Math.abs(logBlockingProbability(s, a) / Number(lnB) - 1)).toBeLessThan(1e-11)
    }
  })
})
