import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { stillWaiting } from '#forecasting/staffing/still-waiting.ts'

describe('stillWaiting', () => {
  // Remission times of the treated in Freireich et al. (1963), the usual example of textbooks
  // (Kalbfleisch & Prentice, table 1.1): weeks, with relapses as those who gave up.
  const TREATED = [
    [6, 3, 1],
    [7, 1, 0],
    [9, 0, 1],
    [10, 1, 1],
    [11, 0, 1],
    [13, 1, 0],
    [16, 1, 0],
    [17, 0, 1],
    [19, 0, 1],
    [20, 0, 1],
    [22, 1, 0],
    [23, 1, 0],
    [25, 0, 1],
    [32, 0, 2],
    [34, 0, 1],
    [35, 0, 1],
  ].map(([seconds = 0, abandoned = 0, answered = 0]) => ({ seconds, abandoned, answered }))

  it('is the published estimate of the usual example', () => {
    const found = stillWaiting(TREATED, [5, 6, 7, 10, 13, 16, 22, 23])
    // 1 − 3/21 = 0.857, × 16/17 = 0.807, × 14/15 = 0.753, then 0.690, 0.627, 0.538, 0.448.
    const expected = [1, 0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448]
    found.forEach(({ share }, at) => expect(share).toBeCloseTo(expected[at] ?? NaN, 3))
    // The log(−log) band at 10 weeks, as R's survfit(conf.type = "log-log") prints it.
    expect(found[3]?.low).toBeCloseTo(0.503, 3)
    expect(found[3]?.high).toBeCloseTo(0.889, 3)
  })

  it('says nothing of waits longer than any that is known', () => {
    expect(stillWaiting(TREATED, [30, 60]).map(({ seconds }) => seconds)).toEqual([30])
    expect(stillWaiting([], [10])).toEqual([])
  })

  it('never rises, and holds its share within its band', () => {
    const counts = fc.record({ abandoned: fc.nat(20), answered: fc.nat(20) })
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 60 }), (rows) => {
        const waits = rows.map((row, seconds) => ({ seconds, ...row }))
        const found = stillWaiting(
          waits,
          rows.map((_, seconds) => seconds),
        )
        found.forEach(({ share, low, high }, at) => {
          expect(share).toBeLessThanOrEqual(found[at - 1]?.share ?? 1)
          expect(low).toBeLessThanOrEqual(share)
          expect(share).toBeLessThanOrEqual(high)
        })
      }),
    )
  })
})
