import { describe, expect, it } from 'vitest'

import { startSpread } from '#forecasting/scheduling/planner-rules/start-spread.ts'

import { reported, row } from './row.ts'

describe('startSpread', () => {
  // E starts at 8:00, L at 14:00 and N at 21:00.
  const found = (letters: string, maxMin: number) =>
    reported((report) =>
      startSpread(row(letters), { kind: 'start_spread', id: 'r', for: {}, maxMin }, report),
    )

  it('is content with one start a week, another each week', () => {
    expect(found('EEE....LLL....', 0)).toEqual([])
  })

  it('is content with exactly the spread allowed', () => {
    expect(found('EEL....', 360)).toEqual([])
  })

  it('finds hours beyond it', () => {
    expect(found('.......E.N....', 360)).toEqual([[7, 7]])
  })
})
