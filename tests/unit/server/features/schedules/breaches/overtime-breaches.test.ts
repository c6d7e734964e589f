import { describe, expect, it } from 'vitest'

import { overtimeBreaches } from '#server/features/schedules/breaches/overtime-breaches.ts'

/** Week of Monday, 7 December 2026; Almaty is five hours ahead of UTC. */
function breaches(
  paidHours: readonly number[],
  parts: {
    readonly agreed?: boolean
    readonly regime?: string
    readonly usedHours?: number
  } = {},
) {
  const shifts = paidHours.map((hours, day) => {
    const startMs = Date.UTC(2026, 11, 7 + day, 4)
    return {
      id: `s${day}`,
      operatorId: 'person',
      startsAt: new Date(startMs).toISOString(),
      endsAt: new Date(startMs + hours * 3_600_000).toISOString(),
      breaks: [],
    }
  })
  const contract = {
    code: 'PT',
    regime: parts.regime ?? 'part_time',
    shapeCodes: [],
    dayMaxPaidMinutes: 600,
    weekMaxPaidMinutes: 2400,
    weekTargetPaidMinutes: 1200,
    accountingMonths: 3,
  }
  const rows = {
    timezone: 'Asia/Almaty',
    rules: [{ code: 'overtime_consent', article: '77(1)', parameters: {} }],
    shapes: [],
    contracts: [contract],
    calendar: [],
    absences: [],
    earlierAbsences: [],
    publishedWeeks: [],
    workedWeeks:
      parts.usedHours === undefined
        ? []
        : [
            {
              operatorId: 'person',
              monday: '2026-11-30',
              paidMinutes: 1200 + parts.usedHours * 60,
              dayExcessMinutes: 0,
            },
          ],
    weeklyLimits: [
      [
        {
          operatorId: 'person',
          nightBan: false,
          weekMaxPaidMinutes: null,
          shiftMaxPaidMinutes: null,
          holidayBan: false,
          holidayWorkAllowed: false,
          overtimeAllowed: parts.agreed ?? false,
        },
      ],
    ],
    operators: [
      {
        id: 'person',
        fullName: 'Айгүл Серік',
        contractCode: 'PT',
        contracts: [{ fromDate: '2020-01-01', code: 'PT' }],
        nightBan: false,
        hiredOn: '2020-01-01',
        leftOn: null,
        competentFor: [{ queueId: 'q', validUntil: null }],
      },
    ],
  }
  const period = { fromDate: '2026-12-07', days: 7, timezone: 'Asia/Almaty' }
  const loaded = { rows, shifts, period } as unknown
  return overtimeBreaches(loaded as Parameters<typeof overtimeBreaches>[0], 'ru')
}
const rulesOf = (...input: Parameters<typeof breaches>) =>
  breaches(...input).map(({ rule }) => rule)

describe('overtime', () => {
  it('is none up to the norm of the week and of the day, nor where hours are balanced', () => {
    expect(breaches([4, 4, 4, 4, 4])).toEqual([])
    expect(breaches([8, 8, 4])).toEqual([])
    expect(breaches([8, 8, 8], { regime: 'summarised' })).toEqual([])
  })

  it('asks for a consent from the first minute on, and names the shift with which it begins', () => {
    expect(breaches([5, 5, 5, 5.25])).toEqual([
      expect.objectContaining({
        rule: 'OVERTIME_CONSENT',
        article: '77(1)',
        hard: true,
        shiftId: 's3',
        dates: ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10'],
        text: 'Сверх нормы недели (20 ч) или дня: 15 мин; к сверхурочной работе не привлекается (ст. 77)',
      }),
    ])
    expect(rulesOf([8.5])).toEqual(['OVERTIME_CONSENT'])
  })

  it('is two hours a day with a consent, and no more', () => {
    expect(rulesOf([10, 6, 4], { agreed: true })).toEqual([])
    expect(rulesOf([7, 7, 6, 8], { agreed: true })).toEqual([])
    expect(rulesOf([10.25], { agreed: true })).toEqual(['OVERTIME_DAY'])
    expect(rulesOf([8, 8, 8, 8], { agreed: true })).toEqual(['OVERTIME_DAY'])
  })

  it('is twelve hours a month, with what is published outside the period', () => {
    expect(rulesOf([5, 5, 5, 7], { agreed: true, usedHours: 10 })).toEqual([])
    expect(rulesOf([5, 5, 5, 7.25], { agreed: true, usedHours: 10 })).toEqual(['OVERTIME_MONTH'])
  })

  it('is a hundred and twenty hours a year', () => {
    expect(rulesOf([5, 5, 5, 6], { agreed: true, usedHours: 120 })).toEqual([
      'OVERTIME_MONTH',
      'OVERTIME_YEAR',
    ])
  })
})
