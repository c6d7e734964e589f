import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { steadyCentre, settled, steadyQueue, overRuns } from '../../../support/steady-centre.ts'

/** Exact Markov chains; `fixtures/staffing` tells how they were solved. */
const VECTORS = JSON.parse(
  readFileSync(new URL('../../../../fixtures/staffing/vectors.json', import.meta.url), 'utf8'),
) as {
  readonly sbrExact: readonly {
    readonly aht: number
    readonly load: readonly [number, number]
    readonly staff: { readonly d0: number; readonly d1: number; readonly flex: number }
    readonly patience: number
    readonly flexPriority: number
    readonly pab: readonly [number, number]
    readonly occ: number
  }[]
  readonly transient: readonly {
    readonly intervalSec: number
    readonly calls: readonly number[]
    readonly staff: readonly number[]
    readonly aht: number
    readonly patience: number
    readonly intervals: readonly { readonly expAbandons: number; readonly meanBusy: number }[]
  }[]
}

describe('skills-based routing, beside the exact chain', () => {
  // Two types, a group for each and one for both, which asks its urgent type first.
  it.each(VECTORS.sbrExact)('loses what it loses: $load Erlangs, $staff', (vector) => {
    const { aht, load, staff, patience, flexPriority, pab } = vector
    const queues = load.map((erlangs, index) =>
      steadyQueue(erlangs, aht, {
        patienceSeconds: patience,
        priority: index === flexPriority ? 0 : 1,
      }),
    )
    const centre = steadyCentre(queues, [
      { queues: [0], agents: staff.d0 },
      { queues: [1], agents: staff.d1 },
      { queues: [0, 1], agents: staff.flex },
    ])
    for (const index of [0, 1]) {
      const of = { of: index, count: 2 }
      const { mean, error } = overRuns(
        centre,
        24,
        ({ abandoned, offered }) => settled(abandoned, of) / settled(offered, of),
      )
      expect(Math.abs(mean - (pab[index] ?? 0)) / error).toBeLessThan(3.5)
    }
  })
})

describe('days that begin empty, beside the exact chain', () => {
  it.each(VECTORS.transient)('are as busy and lose as much: $staff agents', (vector) => {
    const { intervalSec, calls, staff, aht, patience, intervals } = vector
    const centre = {
      intervalSeconds: intervalSec,
      volumeCv: 0,
      queues: [
        {
          ...steadyQueue(0, aht, { patienceSeconds: patience }),
          contacts: calls,
          handleSeconds: calls.map(() => aht),
        },
      ],
      groups: [
        {
          queues: [0],
          reserve: 0,
          chatSpeeds: [1],
          levels: staff.map((agents, t) => ({ atSeconds: t * intervalSec, agents })),
        },
      ],
    }
    for (const [t, { meanBusy }] of intervals.entries()) {
      const busy = overRuns(centre, 400, (tally) => (tally.busySeconds[t] ?? 0) / intervalSec)
      expect(Math.abs(busy.mean - meanBusy) / busy.error).toBeLessThan(3.5)
    }
    const lost = overRuns(centre, 400, ({ abandoned }) => abandoned.reduce((a, b) => a + b, 0))
    const exact = intervals.reduce((sum, { expAbandons }) => sum + expAbandons, 0)
    expect(Math.abs(lost.mean - exact) / lost.error).toBeLessThan(3.5)
  })
})
