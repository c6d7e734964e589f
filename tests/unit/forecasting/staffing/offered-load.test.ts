import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { mulberry32 } from '#forecasting/kernel/random.ts'
import { compileCentre } from '#forecasting/simulation/compiled-centre.ts'
import { drawTraffic } from '#forecasting/simulation/draw-traffic.ts'
import { simulateRun } from '#forecasting/simulation/simulation-run.ts'
import { offeredLoad } from '#forecasting/staffing/offered-load.ts'
import { requiredAgents } from '#forecasting/staffing/required-agents.ts'

const work = fc.array(
  fc.record({
    contacts: fc.double({ min: 0, max: 500, noNaN: true }),
    handleSeconds: fc.double({ min: 1, max: 5000, noNaN: true }),
  }),
  { minLength: 1, maxLength: 40 },
)

describe('offeredLoad', () => {
  it('does all the work that arrives, then or later', () => {
    fc.assert(
      fc.property(work, (intervals) => {
        const loads = offeredLoad(intervals, { intervalSeconds: 900 })
        const done = loads.reduce((sum, { meanErlangs }) => sum + 900 * meanErlangs, 0)
        // What is in hand at the end is left: its remaining time is at most the longest mean.
        const came = intervals.reduce((sum, one) => sum + one.contacts * one.handleSeconds, 0)
        // Of contacts below 1e-308 a double keeps no relative precision: [{ contacts: 2e-323, … }] once failed.
        expect(done).toBeLessThanOrEqual(came * (1 + 1e-9) + 1e-300)
        const left = (loads.at(-1)?.endErlangs ?? 0) * 5000
        expect(done + left).toBeGreaterThanOrEqual(came * (1 - 1e-9) - 1e-6)
      }),
      { examples: [[[{ contacts: 2e-323, handleSeconds: 112.625 }]]] },
    )
  })

  it('is the plain load once a level has lasted', () => {
    const level = Array.from({ length: 30 }, () => ({ contacts: 60, handleSeconds: 600 }))
    expect(offeredLoad(level, { intervalSeconds: 900 }).at(-1)?.meanErlangs).toBeCloseTo(40, 9)
    const constant = offeredLoad(level, { intervalSeconds: 900, handleCv: 0 })
    // Constant handle times: a mean over the first interval of ∫ λ·min(t, 600) dt / 900.
    expect(constant[0]?.meanErlangs).toBeCloseTo(((60 / 900) * (600 ** 2 / 2 + 600 * 300)) / 900, 9)
    expect(constant[1]?.meanErlangs).toBeCloseTo(40, 9)
  })
})

// The day of the peers' case: two peaks, handle time 600 s in 15-minute intervals, patience 600 s.
// Arrivals change within an interval too, so that they are drawn by three minutes.
describe('staffing a steep morning', () => {
  const FINE = 5
  const level = (hour: number): number =>
    0.35 + 0.65 * Math.exp(-((hour - 1.8) ** 2) / 0.9) + 0.5 * Math.exp(-((hour - 6) ** 2) / 1.5)
  const peak = Math.max(...Array.from({ length: 9000 }, (_, n) => level(n / 1000)))
  const fine = Array.from(
    { length: 36 * FINE },
    (_, n) => ((50 * level((n + 0.5) / 4 / FINE)) / peak / 600) * (900 / FINE),
  )
  const contacts = Array.from({ length: 36 }, (_, t) =>
    fine.slice(t * FINE, (t + 1) * FINE).reduce((a, b) => a + b, 0),
  )
  const agentsFor = (erlangs: number): number =>
    requiredAgents(
      { offeredErlangs: erlangs, handleSeconds: 600, patienceSeconds: 600 },
      { asaSeconds: 30, abandonShare: 0.1 },
    ).agents

  /** Intervals that miss a target by more than a tenth, over 600 simulated days. */
  function missed(agents: readonly number[]): number {
    const centre = {
      intervalSeconds: 900 / FINE,
      volumeCv: 0,
      queues: [
        {
          kind: 'call' as const,
          contacts: fine,
          handleSeconds: fine.map(() => 600),
          handleCv: 1,
          patienceSeconds: 600,
          redialShare: 0,
          redialSeconds: 0,
          thresholdSeconds: 20,
          priority: 0,
        },
      ],
      groups: [
        {
          queues: [0],
          reserve: 0,
          chatSpeeds: [1],
          levels: agents.map((count, t) => ({ atSeconds: t * 900, agents: count })),
        },
      ],
    }
    const compiled = compileCentre(centre)
    const sums = contacts.map(() => ({ waited: 0, answered: 0, abandoned: 0, offered: 0 }))
    for (let seed = 0; seed < 600; seed++) {
      const tally = simulateRun(compiled, drawTraffic(centre, mulberry32(seed)), mulberry32(seed))
      sums.forEach((sum, t) => {
        for (let n = t * FINE; n < (t + 1) * FINE; n++) {
          sum.waited += tally.waitSeconds[n] ?? 0
          sum.answered += tally.answered[n] ?? 0
          sum.abandoned += tally.abandoned[n] ?? 0
          sum.offered += tally.offered[n] ?? 0
        }
      })
    }
    return sums.filter(
      ({ waited, answered, abandoned, offered }) =>
        waited > 33 * answered || abandoned > 0.11 * offered,
    ).length
  }

  it('misses at most 3 of 36 intervals by the modified offered load, and many without', () => {
    const plain = contacts.map((count) => agentsFor((count * 600) / 900))
    const work = contacts.map((count) => ({ contacts: count, handleSeconds: 600 }))
    const modified = offeredLoad(work, { intervalSeconds: 900 }).map(({ meanErlangs }) =>
      agentsFor(meanErlangs),
    )
    const hours = (agents: readonly number[]): number => agents.reduce((a, b) => a + b, 0) / 4
    expect(hours(modified)).toBeLessThanOrEqual(hours(plain))
    expect(missed(modified)).toBeLessThanOrEqual(3)
    expect(missed(plain)).toBeGreaterThanOrEqual(12)
  })
})
