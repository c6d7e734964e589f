import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { bestOfCell } from '#forecasting/scheduling/engine/best-cell.ts'
import { fixCells } from '#forecasting/scheduling/engine/fixed-cells.ts'
import { compileProblem } from '#forecasting/scheduling/engine/problem.ts'
import { putIn } from '#forecasting/scheduling/engine/put-in.ts'
import { SearchState } from '#forecasting/scheduling/engine/search-state.ts'
import { toSchedule } from '#forecasting/scheduling/engine/to-schedule.ts'
import { TakenChanges } from '#forecasting/scheduling/repair/taken-changes.ts'
import { solve } from '#forecasting/scheduling/solve.ts'

import { fixture } from '../fixture.ts'

const instance = fixture('cc-010-w1-a')
const { schedule } = solve(instance, { seed: 1, iterations: 60_000 })

describe('TakenChanges', () => {
  it('makes the roster what it was, breaks and cost included, whatever was taken', () => {
    const place = fc.record({
      o: fc.nat({ max: instance.operators.length - 1 }),
      day: fc.nat({ max: instance.days - 1 }),
    })
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (places) => {
        const state = new SearchState(compileProblem(instance))
        putIn(state, schedule, fixCells(state, instance.locks))
        const { cost } = state
        const taken = new TakenChanges(state)
        for (const { o, day } of places) {
          const choice = bestOfCell(state, o, day)
          if (choice.delta < Number.POSITIVE_INFINITY) taken.take({ o, day }, choice)
        }
        taken.takeBackAll()
        expect(toSchedule(state)).toEqual(schedule)
        expect(state.cost).toBeCloseTo(cost, 9)
        expect(taken.cells.size).toBe(0)
      }),
      { numRuns: 30 },
    )
  })
})
