import { describe, expect, it } from 'vitest'

import { localDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import { remoteDaysOf, workPlaceOf } from '#server/features/schedules/problem/work-place.ts'

const ID = 'a' as OperatorId
const OTHER = 'b' as OperatorId
const WEEK = { fromDate: localDate('2026-12-07'), days: 7 }
/** Mondays and Fridays at home, from Tuesday, 8 December, to Saturday. */
const remoteWork = [
  {
    operatorId: ID,
    homeWeekdays: [0, 4],
    fromDate: localDate('2026-12-08'),
    toDate: localDate('2026-12-12'),
  },
]
const known = { remoteWork, timezone: 'Asia/Almaty' }

describe('remoteDaysOf', () => {
  it('are the days that the record covers, at home or not', () => {
    expect(remoteDaysOf(ID, known, WEEK)).toEqual([
      { date: '2026-12-08', byRecord: 'office' },
      { date: '2026-12-09', byRecord: 'office' },
      { date: '2026-12-10', byRecord: 'office' },
      { date: '2026-12-11', byRecord: 'home' },
      { date: '2026-12-12', byRecord: 'office' },
    ])
    expect(remoteDaysOf(OTHER, known, WEEK)).toEqual([])
  })
})

describe('workPlaceOf', () => {
  const shift = (startsAt: string, workPlace: 'office' | 'home' | null = null) => ({
    operatorId: ID,
    startsAt,
    workPlace,
  })

  it('goes by the day of the centre on which the shift starts, to its end', () => {
    // 22:00 of Friday in Almaty, to the morning of Saturday.
    expect(workPlaceOf(shift('2026-12-11T17:00:00.000Z'), known)).toBe('home')
    // 00:30 of Saturday in Almaty, which is Friday in UTC.
    expect(workPlaceOf(shift('2026-12-11T19:30:00.000Z'), known)).toBe('office')
  })

  it('goes by what somebody has set before all', () => {
    expect(workPlaceOf(shift('2026-12-11T04:00:00.000Z', 'office'), known)).toBe('office')
    expect(workPlaceOf(shift('2026-12-09T04:00:00.000Z', 'home'), known)).toBe('home')
  })
})
