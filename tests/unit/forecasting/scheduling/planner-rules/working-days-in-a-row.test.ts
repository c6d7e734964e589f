import { describe, expect, it } from 'vitest'

import { workingDaysInARow } from '#forecasting/scheduling/planner-rules/working-days-in-a-row.ts'

import { reported, row } from './row.ts'

describe('workingDaysInARow', () => {
  const found = (letters: string, daysBefore = 0) =>
    reported((report) =>
      workingDaysInARow(
        row(letters, daysBefore),
        { kind: 'working_days_in_a_row', id: 'r', for: {}, min: 2, max: 4 },
        report,
      ),
    )

  it('is content between the limits', () => {
    expect(found('.EEE...')).toEqual([])
  })

  it('is content at both limits', () => {
    expect(found('.EE..EEEE.....')).toEqual([])
  })

  it('finds a run too short and one too long', () => {
    expect(found('.E..EEEEEE....')).toEqual([
      [1, 1],
      [4, 2],
    ])
  })

  it('lets a run at an end of the horizon go on outside', () => {
    expect(found('E.....E')).toEqual([])
  })

  it('counts the days before the horizon', () => {
    expect(found('EEE....', 2)).toEqual([[0, 1]])
  })
})
