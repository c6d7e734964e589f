import { describe, expect, it } from 'vitest'

import { accountingBreaches } from '#server/features/schedules/breaches/accounting-breaches.ts'

/**
 * Shifts of so many hours from Monday, 21 December 2026: the last week of the year's last quarter, whose
 * earlier weeks nobody published, so that 40 h of the norm are left.
 */
function breaches(
  hours: readonly number[],
  parts: { readonly agreed?: boolean; readonly regime?: string; readonly holiday?: string } = {},
) {
  const shifts = hours.map((paid, day) => {
    const startMs = Date.UTC(2026, 11, 21 + day, 4)
    return {
      id: `s${day}`,
      operatorId: 'person',
      startsAt: new Date(startMs).toISOString(),
      endsAt: new Date(startMs + paid * 3_600_000).toISOString(),
      breaks: [],
    }
  })
  const rows = {
    timezone: 'Asia/Almaty',
    rules: [{ code: 'summarised_overtime', article: '75(10)', parameters: {} }],
    shapes: [],
    contracts: [
      {
        code: 'SW',
        regime: parts.regime ?? 'summarised',
        shapeCodes: [],
        dayMaxPaidMinutes: 660,
        weekMaxPaidMinutes: 3600,
        weekTargetPaidMinutes: 2400,
        accountingMonths: 3,
      },
    ],
    calendar:
      parts.holiday === undefined
        ? []
        : [{ date: parts.holiday, kind: 'holiday', fiveDayWeek: 'off', sixDayWeek: 'off' }],
    absences: [],
    earlierAbsences: [],
    publishedWeeks: [],
    workedWeeks: [],
    weeklyLimits: [
      [
        {
          operatorId: 'person',
          weekMaxPaidMinutes: null,
          shiftMaxPaidMinutes: null,
          overtimeAllowed: parts.agreed ?? false,
        },
      ],
    ],
    operators: [
      {
        id: 'person',
        fullName: 'Айгүл Серік',
        contractCode: 'SW',
        contracts: [{ fromDate: '2020-01-01', code: 'SW' }],
        hiredOn: '2020-01-01',
        leftOn: null,
        competentFor: [{ queueId: 'q', validUntil: null }],
      },
    ],
  }
  const period = { fromDate: '2026-12-21', days: 7, timezone: 'Asia/Almaty' }
  const loaded = { rows, shifts, period } as unknown
  return accountingBreaches(loaded as Parameters<typeof accountingBreaches>[0], 'ru')
}

describe('the norm of an accounting period', () => {
  it('may be reached', () => {
    expect(breaches([11, 11, 11, 7])).toEqual([])
  })

  it('may not be exceeded by a minute without a consent', () => {
    expect(breaches([11, 11, 11, 7.25])).toEqual([
      expect.objectContaining({
        rule: 'SUMMARISED_OVERTIME',
        article: '75(10)',
        hard: true,
        shiftId: 's3',
        text: 'Сверх нормы 520 ч учётного периода 28 сентября 2026 – 27 декабря 2026: 15 мин при норме не более 0 ч (ст. 75, 77)',
      }),
    ])
  })

  it('may be exceeded by consent, by twelve hours for each of its months', () => {
    expect(breaches([11, 11, 11, 11, 11, 11, 10], { agreed: true })).toEqual([])
    expect(breaches([11, 11, 11, 11, 11, 11, 10.25], { agreed: true })).toHaveLength(1)
  })

  it('leaves out what is worked on a holiday, and is lower by it', () => {
    expect(breaches([11, 11, 11, 11], { holiday: '2026-12-24' })).toHaveLength(1)
    expect(breaches([11, 11, 10, 11], { holiday: '2026-12-24' })).toEqual([])
  })

  it('is not for those whom the week binds', () => {
    expect(breaches([11, 11, 11, 11], { regime: 'five_day' })).toEqual([])
  })
})
