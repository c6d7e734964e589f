import { expect, it } from 'vitest'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import { buildInstance } from '#server/features/schedules/problem/build-instance.ts'

type Rows = Parameters<typeof buildInstance>[0]

/** One person of 40 h a week, balanced over a quarter, whose quarter ends on Sunday, 27 December 2026. */
function planned(fromDate: string, days: number) {
  const rows = {
    timezone: 'Asia/Almaty',
    intervalMinutes: 30,
    weights: {},
    queues: [{ id: 'q', code: 'voice', channel: 'voice' }],
    rules: [],
    plannerRules: [],
    shapes: [],
    contracts: [
      {
        code: 'SW',
        regime: 'summarised',
        shapeCodes: [],
        dayMaxPaidMinutes: 660,
        weekMaxPaidMinutes: 2640,
        weekTargetPaidMinutes: 2400,
        accountingMonths: 3,
      },
    ],
    calendar: [],
    absences: [],
    earlierAbsences: [],
    unavailabilities: [],
    preferences: [],
    secondJobs: [],
    remoteWork: [],
    earlierShifts: [],
    publishedWeeks: [],
    workedWeeks: [],
    weeklyLimits: [],
    operators: [
      {
        id: 'person',
        personnelNumber: 'K-1',
        contractCode: 'SW',
        contracts: [{ fromDate: '2020-01-01', code: 'SW' }],
        nightBan: false,
        hiredOn: '2020-01-01',
        leftOn: null,
        competentFor: [{ queueId: 'q', validUntil: null }],
      },
    ],
  }
  const period = { fromDate: fromDate as LocalDate, days, timezone: 'Asia/Almaty' }
  return buildInstance(rows as unknown as Rows, [], period).operators[0]
}

it('holds the weeks of each accounting period apart: hours of the next one are not worked in this', () => {
  // Nobody published the eleven weeks before: 40 h of the quarter are left. The next one has 13 weeks, of
  // which the contract's 44 h bind.
  expect(planned('2026-12-21', 21)).toMatchObject({
    periodMaxPaidMin: 2400 + 2 * 2640,
    weeksMaxPaidMin: [
      { fromWeek: 0, toWeek: 1, maxPaidMin: 2400 },
      { fromWeek: 1, toWeek: 3, maxPaidMin: 2 * 2640 },
    ],
  })
})

it('needs nothing of that within one accounting period', () => {
  expect(planned('2026-12-14', 14)).toMatchObject({ periodMaxPaidMin: 4800 })
  expect(planned('2026-12-14', 14)).not.toHaveProperty('weeksMaxPaidMin')
})
