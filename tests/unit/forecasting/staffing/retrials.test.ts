import { describe, expect, it } from 'vitest'

import { evaluateErlangA } from '#forecasting/staffing/erlang-a.ts'
import {
  estimateRedialShare,
  firstTries,
  loadWithRetrials,
} from '#forecasting/staffing/retrials.ts'

import { overRuns, settled, steadyCentre, steadyQueue } from '../../../support/steady-centre.ts'

describe('loadWithRetrials', () => {
  const lostAt = (agents: number) => (erlangs: number) =>
    evaluateErlangA({ agents, offeredErlangs: erlangs, handleSeconds: 300, patienceSeconds: 180 })
      .abandonShare

  // A long pause makes redials as good as fresh: the fixed point then lies within 0.3 % of what is
  // simulated, as others found.
  it('is within 0.3 % of the simulated load', () => {
    const load = loadWithRetrials(40, 0.5, lostAt(38))
    const queue = steadyQueue(40, 300, {
      patienceSeconds: 180,
      redialShare: 0.5,
      redialSeconds: 1200,
    })
    const one = { of: 0, count: 1 }
    const offered = overRuns(steadyCentre([queue], [{ queues: [0], agents: 38 }]), 200, (tally) =>
      settled(tally.offered, one),
    )
    // 50 intervals after the warm-up.
    const simulated = (offered.mean * 300) / (50 * 1800)
    expect(Math.abs(load / simulated - 1)).toBeLessThan(0.003)
    expect(load).toBeGreaterThan(41)
  })

  it('leaves a load alone when nobody tries again, or nobody gives up', () => {
    expect(loadWithRetrials(40, 0, lostAt(38))).toBe(40)
    expect(loadWithRetrials(40, 0.5, () => 0)).toBe(40)
    expect(() => loadWithRetrials(40, 1, () => 0)).toThrow(RangeError)
  })
})

describe('firstTries', () => {
  it('takes out the redials that earlier intervals send, and no more in all than there are', () => {
    const settings = { redialShare: 0.5, redialSeconds: 1800, intervalSeconds: 1800 }
    const tried = [
      { offered: 100, abandoned: 20 },
      { offered: 100, abandoned: 0 },
      ...Array.from({ length: 30 }, () => ({ offered: 50, abandoned: 0 })),
    ]
    const first = firstTries(tried, settings)
    // Ten try again, after a mean pause of one interval: 1/e of them within the one they gave up in.
    expect(first[0]).toBeCloseTo(100 - 10 / Math.E, 9)
    const removed = first.reduce((sum, count, t) => sum + (tried[t]?.offered ?? 0) - count, 0)
    expect(removed).toBeCloseTo(10, 6)
  })
})

describe('estimateRedialShare', () => {
  it('is a share, once enough have given up', () => {
    const found = estimateRedialShare({ abandoned: 200, followed: 90 })
    expect(found?.share).toBe(0.45)
    // Wilson's interval for 90 of 200, as the formula gives it by hand: (0.3826, 0.5193).
    expect(found?.low).toBeCloseTo(0.3826, 3)
    expect(found?.high).toBeCloseTo(0.5193, 3)
    expect(estimateRedialShare({ abandoned: 30, followed: 0 })).toMatchObject({ share: 0, low: 0 })
    expect(estimateRedialShare({ abandoned: 24, followed: 3 })).toBeUndefined()
    expect(() => estimateRedialShare({ abandoned: 2, followed: 3 })).toThrow(RangeError)
  })
})
