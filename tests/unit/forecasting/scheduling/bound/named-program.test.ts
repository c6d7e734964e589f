import { describe, expect, it } from 'vitest'

import { namedProgram } from '#forecasting/scheduling/bound/named-program.ts'
import { compileProblem } from '#forecasting/scheduling/engine/problem.ts'
import { solve } from '#forecasting/scheduling/solve.ts'

import { fixture } from '../fixture.ts'

const coarse = {
  ...fixture('cc-010-w1-a'),
  shapes: fixture('cc-010-w1-a').shapes.map((shape) => ({ ...shape, startStepMin: 60 })),
}
const problem = compileProblem(coarse)
const { program, shifts } = namedProgram(problem, 60)

/** Rows over shifts alone that a choice of them breaks. */
function brokenRows(chosen: ReadonlySet<number>): number {
  let broken = 0
  for (let row = 0; row < program.rowLower.length; row++) {
    const [from, to] = [program.rowStarts[row] ?? 0, program.rowStarts[row + 1] ?? 0]
    const columns = [...program.columns.subarray(from, to)]
    if (columns.some((column) => column >= shifts.length)) continue
    const sum = columns.reduce(
      (total, column, at) => total + (chosen.has(column) ? (program.values[from + at] ?? 0) : 0),
      0,
    )
    if (sum < (program.rowLower[row] ?? 0) || sum > (program.rowUpper[row] ?? 0)) broken++
  }
  return broken
}

describe('namedProgram', () => {
  const { schedule } = solve(coarse, { seed: 1, iterations: 30_000 })
  const chosen = schedule.shifts.map(({ op, start, shape }) =>
    shifts.find(
      (one) =>
        one.o === problem.operatorIndex.get(op) &&
        one.shape === problem.shapeIndex.get(shape) &&
        one.day * 1440 + one.start === start,
    ),
  )

  it('has a variable for every shift of a legal schedule on its grid, and keeps it', () => {
    const columns = chosen.map((one) => one?.column ?? -1)
    expect(Math.min(...columns)).toBeGreaterThanOrEqual(0)
    expect(brokenRows(new Set(columns))).toBe(0)
  })

  it('forbids two shifts of a person on one day', () => {
    const [one] = chosen
    const other = shifts.find(
      ({ o, day, column }) => o === one?.o && day === one.day && column !== one.column,
    )
    expect(brokenRows(new Set([one?.column ?? -1, other?.column ?? -1]))).toBeGreaterThan(0)
  })
})
