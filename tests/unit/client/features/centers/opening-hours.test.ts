import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  clockMinutes,
  clockText,
  copyDay,
  endMinutes,
  isOrdered,
  isRoundTheClock,
  withDay,
  withStretch,
} from '../../../../../client/features/centers/opening-hours.ts'

const closed = Array.from({ length: 7 }, () => [])
const morning = { fromMinutes: 540, toMinutes: 780 }
const evening = { fromMinutes: 840, toMinutes: 1080 }

describe('the clock of a day', () => {
  it('reads back every minute that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        expect(clockMinutes(clockText(minutes))).toBe(minutes)
      }),
    )
  })

  it('ends a day at midnight, written as 00:00', () => {
    expect(clockText(1440)).toBe('00:00')
    expect(endMinutes('00:00')).toBe(1440)
    expect(endMinutes('18:30')).toBe(1110)
  })

  it.each(['24:00', '9', '9:5', '18:60', '', 'noon'])('refuses %j', (text) => {
    expect(clockMinutes(text)).toBeNull()
  })
})

describe('opening hours', () => {
  it('knows a day without an end from one that only looks like it', () => {
    const whole = { fromMinutes: 0, toMinutes: 1440 }
    expect(isRoundTheClock([whole])).toBe(true)
    expect(isRoundTheClock([{ ...whole, toMinutes: 1439 }])).toBe(false)
    expect(isRoundTheClock([])).toBe(false)
  })

  it('lets stretches touch, and neither overlap nor turn back', () => {
    expect(isOrdered([morning, evening])).toBe(true)
    expect(isOrdered([morning, { ...evening, fromMinutes: 780 }])).toBe(true)
    expect(isOrdered([morning, { ...evening, fromMinutes: 779 }])).toBe(false)
    expect(isOrdered([evening, morning])).toBe(false)
    expect(isOrdered([{ fromMinutes: 540, toMinutes: 540 }])).toBe(false)
  })

  it('copies a day to those that are named, and to no other', () => {
    const week = withDay(closed, 0, [morning, evening])
    const copied = copyDay(week, 0, [1, 6])
    expect(copied.map((day) => day.length)).toEqual([2, 2, 0, 0, 0, 0, 2])
  })

  it('adds a stretch that fits, as long as one does', () => {
    let day = withStretch([])
    for (let count = 0; count < 5; count++) {
      day = withStretch(day)
      expect(isOrdered(day)).toBe(true)
    }
    expect(withStretch(day)).toBe(day)
  })
})
