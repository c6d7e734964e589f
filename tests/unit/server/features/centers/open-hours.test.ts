import { describe, expect, it } from 'vitest'

import type { EpochMs } from '#forecasting/kernel/units.ts'
import { isEverOpen, isOpenAt } from '#server/features/centers/open-hours.ts'

const day = (from: number, to: number) => [{ fromMinutes: from * 60, toMinutes: to * 60 }]
const week = (from: number, to: number) => Array.from({ length: 7 }, () => day(from, to))
const OFFICE = [...Array.from({ length: 5 }, () => day(9, 18)), [], []]
/** Monday, 2 March 2026, in Almaty (UTC+5). */
const at = (clock: string): EpochMs => Date.parse(`2026-03-02T${clock}:00+05:00`) as EpochMs

describe('isOpenAt', () => {
  it('is by the hours of the centre for a queue that calls nobody', () => {
    const queue = { openingHours: week(8, 20), calledRegion: null }
    expect(isOpenAt(queue, at('08:00'), 'Asia/Almaty')).toBe(true)
    expect(isOpenAt(queue, at('19:59'), 'Asia/Almaty')).toBe(true)
    expect(isOpenAt(queue, at('20:00'), 'Asia/Almaty')).toBe(false)
  })

  it('is by both clocks for one that does', () => {
    // Nine in Moscow (UTC+3) is eleven in Almaty.
    const queue = {
      openingHours: week(8, 20),
      calledRegion: { timezone: 'Europe/Moscow', hours: OFFICE },
    }
    expect(isOpenAt(queue, at('10:59'), 'Asia/Almaty')).toBe(false)
    expect(isOpenAt(queue, at('11:00'), 'Asia/Almaty')).toBe(true)
    expect(isOpenAt(queue, at('19:59'), 'Asia/Almaty')).toBe(true)
    expect(isOpenAt(queue, at('20:00'), 'Asia/Almaty')).toBe(false)
  })

  it('is never on a day off of those who are called, and is for everybody else', () => {
    const rest = new Set(['2026-03-02'])
    const calling = {
      openingHours: week(8, 20),
      calledRegion: { timezone: 'Asia/Almaty', hours: OFFICE },
    }
    expect(isOpenAt(calling, at('12:00'), 'Asia/Almaty')).toBe(true)
    expect(isOpenAt(calling, at('12:00'), 'Asia/Almaty', rest)).toBe(false)
    const called = { openingHours: week(8, 20), calledRegion: null }
    expect(isOpenAt(called, at('12:00'), 'Asia/Almaty', rest)).toBe(true)
  })
})

describe('isEverOpen', () => {
  it('tells hours that never meet', () => {
    const night = {
      openingHours: week(0, 6),
      calledRegion: { timezone: 'Asia/Almaty', hours: OFFICE },
    }
    expect(isEverOpen(night, 'Asia/Almaty')).toBe(false)
    // Midnight in Almaty is four in the morning in Tokyo, and six is ten.
    const far = { ...night, calledRegion: { timezone: 'Asia/Tokyo', hours: OFFICE } }
    expect(isEverOpen(far, 'Asia/Almaty')).toBe(true)
  })
})
