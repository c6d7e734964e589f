import { describe, expect, it } from 'vitest'

import { type OwnShifts, ownDays } from '../../../../../client/features/own-shifts/own-shifts.ts'

const timezone = 'Asia/Almaty'
const shift = {
  startsAt: '2026-12-08T18:00:00.000Z',
  endsAt: '2026-12-09T03:00:00.000Z',
  shape: 'N9',
  workPlace: 'office' as const,
  breaks: [],
}
const own: OwnShifts = {
  today: '2026-12-07',
  timezone,
  published: [{ fromDate: '2026-12-08', toDate: '2026-12-10' }],
  shifts: [shift],
  sessions: [],
  absences: [{ kind: 'annual', fromDate: '2026-12-10', toDate: '2026-12-20' }],
  seenAt: null,
  changes: [],
}

describe('ownDays', () => {
  it('shows days that are published, each by the date on which its shift begins there', () => {
    const days = ownDays(own, Date.parse('2026-12-07T04:00:00.000Z'))
    expect(days.map(({ date, shifts, absence }) => [date, shifts.length, absence])).toEqual([
      // 18:00 in UTC is 23:00 of the same day in Almaty.
      ['2026-12-08', 1, null],
      ['2026-12-09', 0, null],
      ['2026-12-10', 0, 'annual'],
    ])
  })

  it('leaves out days that are over', () => {
    const days = ownDays(own, Date.parse('2026-12-09T20:00:00.000Z'))
    expect(days.map(({ date }) => date)).toEqual(['2026-12-10'])
  })
})
