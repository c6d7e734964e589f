import fc from 'fast-check'
import { expect, it } from 'vitest'

import { normalShareBelow } from '#forecasting/kernel/normal-distribution.ts'

// Abramowitz & Stegun, table 26.1.
it.each([
  [0, 0.5],
  [1, 0.841344746068543],
  [2, 0.977249868051821],
  [-1, 0.158655253931457],
])('is as tabulated at %d', (x, share) => {
  expect(normalShareBelow(x)).toBeCloseTo(share, 14)
})

it('is a share everywhere, in the tails too', () => {
  fc.assert(
    fc.property(fc.double({ min: -12, max: 12, noNaN: true }), (x) => {
      const share = normalShareBelow(x)
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
      expect(share + normalShareBelow(-x)).toBeCloseTo(1, 14)
    }),
    { numRuns: 500 },
  )
})
