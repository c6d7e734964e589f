import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { EpochMs } from '#forecasting/kernel/units.ts'
import { requireFirstTries } from '#forecasting/staffing/require-first-tries.ts'
import { type QueueSettings, requireStaff } from '#forecasting/staffing/require-staff.ts'

const SETTINGS: QueueSettings = {
  intervalSeconds: 1800,
  targets: { abandonShare: 0.1 },
  patienceSeconds: 180,
  concurrency: 1,
  shrinkagePlanned: 0,
  shrinkageUnplanned: 0,
}
const intervals = [120, 90, 60].map((contacts, t) => ({
  startMs: (t * 1_800_000) as EpochMs,
  contacts,
  handleSeconds: 300,
  isOpen: true,
}))

describe('requireFirstTries', () => {
  it('plans for first tries and the redials that its own agents leave', () => {
    const { required, contacts } = requireFirstTries(intervals, SETTINGS, {
      share: 0.8,
      redialShare: 0.5,
    })
    contacts.forEach((count, t) => {
      const first = 0.8 * (intervals[t]?.contacts ?? 0)
      // a₀ / (1 − r·P): off by what one whole agent more or fewer loses.
      const settled = first / (1 - 0.5 * (required[t]?.abandonShare ?? 0))
      expect(Math.abs(count / settled - 1)).toBeLessThan(0.02)
      expect(count).toBeLessThan(intervals[t]?.contacts ?? 0)
    })
    const offered = requireStaff(intervals, SETTINGS)
    expect(required[0]?.agents).toBeLessThan(offered[0]?.agents ?? 0)
  })

  it('is the plain requirement where every contact is a first try and nobody tries again', () => {
    const plain = requireStaff(intervals, SETTINGS)
    const { required, contacts } = requireFirstTries(intervals, SETTINGS, {
      share: 1,
      redialShare: 0,
    })
    expect(required).toEqual(plain)
    expect(contacts).toEqual([120, 90, 60])
  })

  it('never plans for fewer than the first tries', () => {
    const ratio = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(ratio, ratio, (share, redialShare) => {
        const { contacts } = requireFirstTries(intervals, SETTINGS, { share, redialShare })
        contacts.forEach((count, t) => {
          expect(count).toBeGreaterThanOrEqual(share * (intervals[t]?.contacts ?? 0))
        })
      }),
      { numRuns: 30 },
    )
  })
})
