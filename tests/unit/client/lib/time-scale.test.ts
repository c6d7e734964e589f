import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createTimeScale, fittingHourWidth } from '../../../../client/lib/time-scale.ts'

const HOUR = 3_600_000
/** Monday 15 June 2026, 00:00 in Almaty (UTC+5). */
const MONDAY = Date.UTC(2026, 5, 14, 19)

const week = createTimeScale({
  startMs: MONDAY,
  endMs: MONDAY + 168 * HOUR,
  hourWidthPx: 6,
  timeZone: 'Asia/Almaty',
})

describe('createTimeScale', () => {
  it('puts an hour every hourWidthPx pixels from the start', () => {
    expect([0, 1, 24, 168].map((hours) => week.x(MONDAY + hours * HOUR))).toEqual([0, 6, 144, 1008])
    expect(week.widthPx).toBe(1008)
  })

  it('makes seven days that touch, the last two a weekend', () => {
    expect(week.days.map(({ leftPx }) => leftPx)).toEqual([0, 144, 288, 432, 576, 720, 864])
    expect(week.days.map(({ isWeekend }) => isWeekend)).toEqual([
      ...Array.from({ length: 5 }, () => false),
      true,
      true,
    ])
  })

  it('cuts a span at the ends of the scale', () => {
    expect(week.span(MONDAY - 5 * HOUR, MONDAY + HOUR)).toEqual({ leftPx: 0, widthPx: 6 })
    expect(week.span(MONDAY - 5 * HOUR, MONDAY)).toBeNull()
  })

  it('has ticks on local hours with room for their labels', () => {
    // 6 px an hour: 12 hours are 72 px, the first step of the ladder above 44.
    expect(week.ticks.slice(0, 3).map(({ leftPx }) => leftPx)).toEqual([0, 72, 144])
  })

  it("gives Almaty's 29 February 2024 its 25 hours, and hour 23 twice", () => {
    // The law put clocks back from 24:00 to 23:00 at the end of that day (UTC+6 to UTC+5).
    const day = createTimeScale({
      startMs: Date.UTC(2024, 1, 28, 18),
      endMs: Date.UTC(2024, 1, 29, 19),
      hourWidthPx: 48,
      timeZone: 'Asia/Almaty',
    })
    expect(day.days).toHaveLength(1)
    expect(day.widthPx).toBe(25 * 48)
    expect(day.ticks).toHaveLength(25)
    expect(day.ticks.filter(({ isMidnight }) => isMidnight)).toHaveLength(1)
  })

  it('starts its ticks on the next whole hour', () => {
    const scale = createTimeScale({
      startMs: MONDAY + 0.5 * HOUR,
      endMs: MONDAY + 3 * HOUR,
      hourWidthPx: 60,
      timeZone: 'Asia/Almaty',
    })
    expect(scale.ticks.map(({ leftPx }) => leftPx)).toEqual([30, 90])
  })

  it('refuses an empty span and an hour without width', () => {
    const options = { startMs: 0, endMs: HOUR, hourWidthPx: 10, timeZone: 'UTC' }
    expect(() => createTimeScale({ ...options, endMs: 0 })).toThrow(RangeError)
    expect(() => createTimeScale({ ...options, hourWidthPx: 0 })).toThrow(RangeError)
  })

  it('puts touching spans at touching pixels, whatever the zoom', () => {
    const quarter = fc.integer({ min: 0, max: 671 })
    fc.assert(
      fc.property(quarter, fc.double({ min: 1, max: 90, noNaN: true }), (at, hourWidthPx) => {
        const scale = createTimeScale({ ...week, hourWidthPx })
        const middle = MONDAY + at * 900_000
        const left = scale.span(MONDAY, middle)
        const right = scale.span(middle, week.endMs)
        const sum = (left?.widthPx ?? 0) + (right?.widthPx ?? 0)
        expect(sum).toBe(scale.widthPx)
      }),
    )
  })
})

describe('fittingHourWidth', () => {
  it('makes days of a week, and hours of a day, a whole number of pixels', () => {
    // 1156 px: 165 whole pixels a day, 48 an hour.
    expect(fittingHourWidth(0, 168 * HOUR, 1156) * 24).toBe(165)
    expect(fittingHourWidth(0, 24 * HOUR, 1156)).toBe(48)
  })

  it('never gives an hour nothing', () => {
    expect(fittingHourWidth(0, 168 * HOUR, -10)).toBe(1)
  })
})
