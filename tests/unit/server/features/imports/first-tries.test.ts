import { describe, expect, it } from 'vitest'

import { firstTryShare } from '#server/features/imports/first-tries.service.ts'

const HALF_HOUR_MS = 1_800_000

function history(abandoned: readonly number[]) {
  return {
    startMs: Float64Array.from(abandoned, (_, at) => at * HALF_HOUR_MS),
    offered: Float64Array.from(abandoned, () => 100),
    abandoned: Float64Array.from(abandoned),
    intervalSeconds: 1800,
  }
}

describe('firstTryShare', () => {
  it('takes the redials of the lost out of the offered', () => {
    const lost = Array.from({ length: 200 }, () => 10)
    // In the long run each interval has 0.5 · 10 redials among its 100.
    const share = firstTryShare(history(lost), { redialShare: 0.5, redialSeconds: 300 })
    expect(share).toBeCloseTo(0.95, 2)
  })

  it('is 1 where nobody tries again, where nobody is lost, and where the lost are not known', () => {
    expect(firstTryShare(history([10, 10]), { redialShare: 0, redialSeconds: 60 })).toBe(1)
    expect(firstTryShare(history([0, 0]), { redialShare: 0.5, redialSeconds: null })).toBe(1)
    const unknown = history([Number.NaN, Number.NaN])
    expect(firstTryShare(unknown, { redialShare: 0.5, redialSeconds: null })).toBe(1)
    expect(firstTryShare(history([]), { redialShare: 0.5, redialSeconds: null })).toBe(1)
  })
})
