import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { evaluateErlangA } from '#forecasting/staffing/erlang-a.ts'
import { evaluateErlangC } from '#forecasting/staffing/erlang-c.ts'

type Row = Readonly<Record<string, string | number>>

/** Reference values at 20 digits, computed with 320-bit arithmetic (`meta` in the file tells how). */
const VECTORS = (
  JSON.parse(readFileSync('fixtures/staffing/vectors.json', 'utf8')) as { erlangA: readonly Row[] }
).erlangA

const queue = fc.record({
  agents: fc.integer({ min: 1, max: 400 }),
  offeredErlangs: fc.double({ min: 0.05, max: 500, noNaN: true }),
  handleSeconds: fc.double({ min: 20, max: 1200, noNaN: true }),
  patienceSeconds: fc.double({ min: 5, max: 7200, noNaN: true }),
})

describe('evaluateErlangA', () => {
  it('agrees with every reference figure, in deep overload too', () => {
    expect(VECTORS.length).toBeGreaterThan(900)
    for (const row of VECTORS) {
      const number = (name: string): number => Number(row[name])
      const isLarge = number('a') > 1e4 || number('s') > 1e5
      const found = evaluateErlangA(
        {
          agents: number('s'),
          offeredErlangs: number('a'),
          handleSeconds: number('aht'),
          patienceSeconds: number('patience'),
        },
        number('T'),
      )
      const ratios = [
        [found.probabilityOfWait, 'pwait'],
        [found.abandonShare, 'pab'],
        [found.asaSeconds, 'asaServed'],
        [found.meanWaitSeconds, 'asaAll'],
        [found.patientWaitSeconds, 'offeredWait'],
        [found.occupancy, 'occ'],
      ] as const
      const wrong = ratios.filter(([figure, name]) => {
        const exact = number(name)
        // Below the smallest full double there are no digits left to compare.
        if (exact < 1e-300) return figure > 1e-290
        return !(Math.abs(figure / exact - 1) <= (isLarge ? 1e-9 : 1e-11))
      })
      const shares = [
        [found.service?.ofOffered, 'slAnswered'],
        [found.service?.ofAnswered, 'slOfAnswered'],
        [found.service?.excludingShortAbandons, 'slExclShortAb'],
        [found.service?.answeredOrAbandoned, 'slAnswOrAb'],
      ] as const
      const off = shares.filter(
        ([share, name]) =>
          !(Math.abs((share ?? Number.NaN) - number(name)) <= (isLarge ? 1e-8 : 1e-10)),
      )
      expect({ row, wrong, off }).toEqual({ row, wrong: [], off: [] })
    }
  })

  it('answers or loses every caller', () => {
    fc.assert(
      fc.property(queue, (given) => {
        const { answeredShare, abandonShare } = evaluateErlangA(given)
        expect(answeredShare + abandonShare).toBeCloseTo(1, 11)
      }),
    )
  })

  it('never gets worse with one agent more', () => {
    fc.assert(
      fc.property(queue, fc.double({ min: 0, max: 600, noNaN: true }), (given, threshold) => {
        const before = evaluateErlangA(given, threshold)
        const after = evaluateErlangA({ ...given, agents: given.agents + 1 }, threshold)
        expect(after.abandonShare).toBeLessThanOrEqual(before.abandonShare * (1 + 1e-9))
        expect(after.asaSeconds).toBeLessThanOrEqual(before.asaSeconds * (1 + 1e-9))
        for (const name of ['ofOffered', 'ofAnswered', 'excludingShortAbandons'] as const) {
          expect(after.service?.[name]).toBeGreaterThanOrEqual((before.service?.[name] ?? 1) - 1e-9)
        }
      }),
    )
  })

  it('tends to Erlang C as patience grows, while the queue is stable', () => {
    const stable = queue.filter(({ agents, offeredErlangs }) => offeredErlangs < 0.9 * agents)
    fc.assert(
      fc.property(stable, (given) => {
        const patient = evaluateErlangA({ ...given, patienceSeconds: 1e7 }, 20)
        const endless = evaluateErlangC(given, 20)
        // The first-order difference is about load × handle time / patience.
        const bound = (given.offeredErlangs * given.handleSeconds * 100) / 1e7
        expect(Math.abs(patient.probabilityOfWait - endless.probabilityOfWait)).toBeLessThan(bound)
      }),
    )
  })

  // The sum over states from an empty centre up, as in every textbook: another route altogether.
  it('agrees with the plain sum over all states', () => {
    // Longer patience in overload makes the plain sum overflow; that is what `waiting-line.ts` avoids.
    const small = queue.filter(
      ({ agents, offeredErlangs, handleSeconds, patienceSeconds }) =>
        agents < 60 && offeredErlangs < 60 && patienceSeconds < 10 * handleSeconds,
    )
    fc.assert(
      fc.property(small, (given) => {
        const impatience = given.handleSeconds / given.patienceSeconds
        let weight = 1
        let total = 1
        let waiting = 0
        for (let state = 1; state < 60_000 && (state < 200 || weight > 1e-18 * total); state++) {
          const inLine = Math.max(0, state - given.agents)
          weight *= given.offeredErlangs / (Math.min(state, given.agents) + inLine * impatience)
          total += weight
          waiting += weight * inLine
        }
        const expected = (impatience * waiting) / total / given.offeredErlangs
        const found = evaluateErlangA(given).abandonShare
        expect(Math.abs(found - expected)).toBeLessThan(1e-10 + 1e-9 * expected)
      }),
    )
  })

  it('loses everybody when nobody is there', () => {
    const empty = { agents: 0, offeredErlangs: 2, handleSeconds: 300, patienceSeconds: 60 }
    expect(evaluateErlangA(empty, 60)).toMatchObject({ abandonShare: 1, asaSeconds: Infinity })
  })

  it.each([
    ['agents', { agents: 1.5 }],
    ['offeredErlangs', { offeredErlangs: -1 }],
    ['handleSeconds', { handleSeconds: 0 }],
    ['patienceSeconds', { patienceSeconds: Infinity }],
  ])('names %s when it is out of range', (name, change) => {
    const given = { agents: 5, offeredErlangs: 4, handleSeconds: 300, patienceSeconds: 60 }
    expect(() => evaluateErlangA({ ...given, ...change })).toThrow(new RegExp(`^${name} must be`))
  })
})
