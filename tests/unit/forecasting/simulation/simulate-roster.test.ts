import { describe, expect, it } from 'vitest'

import { mulberry32 } from '#forecasting/kernel/random.ts'
import { periodOutcome } from '#forecasting/simulation/period-chance.ts'
import {
  type JudgedLine,
  keptChance,
  NO_CONTACTS,
  promiseSums,
  spanOutcome,
} from '#forecasting/simulation/roster-outcomes.ts'
import { type Roster, simulateRoster } from '#forecasting/simulation/simulate-roster.ts'
import { evaluateErlangC } from '#forecasting/staffing/erlang-c.ts'

import { steadyQueue } from '../../../support/steady-centre.ts'

const INTERVAL_SECONDS = 1800
const INTERVALS = 60
const DAY = INTERVALS / 2
const LINE: JudgedLine = {
  queues: [{ index: 0, asaSeconds: 60, abandonShare: 1, serviceShare: 0 }],
  occupancyColumn: 0,
}
/** The first hours, which begin empty, do not count. */
const SETTLED = { from: 10, to: INTERVALS }

function roster(part: {
  readonly people: number
  readonly cv?: number
  readonly absentChance?: number
}): Roster {
  const { people, cv = 0, absentChance = 0 } = part
  const whole = { fromSeconds: 0, toSeconds: INTERVALS * INTERVAL_SECONDS }
  return {
    intervalSeconds: INTERVAL_SECONDS,
    dayStarts: [0, DAY],
    queues: [{ ...steadyQueue(10, 300), doubt: { dayCv: [cv, cv], dayCorrelation: 0 } }],
    groups: [
      {
        queues: [0],
        reserve: 0,
        chatSpeeds: [1],
        shifts: Array.from({ length: people }, () => ({
          ...whole,
          breaks: [],
          absentChance,
          awayShare: 0,
        })),
      },
    ],
  }
}

describe('simulateRoster', () => {
  it('agrees with Erlang C when nobody is away and the volume is sure', () => {
    const runs = simulateRoster(roster({ people: 12 }), { runs: 300, seed: 3 })
    const exact = evaluateErlangC({ agents: 12, offeredErlangs: 10, handleSeconds: 300 })
    const { asaSeconds, occupancy } = spanOutcome(runs, LINE, SETTLED)
    // The spread of 300 runs of 25 h leaves a standard error near 3 % of the wait.
    expect(asaSeconds.mean ?? 0).toBeGreaterThan(exact.asaSeconds * 0.88)
    expect(asaSeconds.mean ?? 0).toBeLessThan(exact.asaSeconds * 1.12)
    expect(occupancy.mean).toBeCloseTo(exact.occupancy, 2)
  })

  it('gives the same run whatever the number of runs, and stops when asked', () => {
    const few = simulateRoster(roster({ people: 12, cv: 0.1 }), { runs: 2, seed: 9 })
    const more = simulateRoster(roster({ people: 12, cv: 0.1 }), { runs: 4, seed: 9 })
    expect(more.slice(0, 2)).toEqual(few)
    const stop = { runs: 50, seed: 9, shouldStop: (done: number) => done === 3 }
    expect(simulateRoster(roster({ people: 12 }), stop)).toHaveLength(3)
  })

  it('is less sure of its promise the more the volume and the people are in doubt', () => {
    const whole = { from: 0, to: INTERVALS }
    const chance = (part: Parameters<typeof roster>[0]): number =>
      keptChance(simulateRoster(roster(part), { runs: 200, seed: 5 }), LINE, whole) ?? 0
    const sure = chance({ people: 13 })
    expect(sure).toBeGreaterThan(0.95)
    expect(chance({ people: 13, cv: 0.2 })).toBeLessThan(sure - 0.1)
    expect(chance({ people: 13, absentChance: 0.15 })).toBeLessThan(sure - 0.1)
  })

  it('puts bands in order, and adds days up to the whole', () => {
    const runs = simulateRoster(roster({ people: 12, cv: 0.1 }), { runs: 40, seed: 2 })
    const { asaSeconds } = spanOutcome(runs, LINE, SETTLED)
    const { p10, p50, p90 } = asaSeconds
    expect([p10, p50, p90]).toEqual([p10, p50, p90].toSorted((a, b) => (a ?? 0) - (b ?? 0)))
    for (const run of runs) {
      const days = [
        promiseSums(run, LINE, { from: 0, to: DAY }),
        promiseSums(run, LINE, { from: DAY, to: INTERVALS }),
      ]
      const whole = promiseSums(run, LINE, { from: 0, to: INTERVALS })
      expect(days.reduce((sum, one) => sum + one.offered, 0)).toBe(whole.offered)
      expect(days.reduce((sum, one) => sum + one.waitExcess, 0)).toBeCloseTo(whole.waitExcess, 3)
    }
  })
})

describe('periodOutcome', () => {
  const good = { ...NO_CONTACTS, offered: 100, answered: 100, waitSeconds: 3000, waitExcess: -3000 }
  const bad = { ...NO_CONTACTS, offered: 100, answered: 100, waitSeconds: 9000, waitExcess: 3000 }
  const week = (day: typeof good) => Array.from({ length: 7 }, () => day)

  it('judges what has happened alone when nothing is to come', () => {
    const ahead = { soFar: bad, weeks: [] }
    const outcome = periodOutcome([week(good)], ahead, mulberry32(1))
    expect(outcome.keptChance).toBe(0)
    expect(outcome.asaSeconds).toEqual({ mean: 90, p10: 90, p50: 90, p90: 90 })
  })

  it('lets the days to come make good what has happened, or not', () => {
    // One bad day (+3,000) needs one good one (−3,000): Saturday and Sunday are two.
    const ahead = { soFar: bad, weeks: [[5, 6]] }
    expect(periodOutcome([week(good)], ahead, mulberry32(1)).keptChance).toBe(1)
    expect(periodOutcome([week(bad)], ahead, mulberry32(1)).keptChance).toBe(0)
  })

  it('draws each week whole: half of them good keep a period of one week half the time', () => {
    const ahead = { soFar: NO_CONTACTS, weeks: [[0, 1, 2, 3, 4, 5, 6]] }
    const { keptChance: chance } = periodOutcome([week(good), week(bad)], ahead, mulberry32(1))
    // Four standard errors of 2,000 draws: 0.045.
    expect(Math.abs(chance - 0.5)).toBeLessThan(0.045)
  })
})
