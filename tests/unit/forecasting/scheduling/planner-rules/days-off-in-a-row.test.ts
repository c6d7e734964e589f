import { describe, expect, it } from 'vitest'

import { daysOffInARow } from '#forecasting/scheduling/planner-rules/days-off-in-a-row.ts'

import { reported, row } from './row.ts'

describe('daysOffInARow', () => {
  const found = (letters: string) =>
    reported((report) =>
      daysOffInARow(
        row(letters),
        { kind: 'days_off_in_a_row', id: 'r', for: {}, min: 2, max: 3 },
        report,
      ),
    )

  it('is content within the limits, ends of the horizon aside', () => {
    expect(found('.EEE..E')).toEqual([])
  })

  it('is content at both limits', () => {
    expect(found('EE..EE...EEEEE')).toEqual([])
  })

  it('finds a single day off and four in a row', () => {
    expect(found('EE.EE....EEEEE')).toEqual([
      [2, 1],
      [5, 1],
    ])
  })
})
