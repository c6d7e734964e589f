import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { shareOfDays } from '#forecasting/staffing/share-of-days.ts'

describe('shareOfDays', () => {
  it('is the share of all the time, with a band by how the days differ', () => {
    const days = Array.from({ length: 10 }, (_, d) => ({ part: d % 2 === 0 ? 5 : 15, whole: 100 }))
    const found = shareOfDays(days)
    if (found.kind !== 'estimated') throw new Error(found.kind)
    expect(found.share).toBe(0.1)
    // By hand: √(10 × 25 × 10/9) / 1000 = 0.01667; logit(0.1) ± 1.96 × 0.01667 / 0.09.
    expect(found.low).toBeCloseTo(0.0717, 4)
    expect(found.high).toBeCloseTo(0.1377, 4)
  })

  it('says that a week is too few, and counts only days on which there was anything', () => {
    const day = { part: 1, whole: 10 }
    const idle = { part: 0, whole: 0 }
    const week = [...Array.from({ length: 7 }, () => day), ...Array.from({ length: 7 }, () => idle)]
    expect(shareOfDays(week)).toEqual({ kind: 'too_few_days', days: 7 })
  })

  it('refuses a part that is larger than its whole', () => {
    expect(() => shareOfDays([{ part: 2, whole: 1 }])).toThrow(RangeError)
  })

  it('holds its share within its band, whatever the unit of time', () => {
    const day = fc
      .record({
        whole: fc.integer({ min: 1, max: 500 }),
        of: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ whole, of }) => ({ whole, part: whole * of }))
    fc.assert(
      fc.property(fc.array(day, { minLength: 10, maxLength: 60 }), (days) => {
        const found = shareOfDays(days)
        const hours = shareOfDays(
          days.map(({ part, whole }) => ({ part: part / 60, whole: whole / 60 })),
        )
        if (found.kind !== 'estimated' || hours.kind !== 'estimated') throw new Error('too few')
        expect(found.low).toBeLessThanOrEqual(found.share + 1e-12)
        expect(found.high).toBeGreaterThanOrEqual(found.share - 1e-12)
        expect(hours.share).toBeCloseTo(found.share, 9)
        expect(hours.high).toBeCloseTo(found.high, 6)
      }),
    )
  })
})
