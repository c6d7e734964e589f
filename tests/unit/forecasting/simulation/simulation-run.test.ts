import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { mulberry32 } from '#forecasting/kernel/random.ts'
import { compileCentre } from '#forecasting/simulation/compiled-centre.ts'
import { drawTraffic } from '#forecasting/simulation/draw-traffic.ts'
import type { RunTally } from '#forecasting/simulation/run-tally.ts'
import type { SimulatedCentre } from '#forecasting/simulation/simulated-centre.ts'
import { simulateRun } from '#forecasting/simulation/simulation-run.ts'
import { evaluateErlangA } from '#forecasting/staffing/erlang-a.ts'

import { overRuns, settled, steadyCentre, steadyQueue } from '../../../support/steady-centre.ts'

interface Vector {
  readonly s: number
  readonly a: number
  readonly aht: number
  readonly T: number
  readonly patience: number
  readonly pwait: string
  readonly asa: string
  readonly psl: string
  readonly pab: string
  readonly asaServed: string
  readonly slExclShortAb: string
  readonly occ: string
}

const vectors = JSON.parse(
  readFileSync(new URL('../../../../fixtures/staffing/vectors.json', import.meta.url), 'utf8'),
) as { readonly erlangC: readonly Vector[]; readonly erlangA: readonly Vector[] }

const RUNS = 24
const ONE = { of: 0, count: 1 }
const share = (part: Float64Array, whole: Float64Array): number =>
  settled(part, ONE) / settled(whole, ONE)

/** Cases that a day can tell from their neighbours: waiting is neither rare nor endless. */
const isTellable = ({ s, a, pwait }: Vector): boolean =>
  a >= 2 && a <= 60 && Number(pwait) > 0.05 && Number(pwait) < 0.9 && (s - a) / s > 0.03

/** How many standard errors of the mean lie between runs and an exact figure. */
function distance(
  centre: SimulatedCentre,
  figureOf: (tally: RunTally) => number,
  exact: number,
): number {
  const { mean, error } = overRuns(centre, RUNS, figureOf)
  return Math.abs(mean - exact) / error
}

describe('a run, beside the exact formulas', () => {
  const cases = vectors.erlangC.filter(isTellable).slice(0, 6)

  it('has cases to agree with', () => {
    expect(cases.length).toBeGreaterThanOrEqual(3)
  })

  it.each(cases)('waits as Erlang C: $s agents, $a Erlangs, AHT $aht s', (vector) => {
    const queue = steadyQueue(vector.a, vector.aht, { thresholdSeconds: vector.T })
    const centre = steadyCentre([queue], [{ queues: [0], agents: vector.s }])
    expect(
      distance(centre, (tally) => share(tally.waited, tally.offered), Number(vector.pwait)),
    ).toBeLessThan(3.5)
    expect(
      distance(centre, (tally) => share(tally.waitSeconds, tally.answered), Number(vector.asa)),
    ).toBeLessThan(3.5)
    expect(
      distance(centre, (tally) => share(tally.inTime, tally.offered), Number(vector.psl)),
    ).toBeLessThan(3.5)
    expect(
      distance(
        centre,
        (tally) => share(tally.busySeconds, tally.staffedSeconds),
        Number(vector.occ),
      ),
    ).toBeLessThan(3.5)
  })

  const impatient = vectors.erlangA
    .filter(
      ({ s, a, pab }) => a >= 2 && a <= 60 && Number(pab) > 0.01 && Number(pab) < 0.4 && s > 1,
    )
    // A longer patience takes longer to settle than a run lasts.
    .filter(({ patience }) => patience <= 600)
    .filter((_, index) => index % 9 === 0)
    .slice(0, 8)

  it.each(impatient)('loses as Erlang A: $s agents, $a Erlangs, patience $patience s', (vector) => {
    const queue = steadyQueue(vector.a, vector.aht, {
      patienceSeconds: vector.patience,
      thresholdSeconds: vector.T,
    })
    const centre = steadyCentre([queue], [{ queues: [0], agents: vector.s }])
    expect(
      distance(centre, (tally) => share(tally.abandoned, tally.offered), Number(vector.pab)),
    ).toBeLessThan(3.5)
    expect(
      distance(
        centre,
        (tally) => share(tally.waitSeconds, tally.answered),
        Number(vector.asaServed),
      ),
    ).toBeLessThan(3.5)
    const excludingShort = (tally: RunTally): number =>
      settled(tally.inTime, ONE) /
      (settled(tally.offered, ONE) - settled(tally.shortAbandoned, ONE))
    expect(distance(centre, excludingShort, Number(vector.slExclShortAb))).toBeLessThan(3.5)
  })

  // The control: an agent too many must be seen, else the tests above could not fail.
  it('does not agree with one agent more', () => {
    const vector = impatient[0] as Vector
    const queue = steadyQueue(vector.a, vector.aht, { patienceSeconds: vector.patience })
    const centre = steadyCentre([queue], [{ queues: [0], agents: vector.s + 1 }])
    const { mean, error } = overRuns(centre, RUNS, (tally) => share(tally.abandoned, tally.offered))
    expect(Math.abs(mean - Number(vector.pab)) / error).toBeGreaterThan(3.5)
  })
})

describe('a run of several queues and groups', () => {
  // Nobody serves both queues: each is an Erlang A of its own.
  it('keeps queues apart that share nobody', () => {
    const patience = { patienceSeconds: 180 }
    const centre = steadyCentre(
      [steadyQueue(10, 300, patience), steadyQueue(20, 200, patience)],
      [
        { queues: [1], agents: 19 },
        { queues: [0], agents: 10 },
      ],
    )
    for (const [index, erlangs, handleSeconds, agents] of [
      [0, 10, 300, 10],
      [1, 20, 200, 19],
    ] as const) {
      const of = { of: index, count: 2 }
      const lost = overRuns(
        centre,
        RUNS,
        ({ abandoned, offered }) => settled(abandoned, of) / settled(offered, of),
      )
      const exact = evaluateErlangA({
        agents,
        offeredErlangs: erlangs,
        handleSeconds,
        ...patience,
      }).abandonShare
      expect(Math.abs(lost.mean - exact) / lost.error).toBeLessThan(3.5)
    }
  })

  // Two queues alike, served by one group, in the order of arrival: one queue of both loads.
  it('pools queues that one group serves', () => {
    const queue = steadyQueue(15, 240, { patienceSeconds: 300 })
    const centre = steadyCentre([queue, queue], [{ queues: [0, 1], agents: 30 }])
    const lost = overRuns(centre, RUNS, ({ abandoned, offered }) => {
      const both = [0, 1].map((index) => ({ of: index, count: 2 }))
      const total = (column: Float64Array) => both.reduce((sum, of) => sum + settled(column, of), 0)
      return total(abandoned) / total(offered)
    })
    const pooled = { agents: 30, offeredErlangs: 30, handleSeconds: 240, patienceSeconds: 300 }
    const exact = evaluateErlangA(pooled).abandonShare
    expect(Math.abs(lost.mean - exact) / lost.error).toBeLessThan(3.5)
  })

  it('serves the urgent queue first', () => {
    const urgent = steadyQueue(6, 300, { patienceSeconds: 300 })
    const other = { ...urgent, priority: 1 }
    const centre = steadyCentre([other, urgent], [{ queues: [0, 1], agents: 11 }])
    const lost = [0, 1].map(
      (index) =>
        overRuns(centre, 4, ({ abandoned, offered }) => {
          const of = { of: index, count: 2 }
          return settled(abandoned, of) / settled(offered, of)
        }).mean,
    )
    expect(lost[1]).toBeLessThan((lost[0] ?? 0) / 2)
  })

  it('does letters in spare time, and loses fewer calls when some stay free for them', () => {
    const calls = steadyQueue(8, 300, { patienceSeconds: 180 })
    const letters = steadyQueue(2, 200, { kind: 'deferred', thresholdSeconds: 14_400 })
    const group = { queues: [0, 1], agents: 13 }
    const centre = steadyCentre([calls, letters], [group])
    const of = { of: 1, count: 2 }
    const done = overRuns(
      centre,
      8,
      (tally) => settled(tally.inTime, of) / settled(tally.offered, of),
    )
    expect(done.mean).toBeGreaterThan(0.99)
    const lost = (reserve: number): number =>
      overRuns(steadyCentre([calls, letters], [{ ...group, reserve }]), 8, (tally) =>
        settled(tally.abandoned, { of: 0, count: 2 }),
      ).mean
    expect(lost(3)).toBeLessThan(lost(0))
  })
})

describe('a run with chats', () => {
  // An event simulation by others lost 1.41 %; servers in place of slots would lose 2.50 %.
  it('loses what others found for three slots and ten agents', () => {
    const queue = steadyQueue(16, 300, { kind: 'chat', patienceSeconds: 75 })
    const group = { queues: [0], agents: 10, chatSpeeds: [1, 1.6, 2] }
    const { mean, error } = overRuns(steadyCentre([queue], [group]), RUNS, (tally) =>
      share(tally.abandoned, tally.offered),
    )
    expect(Math.abs(mean - 0.0141)).toBeLessThan(3.5 * error + 0.0001)
  })

  it('loses fewer where operators hold two, though they work no faster', () => {
    const queue = steadyQueue(16, 300, { kind: 'chat', patienceSeconds: 75 })
    const { mean, error } = overRuns(
      steadyCentre([queue], [{ queues: [0], agents: 17, chatSpeeds: [1, 1] }]),
      RUNS,
      (tally) => share(tally.abandoned, tally.offered),
    )
    // Two chats at the speed of one: twice the places, the same total speed.
    const call = { agents: 17, offeredErlangs: 16, handleSeconds: 300, patienceSeconds: 75 }
    expect(mean + 3.5 * error).toBeLessThan(evaluateErlangA(call).abandonShare)
  })

  it('gives a call the whole of an operator', () => {
    const calls = steadyQueue(6, 300, { patienceSeconds: 180 })
    const quiet = steadyQueue(0, 300, { kind: 'chat' })
    const centre = steadyCentre(
      [calls, quiet],
      [{ queues: [0, 1], agents: 6, chatSpeeds: [1, 1.6, 2] }],
    )
    const lost = overRuns(centre, RUNS, ({ abandoned, offered }) => {
      const of = { of: 0, count: 2 }
      return settled(abandoned, of) / settled(offered, of)
    })
    const same = { agents: 6, offeredErlangs: 6, handleSeconds: 300, patienceSeconds: 180 }
    const exact = evaluateErlangA(same).abandonShare
    expect(Math.abs(lost.mean - exact) / lost.error).toBeLessThan(3.5)
  })
})

describe('a run of a day', () => {
  const centre = {
    ...steadyCentre([steadyQueue(10, 300, { patienceSeconds: 120, redialShare: 0.5 })], []),
    groups: [
      {
        queues: [0],
        reserve: 0,
        chatSpeeds: [1],
        levels: [
          { atSeconds: 0, agents: 12 },
          { atSeconds: 20_000, agents: 3 },
          { atSeconds: 40_000, agents: 14 },
        ],
      },
    ],
  }
  const compiled = compileCentre(centre)
  const run = (seed: number): RunTally =>
    simulateRun(compiled, drawTraffic(centre, mulberry32(seed)), mulberry32(seed + 1))
  const total = (column: Float64Array, from = 0, to = column.length): number =>
    column.subarray(from, to).reduce((a, b) => a + b, 0)

  it('is the same again for the same seed', () => {
    expect(run(3)).toEqual(run(3))
    expect(run(3)).not.toEqual(run(4))
  })

  it('loses nobody: each is answered, has given up, or still waits at the end', () => {
    const { offered, answered, abandoned, redials } = run(5)
    const left = total(offered) - total(answered) - total(abandoned)
    expect(left).toBeGreaterThanOrEqual(0)
    expect(left).toBeLessThan(20)
    expect(total(redials)).toBeGreaterThan(0)
    expect(total(redials)).toBeLessThan(total(abandoned))
  })

  it('pays people until their last call ends, and no longer', () => {
    const { staffedSeconds, busySeconds } = run(5)
    // From 20,000 s to 40,000 s three are there; nine finish a call of 300 s on average before.
    const between = total(staffedSeconds, 12, 22)
    expect(between).toBeGreaterThanOrEqual(3 * 18_000 - 1e-6)
    expect(between).toBeLessThan(3 * 18_000 + 5000)
    for (const [t, busy] of busySeconds.entries()) {
      expect(busy).toBeLessThanOrEqual((staffedSeconds[t] ?? 0) + 1e-6)
    }
  })

  it('refuses what does not fit, by name', () => {
    const negative = centre.queues.map((queue) => ({ ...queue, handleCv: -1 }))
    expect(() => compileCentre({ ...centre, queues: negative })).toThrow(/queues\[0\]\.handleCv/)
    const unknown = centre.groups.map((group) => ({ ...group, queues: [3] }))
    expect(() => compileCentre({ ...centre, groups: unknown })).toThrow(/groups\[0\]\.queues/)
  })
})
