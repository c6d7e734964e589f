import { describe, expect, it } from 'vitest'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import {
  accountingPeriodOf,
  hoursAccounts,
  leftMinutes,
  targetMinutes,
} from '#server/features/schedules/problem/hours-account.ts'
import type {
  PlanningContract,
  PlanningOperator,
} from '#server/features/schedules/problem/planning-rows.ts'

type Contracts = PlanningOperator['contracts']

const day = (date: string): LocalDate => date as LocalDate
const ID = 'a' as OperatorId
const CONTRACT = {
  code: 'SW',
  regime: 'summarised',
  weekTargetPaidMinutes: 2400,
  accountingMonths: 3,
} as PlanningContract
const FIVE_DAYS = { ...CONTRACT, code: 'FT', regime: 'five_day' } as PlanningContract
/** Independence Day, on a Wednesday: the only holiday of these months that the tests know. */
const HOLIDAY = {
  date: day('2026-12-16'),
  kind: 'holiday' as const,
  fiveDayWeek: 'off' as const,
  sixDayWeek: 'off' as const,
}
const person = (parts: { readonly hiredOn?: string; readonly contracts?: Contracts } = {}) => ({
  id: ID,
  hiredOn: day(parts.hiredOn ?? '2020-01-01'),
  leftOn: null,
  contracts: parts.contracts ?? [{ fromDate: day('2020-01-01'), code: 'SW' }],
})
const worked = (monday: string, hours: number, holidayHours = 0) => ({
  operatorId: ID,
  monday: day(monday),
  paidMinutes: hours * 60,
  dayExcessMinutes: 0,
  holidayMinutes: holidayHours * 60,
})
function accounts(
  fromDate: string,
  {
    days = 7,
    weeks = [],
    ...parts
  }: {
    readonly days?: number
    readonly weeks?: readonly ReturnType<typeof worked>[]
    readonly hiredOn?: string
    readonly contracts?: Contracts
  } = {},
) {
  const rows = {
    workedWeeks: weeks,
    publishedWeeks: weeks.map(({ monday }) => monday),
    earlierAbsences: [],
    absences: [],
    calendar: [HOLIDAY],
    contracts: [CONTRACT, FIVE_DAYS],
  }
  return hoursAccounts(person(parts), rows, { fromDate: day(fromDate), days })
}

describe('accountingPeriodOf', () => {
  it.each([
    ['2026-12-07', 3, '2026-09-28', '2026-12-27'],
    ['2026-12-28', 3, '2026-12-28', '2027-03-28'],
    ['2026-12-07', 1, '2026-11-30', '2026-12-27'],
    ['2026-12-07', 12, '2025-12-29', '2026-12-27'],
  ])('of %s by %i months is %s – %s: weeks by their Sundays', (monday, months, from, to) => {
    expect(accountingPeriodOf(day(monday), months)).toEqual({ fromDate: from, toDate: to })
  })
})

describe('hoursAccounts', () => {
  it('have the norm of the production calendar, and take weeks that nobody published as worked', () => {
    // Thirteen weeks of 40 h less the holiday; ten of them before the plan.
    expect(accounts('2026-12-07')).toEqual([
      {
        fromDate: '2026-09-28',
        toDate: '2026-12-27',
        weeks: [0],
        plannedFrom: '2026-12-07',
        plannedTo: '2026-12-13',
        normMinutes: (13 * 40 - 8) * 60,
        bookedMinutes: 10 * 40 * 60,
        aheadMinutes: 0,
      },
    ])
  })

  it('count what is published before and after, without holidays', () => {
    const weeks = [worked('2026-11-30', 44), worked('2026-12-14', 40, 8)]
    const [account] = accounts('2026-12-07', { weeks })
    expect(account).toMatchObject({
      bookedMinutes: (9 * 40 + 44 + 32) * 60,
      aheadMinutes: 4 * 60,
    })
  })

  it('are two where a plan crosses from one to the next', () => {
    expect(accounts('2026-12-21', { days: 14 })).toMatchObject([
      { toDate: '2026-12-27', weeks: [0], plannedFrom: '2026-12-21' },
      { fromDate: '2026-12-28', weeks: [1], plannedFrom: '2026-12-28', bookedMinutes: 0 },
    ])
  })

  it('owe nothing for days before somebody was hired', () => {
    const [account] = accounts('2026-12-07', { hiredOn: '2026-12-07' })
    expect(account).toMatchObject({ normMinutes: (3 * 40 - 8) * 60, bookedMinutes: 0 })
  })

  it('begin with the day on which the contract begins to balance hours', () => {
    // From Wednesday, 2 December: three days of that week, the two that follow it, one with a holiday.
    const contracts = [
      { fromDate: day('2020-01-01'), code: 'FT' },
      { fromDate: day('2026-12-02'), code: 'SW' },
    ]
    const [account] = accounts('2026-11-30', {
      days: 14,
      contracts,
      weeks: [worked('2026-11-16', 60)],
    })
    expect(account).toMatchObject({
      weeks: [0, 1],
      plannedFrom: '2026-12-02',
      plannedTo: '2026-12-13',
      normMinutes: (24 + 40 + 32 + 40) * 60,
      bookedMinutes: 0,
      aheadMinutes: 0,
    })
  })

  it('take a week that began under a contract bound to the week as worked by its norm', () => {
    const contracts = [
      { fromDate: day('2020-01-01'), code: 'FT' },
      { fromDate: day('2026-12-02'), code: 'SW' },
    ]
    const [account] = accounts('2026-12-07', { contracts, weeks: [worked('2026-11-30', 60)] })
    expect(account).toMatchObject({ bookedMinutes: 24 * 60, aheadMinutes: 0 })
  })

  it('end with the contract that balances hours', () => {
    const contracts = [
      { fromDate: day('2020-01-01'), code: 'SW' },
      { fromDate: day('2026-12-14'), code: 'FT' },
    ]
    const found = accounts('2026-12-07', { days: 14, contracts })
    expect(found).toHaveLength(1)
    // Eleven weeks of the quarter; the holiday lies in the week of the other contract.
    expect(found[0]).toMatchObject({ weeks: [0], normMinutes: 11 * 40 * 60 })
  })
})

describe('what a plan should reach and may', () => {
  it('is what the weeks owe where nothing is known to be ahead', () => {
    expect(targetMinutes(accounts('2026-12-07'), [2400])).toBe(2400)
  })

  it('shares out over the weeks left what earlier ones were short of', () => {
    // Three weeks are left: a third of twelve hours.
    const weeks = [worked('2026-11-30', 28)]
    expect(targetMinutes(accounts('2026-12-07', { weeks }), [2400])).toBe(2400 + 240)
  })

  it('ends with the norm of the accounting period', () => {
    const weeks = [worked('2026-12-07', 44), worked('2026-12-14', 40)]
    const [last] = accounts('2026-12-21', { weeks })
    // 40 h of the last week, less 4 h and 8 h above the norms of the two before.
    expect(last === undefined ? null : leftMinutes(last)).toBe(28 * 60)
    expect(targetMinutes(accounts('2026-12-21', { weeks }), [2400])).toBe(28 * 60)
  })

  it('is never less than nothing', () => {
    const weeks = [worked('2026-12-14', 200)]
    expect(targetMinutes(accounts('2026-12-21', { weeks }), [2400])).toBe(0)
  })
})
