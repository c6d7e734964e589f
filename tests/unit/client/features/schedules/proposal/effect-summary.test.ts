import { describe, expect, it } from 'vitest'

import {
  coverageAfter,
  effectSummary,
} from '../../../../../../client/features/schedules/proposal/effect-summary.ts'
import type { ShiftEffect } from '../../../../../../client/features/schedules/proposal/use-shift-effect.ts'
import { madeGrid, madeShift } from '../made-grid.ts'

const shift = madeShift('a', '2026-12-07T09:00:00+05:00')
const grid = madeGrid([shift])
const effect: ShiftEffect = {
  shift,
  paidMinutes: 510,
  coverage: {
    firstInterval: 2,
    scheduled: [3, 1],
    shortage: [0, 0.5],
    queues: [
      { queueId: 'q1' as never, shortage: [0, 0] },
      { queueId: 'q2' as never, shortage: [0, 0.5] },
    ],
  },
  violations: { added: [], removed: [] },
}

describe('coverageAfter', () => {
  it('puts the days that are touched into the whole', () => {
    const after = coverageAfter(grid.coverage, effect)
    expect(after.scheduled).toEqual([2, 2, 3, 1])
    expect(after.shortage).toEqual([0, 1, 0, 0.5])
    expect(after.queues.map(({ shortage }) => shortage)).toEqual([
      [0, 1, 0, 0],
      [0, 0, 0, 0.5],
    ])
    expect(after.required).toEqual(grid.coverage.required)
  })
})

describe('effectSummary', () => {
  it('sums agent-hours before and after, the queue that changes most first', () => {
    // Half-hour intervals: 2 missing agents are 1 hour; after it 1.5 are 0.75.
    expect(effectSummary(grid, effect)).toMatchObject({
      shortHours: { before: 1, after: 0.75 },
      queues: [
        { queueId: 'q1', before: 1, after: 0.5 },
        { queueId: 'q2', before: 0, after: 0.25 },
      ],
      paidHours: { before: 8, after: 8.5 },
    })
  })

  it('names no queue for which nothing changes', () => {
    const nothing = {
      ...effect,
      coverage: { firstInterval: 0, scheduled: [2], shortage: [0], queues: [] },
    }
    expect(effectSummary(grid, nothing).queues).toEqual([])
  })
})
