import { describe, expect, it } from 'vitest'

import { holidayBreaches } from '#server/features/schedules/breaches/holiday-breaches.ts'

/** A shift of eight hours in the week of Independence Day, Wednesday, 16 December 2026. */
function breaches(
  startsAt: string,
  {
    regime = 'five_day',
    ...law
  }: {
    readonly regime?: string
    readonly holidayWorkAllowed?: boolean
    readonly holidayBan?: boolean
  } = {},
) {
  const endsAt = new Date(Date.parse(startsAt) + 8 * 3_600_000).toISOString()
  const loaded = {
    period: { fromDate: '2026-12-14', days: 7, timezone: 'Asia/Almaty' },
    shifts: [{ id: 's', operatorId: 'person', startsAt, endsAt, breaks: [] }],
    rows: {
      timezone: 'Asia/Almaty',
      rules: [{ code: 'holiday_work', article: '85(1), 86', parameters: {} }],
      shapes: [],
      contracts: [
        {
          code: 'C',
          regime,
          dayMaxPaidMinutes: 480,
          weekMaxPaidMinutes: 2400,
          accountingMonths: 3,
        },
      ],
      calendar: [
        { date: '2026-12-16', kind: 'holiday', fiveDayWeek: 'off', sixDayWeek: 'off' },
        { date: '2026-12-18', kind: 'substitute', fiveDayWeek: 'off', sixDayWeek: 'off' },
      ],
      absences: [],
      earlierAbsences: [],
      workedWeeks: [],
      publishedWeeks: [],
      weeklyLimits: [
        [{ operatorId: 'person', weekMaxPaidMinutes: null, shiftMaxPaidMinutes: null, ...law }],
      ],
      operators: [
        {
          id: 'person',
          fullName: 'Айгүл Серік',
          contractCode: 'C',
          contracts: [{ fromDate: '2020-01-01', code: 'C' }],
          hiredOn: '2020-01-01',
          leftOn: null,
          competentFor: [{ queueId: 'q', validUntil: null }],
        },
      ],
    },
  } as unknown
  return holidayBreaches(loaded as Parameters<typeof holidayBreaches>[0], 'ru')
}
// Almaty is five hours ahead of UTC.
const ON_IT = '2026-12-16T04:00:00.000Z'

describe('work on holidays', () => {
  it('asks for a consent, and says the day and not the reason', () => {
    expect(breaches(ON_IT)).toEqual([
      expect.objectContaining({
        rule: 'HOLIDAY_WORK',
        article: '85(1), 86',
        hard: true,
        shiftId: 's',
        dates: ['2026-12-16'],
        text: 'К работе в праздничный день 16 декабря 2026 не привлекается (ст. 84, 85)',
      }),
    ])
  })

  it('begins at midnight', () => {
    expect(breaches('2026-12-15T11:00:00.000Z')).toEqual([])
    expect(breaches('2026-12-15T11:30:00.000Z')).toHaveLength(1)
    expect(breaches('2026-12-16T19:00:00.000Z')).toEqual([])
  })

  it('is allowed by a consent, and to those who work by shifts', () => {
    expect(breaches(ON_IT, { holidayWorkAllowed: true })).toEqual([])
    expect(breaches(ON_IT, { regime: 'summarised' })).toEqual([])
    expect(breaches(ON_IT, { regime: 'shift' })).toEqual([])
  })

  it('is barred to whom the law keeps from it, shifts or not', () => {
    expect(breaches(ON_IT, { regime: 'shift', holidayBan: true })).toHaveLength(1)
  })

  it('is not work on a day off that stands for a holiday', () => {
    expect(breaches('2026-12-18T04:00:00.000Z')).toEqual([])
  })
})
