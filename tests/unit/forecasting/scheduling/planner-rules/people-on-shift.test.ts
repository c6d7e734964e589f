import { describe, expect, it } from 'vitest'

import { peopleOnShift } from '#forecasting/scheduling/planner-rules/people-on-shift.ts'

import { SHAPES, reported, row } from './row.ts'

describe('peopleOnShift', () => {
  // The night from 22:00 to 6:00, of which a senior must be there for four hours.
  const night = { fromMin: 1320, toMin: 360, minOverlapMin: 240 }
  const found = (
    rows: string[],
    limits: { min?: number; max?: number; weekdays?: readonly number[]; place?: 'office' },
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

  it('counts those at home too, unless it asks for the office', () => {
    const rows = ['NnN....', 'NNN....']
    expect(found(rows, { max: 1, weekdays: [0, 1, 2] })).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
    ])
    expect(found(rows, { max: 1, weekdays: [0, 1, 2], place: 'office' })).toEqual([
      [0, 1],
      [2, 1],
    ])
    expect(found(rows, { min: 2, weekdays: [1], place: 'office' })).toEqual([[1, 1]])
  })

  it('goes by the place of the shift in the window, not by that of the next day', () => {
    // The night of Monday is worked at the office; that of Tuesday, at home, begins at 21:00 of its own day.
    expect(found(['Nn.....'], { min: 1, weekdays: [0, 1], place: 'office' })).toEqual([[1, 1]])
  })
})
