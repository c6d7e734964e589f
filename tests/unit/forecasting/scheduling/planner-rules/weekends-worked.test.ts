import { describe, expect, it } from 'vitest'

import { weekendsWorked } from '#forecasting/scheduling/planner-rules/weekends-worked.ts'

import { reported, row } from './row.ts'

describe('weekendsWorked', () => {
  const found = (letters: string, limits: { min?: number; max?: number }) =>
    reported((report) =>
      weekendsWorked(
        row(letters),
        { kind: 'weekends_worked', id: 'r', for: {}, ...limits },
        report,
      ),
    )

  it('is content with fewer weekends than the most', () => {
    expect(found('EEEEE..EEEEE..', { max: 1 })).toEqual([])
  })

  it('is content at the limit, and counts both days as one weekend', () => {
    expect(found('.....EEEEEEE..', { max: 1 })).toEqual([])
  })

  it('finds a weekend too many, on the last Saturday', () => {
    expect(found('.....E.......E', { max: 1 })).toEqual([[12, 1]])
  })

  it('finds a weekend too few', () => {
    expect(found('EEEEE..EEEEE..', { min: 1 })).toEqual([[12, 1]])
  })
})
