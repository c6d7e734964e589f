import { describe, expect, it } from 'vitest'

import { coverageCells } from '../../../../client/components/requirement-strip/coverage-cells.ts'
import { createTimeScale } from '../../../../client/lib/time-scale.ts'

const HOUR = 3_600_000
const interval = (at: number, required: number, scheduled: number) => ({
  startMs: at * 0.5 * HOUR,
  endMs: (at + 1) * 0.5 * HOUR,
  required,
  scheduled,
})
const scaleWith = (hourWidthPx: number) =>
  createTimeScale({ startMs: 0, endMs: 2 * HOUR, hourWidthPx, timeZone: 'UTC' })

const intervals = [interval(0, 5, 6), interval(1, 5, 3), interval(2, 4, 4), interval(3, 9, 9)]

describe('coverageCells', () => {
  it('gives every interval its own cell where there is room', () => {
    const cells = coverageCells(intervals, scaleWith(60), 27)
    expect(cells.map(({ difference }) => difference)).toEqual([1, -2, 0, 0])
    expect(cells.map(({ leftPx, widthPx }) => [leftPx, widthPx])).toEqual([
      [0, 30],
      [30, 30],
      [60, 30],
      [90, 30],
    ])
  })

  it('joins neighbours without room, and shows the worst of them, never a mean', () => {
    const cells = coverageCells(intervals, scaleWith(30), 27)
    expect(cells).toHaveLength(2)
    expect(cells[0]).toMatchObject({ required: 5, scheduled: 3, difference: -2, widthPx: 30 })
  })

  it('shows of equals the one that asks for most people', () => {
    expect(coverageCells(intervals, scaleWith(30), 27)[1]).toMatchObject({ required: 9 })
  })

  it('leaves out what lies outside the scale', () => {
    expect(coverageCells([interval(10, 1, 1)], scaleWith(60), 27)).toEqual([])
  })
})
