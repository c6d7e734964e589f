import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { evaluateBlend } from '#forecasting/staffing/blend.ts'
import { evaluateErlangA } from '#forecasting/staffing/erlang-a.ts'
import { evaluateErlangC } from '#forecasting/staffing/erlang-c.ts'
import { evaluateFiniteLine, lateShare } from '#forecasting/staffing/finite-line.ts'
import { offeredLoad } from '#forecasting/staffing/offered-load.ts'
import { requiredAgents } from '#forecasting/staffing/required-agents.ts'
import { loadLevels, mixLevels } from '#forecasting/staffing/uncertain-volume.ts'

type Row = Readonly<Record<string, number | string>>

/** Reference values at 20 digits; `fixtures/staffing` tells how they were computed. */
const VECTORS = JSON.parse(readFileSync('fixtures/staffing/vectors.json', 'utf8')) as {
  readonly mmsk: readonly Row[]
  readonly mmskM: readonly Row[]
  readonly blend: readonly Row[]
  readonly gammaRate: readonly Row[]
  readonly offeredLoad: readonly {
    readonly intervalSec: number
    readonly aht: number
    readonly cv?: number
    readonly calls: readonly number[]
    readonly meanLoad: readonly string[]
    readonly endLoad: readonly string[]
  }[]
  readonly occupancyCap: readonly Row[]
  readonly published: readonly {
    readonly inputs: Readonly<Record<string, number>>
    readonly exact?: Row
  }[]
}

const figure = (row: Row, name: string): number => Number(row[name])

/** Relative where there is anything to tell; an exact 0 must be found as one, to rounding. */
const off = (found: number, exact: number): number =>
  Math.abs(exact) < 1e-150 ? Math.abs(found) : Math.abs(found - exact) / Math.abs(exact)

describe('a line of limited length', () => {
  it.each(['mmsk', 'mmskM'] as const)('agrees with every reference value of %s', (name) => {
    expect(VECTORS[name].length).toBe(230)
    for (const row of VECTORS[name]) {
      const queue = {
        agents: figure(row, 's'),
        offeredErlangs: figure(row, 'a'),
        handleSeconds: figure(row, 'aht'),
        places: figure(row, 'K'),
        ...(row['patience'] === undefined ? {} : { patienceSeconds: figure(row, 'patience') }),
      }
      const found = evaluateFiniteLine(queue)
      expect(off(found.blockedShare, figure(row, 'pblock'))).toBeLessThan(1e-10)
      expect(off(found.waitShare, figure(row, 'pwaitAccepted'))).toBeLessThan(1e-10)
      expect(off(found.lineLength, figure(row, 'lq'))).toBeLessThan(1e-10)
      expect(off(found.meanWaitSeconds, figure(row, 'waitAccepted'))).toBeLessThan(1e-10)
      expect(off(found.occupancy, figure(row, 'occ'))).toBeLessThan(1e-10)
      expect(off(found.abandonShare, figure(row, 'pabOffered'))).toBeLessThan(1e-10)
    }
  })

  it('is late as often as every reference value says', () => {
    for (const row of VECTORS.mmsk) {
      const queue = {
        agents: figure(row, 's'),
        offeredErlangs: figure(row, 'a'),
        handleSeconds: figure(row, 'aht'),
        places: figure(row, 'K'),
      }
      const late = lateShare(queue, figure(row, 'T'))
      expect(off(late, figure(row, 'slcAccepted'))).toBeLessThan(1e-9)
      expect(Math.abs(1 - late - figure(row, 'slAccepted'))).toBeLessThan(1e-10)
    }
  })

  it('refuses fewer places than agents', () => {
    const queue = { agents: 3, offeredErlangs: 2, handleSeconds: 300, places: 2 }
    expect(() => evaluateFiniteLine(queue)).toThrow(/places must be/)
  })
})

describe('a blend of calls and letters', () => {
  it('agrees with every reference value', () => {
    expect(VECTORS.blend.length).toBe(35)
    for (const row of VECTORS.blend) {
      const found = evaluateBlend({
        agents: figure(row, 's'),
        offeredErlangs: figure(row, 'a'),
        handleSeconds: figure(row, 'aht'),
        reserve: figure(row, 'reserve'),
      })
      expect(off(found.probabilityOfWait, figure(row, 'pwait'))).toBeLessThan(1e-10)
      expect(off(found.asaSeconds, figure(row, 'asa'))).toBeLessThan(1e-10)
      // Agents less their idle time: the letters of a full reserve are a difference of two figures.
      expect(Math.abs(found.letterErlangs - figure(row, 'emailErlangs'))).toBeLessThan(1e-10)
    }
  })

  it('refuses a reserve of more than everybody, and calls that need everybody', () => {
    const queue = { agents: 10, offeredErlangs: 5, handleSeconds: 300, reserve: 11 }
    expect(() => evaluateBlend(queue)).toThrow(/reserve must be/)
    expect(() => evaluateBlend({ ...queue, reserve: 1, offeredErlangs: 10 })).toThrow(/Erlangs/)
  })
})

describe('an uncertain volume', () => {
  it('agrees with every reference value', () => {
    expect(VECTORS.gammaRate.length).toBe(9)
    for (const row of VECTORS.gammaRate) {
      const found = mixLevels(loadLevels(figure(row, 'cv')), (factor) =>
        evaluateErlangA(
          {
            agents: figure(row, 's'),
            offeredErlangs: figure(row, 'a') * factor,
            handleSeconds: figure(row, 'aht'),
            patienceSeconds: figure(row, 'patience'),
          },
          figure(row, 'T'),
        ),
      )
      // What the reference's own quadrature leaves open, and a little.
      const open = figure(row, 'quadDiff') + 1e-10
      expect(Math.abs(found.abandonShare - figure(row, 'pab'))).toBeLessThan(open)
      expect(Math.abs(found.asaSeconds - figure(row, 'asaServed'))).toBeLessThan(1000 * open)
      const ofOffered = found.service?.ofOffered ?? 0
      expect(Math.abs(ofOffered - figure(row, 'slAnswered'))).toBeLessThan(open)
    }
  })

  it('refuses a deviation that is none', () => {
    expect(() => loadLevels(0)).toThrow(RangeError)
  })
})

describe('a load that changes with time', () => {
  it('agrees with every reference value, exponential and log-normal', () => {
    expect(VECTORS.offeredLoad.length).toBe(6)
    for (const { calls, aht, cv = 1, intervalSec, meanLoad, endLoad } of VECTORS.offeredLoad) {
      const work = calls.map((contacts) => ({ contacts, handleSeconds: aht }))
      const found = offeredLoad(work, { intervalSeconds: intervalSec, handleCv: cv })
      found.forEach(({ meanErlangs, endErlangs }, t) => {
        expect(Math.abs(meanErlangs - Number(meanLoad[t]))).toBeLessThan(1e-8)
        expect(Math.abs(endErlangs - Number(endLoad[t]))).toBeLessThan(1e-8)
      })
    }
  })
})

describe('the cap on occupancy', () => {
  it('adds nobody by rounding', () => {
    for (const row of VECTORS.occupancyCap) {
      const load = { offeredErlangs: figure(row, 'a'), handleSeconds: 300 }
      const answer = requiredAgents(load, { maxOccupancy: figure(row, 'occPct') / 100 })
      expect(answer.agents).toBe(figure(row, 'minAgents'))
    }
  })
})

describe('published examples', () => {
  it('come out as exact arithmetic has them', () => {
    const worked = VECTORS.published.filter(
      ({ inputs, exact }) => exact?.['psl'] !== undefined && inputs['patience'] === undefined,
    )
    expect(worked.length).toBeGreaterThanOrEqual(5)
    for (const { inputs, exact = {} } of worked) {
      const { s = 0, calls = 0, aht = 0, intervalSec = 1, T = 0 } = inputs
      const { a: offeredErlangs = (calls * aht) / intervalSec } = inputs
      const queue = { agents: s, offeredErlangs, handleSeconds: aht }
      const found = evaluateErlangC(queue, T)
      expect(off(found.probabilityOfWait, figure(exact, 'pwait'))).toBeLessThan(1e-10)
      expect(off(found.asaSeconds, figure(exact, 'asa'))).toBeLessThan(1e-10)
      expect(Math.abs((found.service?.ofOffered ?? 0) - figure(exact, 'psl'))).toBeLessThan(1e-10)
    }
  })
})
