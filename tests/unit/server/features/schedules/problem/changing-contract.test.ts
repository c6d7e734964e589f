import { expect, it } from 'vitest'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import { buildInstance } from '#server/features/schedules/problem/build-instance.ts'

type Rows = Parameters<typeof buildInstance>[0]

const HOUR = 60
const FULL_TIME = {
  code: 'FT40',
  regime: 'five_day',
  shapeCodes: ['D8'],
  dayMaxPaidMinutes: 8 * HOUR,
  weekMaxPaidMinutes: 40 * HOUR,
  weekTargetPaidMinutes: 40 * HOUR,
  minRestMinutes: 12 * HOUR,
  weeklyRestMinutes: 42 * HOUR,
  maxConsecutiveDays: 6,
  maxConsecutiveNights: 0,
  costPerHour: 1,
  overtimeMultiplier: 1.5,
  accountingMonths: 1,
  splitShifts: false,
}
const PART_TIME = {
  ...FULL_TIME,
  code: 'PT20',
  regime: 'part_time',
  shapeCodes: ['D4'],
  dayMaxPaidMinutes: 4 * HOUR,
  weekMaxPaidMinutes: 20 * HOUR,
  weekTargetPaidMinutes: 20 * HOUR,
  maxConsecutiveDays: 5,
  costPerHour: 2,
}
const BY_SHIFTS = {
  ...FULL_TIME,
  code: 'SW12',
  regime: 'summarised',
  shapeCodes: ['D12'],
  dayMaxPaidMinutes: 11 * HOUR,
  weekMaxPaidMinutes: 44 * HOUR,
  accountingMonths: 3,
}

/** Two weeks from Monday, 7 December, under contracts that follow each other. */
function planned(...contracts: readonly (readonly [from: string, code: string])[]) {
  const rows = {
    timezone: 'Asia/Almaty',
    intervalMinutes: 30,
    weights: {},
    queues: [{ id: 'q', code: 'voice', channel: 'voice' }],
    rules: [],
    plannerRules: [],
    shapes: [],
    contracts: [FULL_TIME, PART_TIME, BY_SHIFTS],
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
        contractCode: contracts[0]?.[1],
        contracts: contracts.map(([fromDate, code]) => ({ fromDate, code })),
        nightBan: false,
        hiredOn: '2020-01-01',
        leftOn: null,
        competentFor: [{ queueId: 'q', validUntil: null }],
      },
    ],
  }
  const period = { fromDate: '2026-12-07' as LocalDate, days: 14, timezone: 'Asia/Almaty' }
  const instance = buildInstance(rows as unknown as Rows, [], period)
  const operator = instance.operators[0]
  return { operator, contract: instance.contracts.find(({ id }) => id === operator?.contract) }
}

it('leaves one contract as it is, whatever was before the period and comes after it', () => {
  const { operator } = planned(
    ['2020-01-01', 'SW12'],
    ['2026-12-07', 'FT40'],
    ['2026-12-21', 'PT20'],
  )
  expect(operator).toMatchObject({ contract: 'FT40', periodTargetPaidMin: 80 * HOUR })
  expect(operator).not.toHaveProperty('contractDays')
})

it('holds each day to its contract, and owes for each its share of the hours', () => {
  const { operator, contract } = planned(['2020-01-01', 'FT40'], ['2026-12-10', 'PT20'])
  expect(operator).toMatchObject({
    contract: 'FT40 → PT20',
    contractDays: [
      { fromDay: 0, toDay: 3, contract: 'FT40' },
      { fromDay: 3, toDay: 14, contract: 'PT20' },
    ],
    // Three days of eight hours and two of four; then a week of twenty.
    periodTargetPaidMin: (24 + 8 + 20) * HOUR,
    weekMaxPaidMin: [(24 + 8) * HOUR, 20 * HOUR],
  })
  expect(contract).toMatchObject({
    shapes: ['D8', 'D4'],
    maxConsecDays: 5,
    costPerHour: (3 * 1 + 11 * 2) / 14,
  })
})

it('binds the weeks before hours are balanced, and balances those after', () => {
  const { operator } = planned(['2020-01-01', 'FT40'], ['2026-12-14', 'SW12'])
  expect(operator).toMatchObject({
    contractDays: [
      { fromDay: 0, toDay: 7, contract: 'FT40' },
      { fromDay: 7, toDay: 14, contract: 'SW12' },
    ],
    periodTargetPaidMin: 80 * HOUR,
    weekMaxPaidMin: [40 * HOUR, 44 * HOUR],
  })
})

it('caps the hours of the weeks that are balanced by what their account has left', () => {
  // Of the quarter that ends on 27 December the week from 14 December is the last but one under balance.
  const { operator } = planned(['2020-01-01', 'SW12'], ['2026-12-14', 'FT40'])
  expect(operator).toMatchObject({
    periodTargetPaidMin: 80 * HOUR,
    periodMaxPaidMin: (40 + 44) * HOUR,
    weeksMaxPaidMin: [{ fromWeek: 0, toWeek: 1, maxPaidMin: 40 * HOUR }],
    weekMaxPaidMin: [44 * HOUR, 40 * HOUR],
  })
})
