import { describe, expect, it } from 'vitest'

import {
  axisTicks,
  panBy,
  stepOf,
  wholeDays,
  zoomOf,
  zoomTo,
} from '../../../../../client/features/imports/history-view.ts'

const ALMATY = 'Asia/Almaty'
/** Almaty kept UTC+6 until 1 March 2024, and has UTC+5 since. */
const at = (text: string): number => Date.parse(text)
const whole = { startMs: at('2024-01-01T00:00+06:00'), endMs: at('2026-01-01T00:00+05:00') }
const frame = (view = whole) => ({ view, whole, timeZone: ALMATY })

describe('zoomTo', () => {
  it('shows the last week of what is in view, in whole local days', () => {
    expect(zoomTo('week', frame())).toEqual({
      startMs: at('2025-12-25T00:00+05:00'),
      endMs: whole.endMs,
    })
  })

  it('keeps local midnights where the clock was put back', () => {
    const view = { startMs: whole.startMs, endMs: at('2024-03-03T00:00+05:00') }
    const week = zoomTo('week', frame(view))
    expect(week.startMs).toBe(at('2024-02-25T00:00+06:00'))
    // The 29th of February 2024 had 25 hours there.
    expect((week.endMs - week.startMs) / 3_600_000).toBe(169)
    expect(zoomOf(week, whole)).toBe('week')
  })

  it('goes back to everything', () => {
    expect(zoomTo('all', frame(zoomTo('day', frame())))).toEqual(whole)
    expect(zoomOf(whole, whole)).toBe('all')
  })
})

describe('panBy', () => {
  it('moves by its own length, there and back', () => {
    const month = zoomTo('month', frame())
    const earlier = panBy(-1, frame(month))
    expect(earlier.endMs).toBe(month.startMs)
    expect(panBy(1, frame(earlier))).toEqual(month)
  })

  it('stays where there is no history on that side', () => {
    const week = zoomTo('week', frame())
    expect(panBy(1, frame(week))).toEqual(week)
  })
})

describe('stepOf', () => {
  it('tells intervals apart in a week, and days in a month', () => {
    expect(stepOf(zoomTo('week', frame()))).toBe('interval')
    expect(stepOf(zoomTo('month', frame()))).toBe('day')
  })
})

describe('wholeDays', () => {
  it('takes the ends in any order, and gives one instant its day', () => {
    const [noon, evening] = [at('2025-06-15T12:00+05:00'), at('2025-06-16T19:00+05:00')]
    const days = { startMs: at('2025-06-15T00:00+05:00'), endMs: at('2025-06-17T00:00+05:00') }
    expect(wholeDays(evening, noon, ALMATY)).toEqual(days)
    expect(wholeDays(noon, noon, ALMATY).endMs).toBe(at('2025-06-16T00:00+05:00'))
  })
})

describe('axisTicks', () => {
  it('stands on first days of months, and on no more of them than fit', () => {
    expect(axisTicks(whole, ALMATY, 24)).toHaveLength(24)
    const few = axisTicks(whole, ALMATY, 12)
    expect(few).toHaveLength(12)
    expect(few[1]).toBe(at('2024-03-01T00:00+05:00'))
  })

  it('stands on days of a week and on every third hour of a day', () => {
    expect(axisTicks(zoomTo('week', frame()), ALMATY, 20)).toHaveLength(7)
    expect(axisTicks(zoomTo('day', frame()), ALMATY, 20)).toHaveLength(8)
  })
})
