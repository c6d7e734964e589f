import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { evaluateErlangA } from '#forecasting/staffing/erlang-a.ts'
import { evaluateErlangC } from '#forecasting/staffing/erlang-c.ts'
import { requiredAgents } from '#forecasting/staffing/required-agents.ts'
import { rosteredFor } from '#forecasting/staffing/shrinkage.ts'
import type { StaffingTargets } from '#forecasting/staffing/staffing-targets.ts'

/** Reference values at 20 digits, computed with 320-bit arithmetic; `fixtures/staffing` tells how. */
interface Vectors {
  readonly erlangC: readonly Record<string, number | string>[]
  readonly erlangA: readonly Record<string, number | string>[]
  readonly minStaff: readonly {
    readonly model: 'A' | 'C'
    readonly a: number
    readonly aht: number
    readonly patience?: number
    readonly kind: 'asa' | 'ab' | 'sl' | 'slx'
    readonly T: number | null
    readonly target: number
    readonly maxOcc: number | null
    readonly s: number
    readonly nearTie?: boolean
  }[]
  readonly shrinkage: readonly {
    readonly required: number
    readonly shrinkagePct: number
    readonly rostered: number
  }[]
}

const VECTORS = JSON.parse(readFileSync('fixtures/staffing/vectors.json', 'utf8')) as Vectors
const relative = (found: number, exact: number): number => Math.abs(found - exact) / Math.abs(exact)
const TINY = 1e-150

describe('Erlang C against the reference values', () => {
  it.each([1e-10, 1e-8].map((bound, i) => ({ bound, big: i === 1 })))(
    'stays within $bound (loads above 10⁴ Erlangs: $big)',
    ({ bound, big }) => {
      const own = VECTORS.erlangC.filter((v) => Number(v['a']) > 1e4 === big)
      expect(own.length).toBeGreaterThan(10)
      for (const v of own) {
        const queue = {
          agents: Number(v['s']),
          offeredErlangs: Number(v['a']),
          handleSeconds: Number(v['aht']),
        }
        const found = evaluateErlangC(queue, Number(v['T']))
        if (Number(v['s']) - Number(v['a']) < 1e-6 * Number(v['s'])) continue
        const isShown = Number(v['pwait']) > TINY
        const ofWait = isShown ? relative(found.probabilityOfWait, Number(v['pwait'])) : 0
        const ofAsa = isShown ? relative(found.asaSeconds, Number(v['asa'])) : 0
        expect(Math.max(ofWait, ofAsa)).toBeLessThan(bound)
        expect(Math.abs((found.service?.ofOffered ?? 0) - Number(v['psl']))).toBeLessThan(bound)
      }
    },
  )
})

describe('Erlang A against the reference values', () => {
  it.each([1e-10, 1e-8].map((bound, i) => ({ bound, big: i === 1 })))(
    'stays within $bound (loads above 10⁴ Erlangs: $big)',
    ({ bound, big }) => {
      const own = VECTORS.erlangA.filter((v) => Number(v['a']) > 1e4 === big)
      expect(own.length).toBeGreaterThan(10)
      for (const v of own) {
        const queue = {
          agents: Number(v['s']),
          offeredErlangs: Number(v['a']),
          handleSeconds: Number(v['aht']),
          patienceSeconds: Number(v['patience']),
        }
        const found = evaluateErlangA(queue, Number(v['T']))
        const isShown = Number(v['pab']) > TINY
        const ofAbandons = isShown ? relative(found.abandonShare, Number(v['pab'])) : 0
        const ofAsa = isShown ? relative(found.asaSeconds, Number(v['asaServed'])) : 0
        expect(Math.max(ofAbandons, ofAsa)).toBeLessThan(bound)
        const level = found.service?.excludingShortAbandons ?? 0
        expect(Math.abs(level - Number(v['slExclShortAb']))).toBeLessThan(bound)
      }
    },
  )
})

describe('requiredAgents', () => {
  const targetsOf = (v: Vectors['minStaff'][number]): StaffingTargets => ({
    ...(v.kind === 'asa' ? { asaSeconds: v.target } : {}),
    ...(v.kind === 'ab' ? { abandonShare: v.target } : {}),
    ...(v.kind === 'sl' || v.kind === 'slx'
      ? {
          serviceLevel: {
            share: v.target,
            withinSeconds: v.T ?? 0,
            definition:
              v.kind === 'sl' ? ('ofOffered' as const) : ('excludingShortAbandons' as const),
          },
        }
      : {}),
    ...(v.maxOcc === null ? {} : { maxOccupancy: v.maxOcc }),
  })

  it('finds the least number of every reference case that is not a tie', () => {
    const cases = VECTORS.minStaff.filter(({ nearTie }) => nearTie !== true)
    expect(cases.length).toBeGreaterThan(400)
    for (const v of cases) {
      const load = {
        offeredErlangs: v.a,
        handleSeconds: v.aht,
        ...(v.model === 'A' ? { patienceSeconds: v.patience ?? 0 } : {}),
      }
      expect({ ...v, s: requiredAgents(load, targetsOf(v)).agents }).toEqual(v)
    }
  })

  it('asks for nobody when nobody calls', () => {
    const answer = requiredAgents({ offeredErlangs: 0, handleSeconds: 300 }, { asaSeconds: 60 })
    expect(answer).toMatchObject({ agents: 0, binding: 'none' })
  })

  // 100 Erlangs: the cap of 85 % needs ⌈100 / 0.85⌉ = 118; a wait of 60 s alone needs 104.
  it('says which target decides', () => {
    const load = { offeredErlangs: 100, handleSeconds: 300 }
    const both = requiredAgents(load, { asaSeconds: 60, maxOccupancy: 0.85 })
    expect(both).toMatchObject({ agents: 118, binding: 'max_occupancy' })
    expect(requiredAgents(load, { asaSeconds: 60 }).binding).toBe('asa')
  })
})

describe('rosteredFor', () => {
  it('rounds as exact arithmetic does', () => {
    for (const { required, shrinkagePct, rostered } of VECTORS.shrinkage) {
      expect(rosteredFor(required, shrinkagePct / 100)).toBe(rostered)
    }
  })
})
