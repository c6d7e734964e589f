import { describe, expect, it } from 'vitest'

import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import { preferredPaidMost } from '#forecasting/scheduling/preferred-length.ts'
import { solve } from '#forecasting/scheduling/solve.ts'

import { fixture } from './fixture.ts'

const SHAPES = [
  { id: 'long', paidMin: 480 },
  { id: 'short', paidMin: 240 },
]
const BOTH = { shapes: ['long', 'short'] }

describe('preferredPaidMost', () => {
  it('asks nothing of whom nothing is preferred', () => {
    expect(preferredPaidMost({}, BOTH, SHAPES)).toBe(Infinity)
  })

  it('holds where the contract has a shape of just that length', () => {
    expect(preferredPaidMost({ dayPreferredMaxPaidMin: 240 }, BOTH, SHAPES)).toBe(240)
  })

  it('gives way where the contract has no shape so short', () => {
    expect(preferredPaidMost({ dayPreferredMaxPaidMin: 239 }, BOTH, SHAPES)).toBe(Infinity)
    const long = { shapes: ['long'] }
    expect(preferredPaidMost({ dayPreferredMaxPaidMin: 240 }, long, SHAPES)).toBe(Infinity)
  })
})

describe('a search for somebody who should have no long day', () => {
  const base = fixture('cc-010-w1-a')
  const contract = base.contracts.find(({ shapes }) => {
    const paid = base.shapes.filter(({ id }) => shapes.includes(id)).map(({ paidMin }) => paidMin)
    return new Set(paid).size > 1
  })
  const paidOf = new Map(base.shapes.map(({ id, paidMin }) => [id, paidMin]))
  const shortest = Math.min(...(contract?.shapes ?? []).map((id) => paidOf.get(id) ?? Infinity))
  const asked = (most: number): Instance => ({
    ...base,
    operators: base.operators.map((one) =>
      one.contract === contract?.id ? { ...one, dayPreferredMaxPaidMin: most } : one,
    ),
  })
  const lengths = (instance: Instance): number[] => {
    const own = new Set(
      instance.operators.flatMap((one) => (one.contract === contract?.id ? [one.id] : [])),
    )
    const { schedule } = solve(instance, { seed: 4, iterations: 6_000 })
    expect(checkSchedule(instance, schedule)).toEqual([])
    return schedule.shifts
      .filter(({ op }) => own.has(op))
      .map(({ shape }) => paidOf.get(shape) ?? 0)
  }

  it('gives them short shifts alone where there are any', () => {
    expect(contract).toBeDefined()
    expect(Math.max(...lengths(base))).toBeGreaterThan(shortest)
    expect(new Set(lengths(asked(shortest)))).toEqual(new Set([shortest]))
  })

  it('gives them what there is where no shift is so short', () => {
    expect(lengths(asked(shortest - 15))).toEqual(lengths(base))
  })
})
