import { describe, expect, it } from 'vitest'

import { peopleOnShift } from '#forecasting/scheduling/planner-rules/people-on-shift.ts'

import { SHAPES, reported, row } from './row.ts'

describe('peopleOnShift', () => {
  // The night from 22:00 to 6:00, of which a senior must be there for four hours.
  const night = { fromMin: 1320, toMin: 360, minOverlapMin: 240 }
  const found = (
    rows: string[],
    limits: { min?: number; max?: number; weekdays?: readonly number[] },
  ) =>
    reported((report) =>
      peopleOnShift(
        rows.map((letters) => row(letters)),
        { kind: 'people_on_shift', id: 'r', for: {}, ...night, ...limits },
        SHAPES,
        report,
      ),
    )

  it('is content with more than the least', () => {
    expect(found(['NNNNNNN', 'N......'], { min: 1 })).toEqual([])
  })

  it('is content with exactly the least, by several people', () => {
    expect(found(['NNN....', '...NNNN'], { min: 1, max: 1 })).toEqual([])
  })

  it('finds each night without one, and each with one too many', () => {
    expect(found(['NNNN..L', 'N......'], { min: 1, max: 1, weekdays: [0, 4, 6] })).toEqual([
      [0, 1],
      [4, 1],
      [6, 1],
    ])
  })
})
