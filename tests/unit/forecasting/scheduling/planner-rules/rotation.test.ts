import { describe, expect, it } from 'vitest'

import { rotation } from '#forecasting/scheduling/planner-rules/rotation.ts'

import { SHAPES, reported, row } from './row.ts'

describe('rotation', () => {
  const found = (letters: string, offsetWeeks = 0) =>
    reported((report) =>
      rotation(
        row(letters),
        { kind: 'rotation', id: 'r', for: {}, cycle: [['E'], ['L', 'N']], offsetWeeks },
        SHAPES,
        report,
      ),
    )

  it('is content when each week has the shapes of its turn', () => {
    expect(found('EEE....LLN....E......')).toEqual([])
  })

  it('begins the cycle with the offset', () => {
    expect(found('LL.....E......', 1)).toEqual([])
  })

  it('changes at midnight between Sunday and Monday', () => {
    expect(found('......EL......')).toEqual([])
  })

  it('finds each shift out of turn', () => {
    expect(found('L.....LE......')).toEqual([
      [0, 1],
      [6, 1],
      [7, 1],
    ])
  })
})
