import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { PredictedInterval } from '#server/features/intraday/hours/predict-hours.ts'
import { clientFigures } from '#server/features/intraday/hours/promise-gap.ts'

const PROMISED = { asaTargetSeconds: 60, lostShareTarget: 0.1 }
const WORK = { contacts: 40, intervalSeconds: 1800 }
const predicted = (change: Partial<PredictedInterval> = {}): PredictedInterval => ({
  startMs: 0,
  required: 10,
  given: 8,
  asaSeconds: 30,
  lostShare: 0.05,
  isOverloaded: false,
  ...change,
})

describe('clientFigures', () => {
  it('finds no gap where both promises are kept', () => {
    // 40 × 95 % answered × 30 s = 1140 s.
    expect(clientFigures(predicted(), PROMISED, WORK)).toEqual({
      missed: 0,
      gap: 0,
      lost: 2,
      waitHours: 1140 / 3600,
    })
  })

  it('counts contacts by how far the worse promise is missed', () => {
    // The wait is half again the promise, the loss twice: 40 × 1.
    const { gap, missed } = clientFigures(
      predicted({ asaSeconds: 90, lostShare: 0.2 }),
      PROMISED,
      WORK,
    )
    expect(gap).toBeCloseTo(40, 9)
    expect(missed).toBe(1)
  })

  it('promises nothing of the wait where no wait is promised', () => {
    const free = { ...PROMISED, asaTargetSeconds: null }
    expect(clientFigures(predicted({ asaSeconds: 900 }), free, WORK).gap).toBe(0)
  })

  it('holds a line that only grows for worse than any wait, and fewer people for worse still', () => {
    const grows = { asaSeconds: null, lostShare: null, isOverloaded: true }
    const few = clientFigures(predicted({ ...grows, given: 2 }), PROMISED, WORK)
    const more = clientFigures(predicted({ ...grows, given: 6 }), PROMISED, WORK)
    const long = clientFigures(predicted({ asaSeconds: 100_000 }), PROMISED, WORK)
    expect(few.gap).toBeGreaterThan(more.gap)
    expect(more.gap).toBeGreaterThan(long.gap)
    // Two of ten needed do a fifth of the work.
    expect(few.lost).toBeCloseTo(32, 9)
  })

  it('never gets better with a longer wait', () => {
    const wait = fc.double({ min: 0, max: 2000, noNaN: true })
    fc.assert(
      fc.property(wait, wait, (a, b) => {
        const gaps = [Math.min(a, b), Math.max(a, b)].map(
          (asaSeconds) => clientFigures(predicted({ asaSeconds }), PROMISED, WORK).gap,
        )
        expect(gaps[0]).toBeLessThanOrEqual((gaps[1] ?? 0) + 1e-9)
      }),
    )
  })
})
