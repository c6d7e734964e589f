import { describe, expect, it } from 'vitest'

import { worksWith } from '#forecasting/scheduling/planner-rules/works-with.ts'

import { SHAPES, reported, row } from './row.ts'

describe('worksWith', () => {
  const found = (trainee: string, mentor: string, minOverlapMin: number) =>
    reported((report) =>
      worksWith(
        [row(trainee), row(mentor)],
        { kind: 'works_with', id: 'r', for: {}, other: 'mentor', minOverlapMin },
        SHAPES,
        report,
      ),
    )

  it('is content when both work the same, and when the trainee is off', () => {
    expect(found('EE.....', 'EEEEE..', 540)).toEqual([])
  })

  it('is content with exactly the overlap asked for', () => {
    // E ends at 17:00 and L starts at 14:00: three hours.
    expect(found('E......', 'L......', 180)).toEqual([])
  })

  it('finds the hours in which the mentor is missing', () => {
    expect(found('EE.....', 'L......', 240)).toEqual([
      [0, 1],
      [1, 4],
    ])
  })

  it('counts a night that began the day before', () => {
    // N ends at 7:00, before E starts.
    expect(found('.E.....', 'N......', 60)).toEqual([[1, 1]])
    expect(found('N......', 'NE.....', 600)).toEqual([])
  })
})
