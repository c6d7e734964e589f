import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  coverageCells,
  shownPeople,
} from '../../../../client/components/requirement-strip/coverage-cells.ts'
import { numberWidthPx } from '../../../../client/components/requirement-strip/number-width.ts'
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
    expect(cells[0]?.worstMs).toBe(0.5 * HOUR)
  })

  it('takes a quarter of a day where a sixth is too narrow, so that every day has the same cells', () => {
    const week = createTimeScale({
      startMs: 0,
      endMs: 168 * HOUR,
      hourWidthPx: 6.8,
      timeZone: 'UTC',
    })
    const halfHours = Array.from({ length: 336 }, (_, at) => interval(at, 4, 3.5))
    const hoursOf = (minWidthPx: number) => [
      ...new Set(
        coverageCells(halfHours, week, minWidthPx).map((one) => (one.endMs - one.startMs) / HOUR),
      ),
    ]
    expect(hoursOf(27)).toEqual([4])
    expect(hoursOf(31)).toEqual([6])
    expect(hoursOf(60)).toEqual([12])
  })

  it('shows of equals the one that asks for most people', () => {
    expect(coverageCells(intervals, scaleWith(30), 27)[1]).toMatchObject({ required: 9 })
  })

  it('leaves out what lies outside the scale', () => {
    expect(coverageCells([interval(10, 1, 1)], scaleWith(60), 27)).toEqual([])
  })
})

describe('shownPeople', () => {
  const tenths = (value: number): number => Math.round(value * 10)

  it('tells a part of a person where there is one', () => {
    expect(shownPeople({ required: 0.1, scheduled: 0 })).toEqual({
      required: 0.1,
      scheduled: 0,
      difference: -0.1,
    })
    expect(shownPeople({ required: 17, scheduled: 16.5 }).difference).toBe(-0.5)
  })

  it('adds up for the eye, and is never more than a tenth from the truth', () => {
    const people = fc.double({ min: 0, max: 2000, noNaN: true })
    fc.assert(
      fc.property(people, people, (required, scheduled) => {
        const shown = shownPeople({ required, scheduled })
        expect(tenths(shown.required) + tenths(shown.difference)).toBe(tenths(shown.scheduled))
        expect(Math.abs(shown.scheduled - scheduled)).toBeLessThan(0.1 + 1e-9)
        expect(Math.abs(shown.difference - (scheduled - required))).toBeLessThan(0.05 + 1e-9)
      }),
    )
  })
})

describe('numberWidthPx', () => {
  it('keeps the cells of small centres, and gives large ones room', () => {
    expect(numberWidthPx([interval(0, 20, 8)])).toBe(27)
    // A sign of 9 px, two digits of 7.5, a comma of 4, and 3 px of air.
    expect(numberWidthPx([interval(0, 4, 3.5)])).toBe(31)
    expect(numberWidthPx([interval(0, 112.5, 112.5)])).toBe(37)
    expect(numberWidthPx([interval(0, 400, 288)])).toBe(34.5)
  })
})
