import { describe, expect, it } from 'vitest'

import { weekOfDate, weeksWithin } from '../../../../client/lib/planning-week.ts'

const ZONE = 'Asia/Almaty'

describe('weekOfDate', () => {
  it('begins on the Monday before, at midnight of the centre', () => {
    // 9 December 2026 is a Wednesday; Monday 00:00 at UTC+5 is Sunday 19:00 UTC.
    expect(weekOfDate('2026-12-09', ZONE)).toEqual({
      date: '2026-12-07',
      startMs: Date.UTC(2026, 11, 6, 19),
      endMs: Date.UTC(2026, 11, 13, 19),
    })
  })

  it('has 169 hours when the clock is put back in it', () => {
    // Almaty went from UTC+6 to UTC+5 on 1 March 2024.
    const week = weekOfDate('2024-02-29', ZONE)
    expect(((week?.endMs ?? 0) - (week?.startMs ?? 0)) / 3_600_000).toBe(169)
  })

  it('knows no week of what is no date', () => {
    expect(weekOfDate('2026-02-30', ZONE)).toBeNull()
  })
})

describe('weeksWithin', () => {
  it('has every week of which a version covers a day', () => {
    // From Wednesday 9 December for seven days: two weeks, each in part.
    const dates = weeksWithin({ fromDate: '2026-12-09', toDate: '2026-12-16' }, ZONE)
    expect(dates.map(({ date }) => date)).toEqual(['2026-12-07', '2026-12-14'])
    const whole = weeksWithin({ fromDate: '2026-12-07', toDate: '2026-12-14' }, ZONE)
    expect(whole.map(({ date }) => date)).toEqual(['2026-12-07'])
  })
})
