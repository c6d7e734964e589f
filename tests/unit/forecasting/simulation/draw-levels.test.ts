import { describe, expect, it } from 'vitest'

import { mulberry32 } from '#forecasting/kernel/random.ts'
import { drawLevels } from '#forecasting/simulation/draw-levels.ts'

const DRAWS = 20_000

function drawn(dayCorrelation: number) {
  const random = mulberry32(7)
  return Array.from({ length: DRAWS }, () =>
    drawLevels({ dayCv: [0.2, 0.2], dayCorrelation }, random),
  )
}

function correlation(levels: readonly (readonly number[])[]): number {
  const moment = (a: number, b: number): number =>
    levels.reduce((sum, one) => sum + ((one[a] ?? 0) - 1) * ((one[b] ?? 0) - 1), 0) / DRAWS
  return moment(0, 1) / Math.sqrt(moment(0, 0) * moment(1, 1))
}

describe('drawLevels', () => {
  it('draws levels about 1 with the deviation asked for', () => {
    const levels = drawn(0.26).map(([first = 0]) => first)
    const mean = levels.reduce((a, b) => a + b, 0) / DRAWS
    const variance = levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / DRAWS
    // Four standard errors: 4 · 0.2 / √20,000 = 0.006.
    expect(Math.abs(mean - 1)).toBeLessThan(0.006)
    expect(Math.sqrt(variance)).toBeCloseTo(0.2, 2)
  })

  it.each([0, 0.26, 1])('makes days as alike as %s', (asked) => {
    // Four standard errors of a correlation near 0: 4 / √20,000 = 0.03.
    expect(Math.abs(correlation(drawn(asked)) - asked)).toBeLessThan(0.03)
  })

  it('never doubts what is certain', () => {
    const levels = drawLevels({ dayCv: [0, 0], dayCorrelation: 0.5 }, mulberry32(1))
    expect(levels).toEqual([1, 1])
  })
})
