import { describe, expect, it } from 'vitest'

import { shiftsOfKind } from '#forecasting/scheduling/planner-rules/shifts-of-kind.ts'

import { SHAPES, reported, row } from './row.ts'

const RULE = { kind: 'shifts_of_kind', id: 'nights', for: {}, shapes: ['N'] } as const

describe('shiftsOfKind', () => {
  const found = (letters: string, limits: { min?: number; max?: number }, per: 'week' | 'period') =>
    reported((report) => shiftsOfKind(row(letters), { ...RULE, per, ...limits }, SHAPES, report))

  it('is content within the limits', () => {
    expect(found('NE.....N......', { min: 1, max: 2 }, 'week')).toEqual([])
  })

  it('is content at both limits', () => {
    expect(found('NN.....N......', { min: 1, max: 2 }, 'week')).toEqual([])
  })

  it('finds a shift too many in one week and one too few in the other', () => {
    expect(found('NNN....E......', { min: 1, max: 2 }, 'week')).toEqual([
      [0, 1],
      [7, 1],
    ])
  })

  it('counts the whole period', () => {
    expect(found('NN.....NN.....', { max: 3 }, 'period')).toEqual([[0, 1]])
  })
})
