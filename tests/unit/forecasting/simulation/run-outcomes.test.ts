import { describe, expect, it } from 'vitest'

import { mulberry32 } from '#forecasting/kernel/random.ts'
import {
  everyInterval,
  occupancyOf,
  promiseKept,
  queueOutcome,
} from '#forecasting/simulation/run-outcomes.ts'
import { emptyTally, type RunTally } from '#forecasting/simulation/run-tally.ts'
import { shiftLevels } from '#forecasting/simulation/shift-levels.ts'

/** One interval, one queue, one group. */
function tallyOf(figures: {
  readonly offered: number
  readonly answered: number
  readonly waitSeconds: number
}): RunTally {
  const tally = emptyTally({ intervals: 1, queues: 1, groups: 1 })
  tally.offered[0] = figures.offered
  tally.answered[0] = figures.answered
  tally.abandoned[0] = figures.offered - figures.answered
  tally.waitSeconds[0] = figures.waitSeconds
  tally.staffedSeconds[0] = 1000
  tally.busySeconds[0] = 800
  return tally
}

const quiet = tallyOf({ offered: 10, answered: 10, waitSeconds: 0 })
const loud = tallyOf({ offered: 30, answered: 20, waitSeconds: 3000 })

describe('queueOutcome', () => {
  it('weighs every contact alike, and shows the runs as a band', () => {
    const { asaSeconds, abandonShare } = queueOutcome([quiet, loud], { intervals: [0], of: [0] })
    // 3,000 s over 30 answered; 0 s and 150 s in the two runs, a twentieth of the way in at each end.
    expect(asaSeconds).toEqual({ mean: 100, low: 7.5, high: 142.5 })
    expect(abandonShare.mean).toBe(10 / 40)
  })

  it('says nothing where nobody called', () => {
    const none = emptyTally({ intervals: 1, queues: 1, groups: 1 })
    const { asaSeconds, offered } = queueOutcome([none], {
      intervals: everyInterval(none),
      of: [0],
    })
    expect(asaSeconds.mean).toBeNull()
    expect(offered.mean).toBe(0)
    expect(occupancyOf([quiet], { intervals: [0], of: [0] }).mean).toBe(0.8)
  })
})

describe('promiseKept', () => {
  const of = { queues: [0], promise: { asaSeconds: 60, abandonShare: 0.3 } }

  it('is the share of runs that keep it', () => {
    const random = mulberry32(1)
    expect(promiseKept([quiet, loud, quiet, quiet], of, { periods: 1, random })).toBe(0.75)
  })

  // Two periods of four drawn: kept by quiet twice (9/16), not by loud twice; once each waits
  // 3,000 s over 30. So 9/16 of the periods, to within three standard errors of 2,000 drawn.
  it('puts longer periods together from the runs', () => {
    const random = mulberry32(1)
    const kept = promiseKept([quiet, loud, quiet, quiet], of, { periods: 2, random })
    expect(Math.abs(kept - 9 / 16)).toBeLessThan(0.033)
  })
})

describe('shiftLevels', () => {
  it('counts people as shifts begin and end and breaks are taken', () => {
    const levels = shiftLevels([
      { fromSeconds: -600, toSeconds: 3600, people: 2, breaks: [] },
      {
        fromSeconds: 1800,
        toSeconds: 7200,
        people: 3,
        breaks: [{ fromSeconds: 3600, toSeconds: 4500 }],
      },
    ])
    expect(levels).toEqual([
      { atSeconds: 0, agents: 2 },
      { atSeconds: 1800, agents: 5 },
      { atSeconds: 3600, agents: 0 },
      { atSeconds: 4500, agents: 3 },
      { atSeconds: 7200, agents: 0 },
    ])
  })

  it('refuses a span that ends before it begins', () => {
    const shift = { fromSeconds: 10, toSeconds: 5, people: 1, breaks: [] }
    expect(() => shiftLevels([shift])).toThrow(RangeError)
  })
})
