import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'
import {
  dayCap,
  overtimeLimits,
  overtimeOf,
  publishedOvertime,
  weekCaps,
} from '#server/features/schedules/problem/overtime.ts'
import type { PlanningContract } from '#server/features/schedules/problem/planning-rows.ts'

const MONDAY = '2026-12-07' as LocalDate
/** Art. 71(4): 8 h a day; art. 78: 2 h a day, 12 h a month, 120 h a year. */
const limits = overtimeLimits({ rules: [] })
const PART_TIME = {
  code: 'PT',
  regime: 'part_time',
  weekTargetPaidMinutes: 1200,
  weekMaxPaidMinutes: 1440,
  dayMaxPaidMinutes: 360,
}
const caps = (
  allowed: readonly boolean[],
  account: readonly (readonly [string, number])[] = [],
  norms = allowed.map(() => 1200),
) =>
  weekCaps(norms, {
    contract: PART_TIME,
    allowed,
    account: new Map(account),
    limits,
    fromDate: MONDAY,
  })

describe('overtimeOf', () => {
  it('is what lies beyond the norm of the week, or of its days where that is more', () => {
    expect(overtimeOf({ paidMinutes: 2400, dayExcessMinutes: 0 }, 2400)).toBe(0)
    expect(overtimeOf({ paidMinutes: 2401, dayExcessMinutes: 0 }, 2400)).toBe(1)
    expect(overtimeOf({ paidMinutes: 2400, dayExcessMinutes: 480 }, 2400)).toBe(480)
  })
})

describe('weekCaps', () => {
  it('are the norm without a consent, and what the contract has room for with one', () => {
    expect(caps([false])).toEqual([1200])
    expect(caps([true])).toEqual([1440])
  })

  it('leave to a month what earlier weeks have not used', () => {
    // 7, 14, 21 December: their Sundays are of one month, 12 h in all.
    expect(caps([true, true, true, true])).toEqual([1440, 1440, 1440, 1440])
    expect(caps([true], [['2026-12', 719]])).toEqual([1201])
    expect(caps([true], [['2026-12', 720]])).toEqual([1200])
    expect(caps([true, true], [['2026-12', 500]])).toEqual([1420, 1200])
  })

  it('leave to a year what its months have not used', () => {
    expect(caps([true], [['2026', 7100]])).toEqual([1300])
    expect(caps([true], [['2026', 7200]])).toEqual([1200])
  })

  it('never give a month more than the law does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
        fc.nat(1000),
        (allowed, used) => {
          const weeks = caps(allowed, [['2026-12', used]])
          const inDecember = weeks.slice(0, 3).reduce((sum, cap) => sum + cap - 1200, 0)
          expect(inDecember).toBeLessThanOrEqual(Math.max(0, limits.inMonth - used))
        },
      ),
    )
  })
})

describe('dayCap', () => {
  const terms = { limits, fromDate: MONDAY }

  it('is eight hours without a consent in every week, ten with one', () => {
    expect(dayCap({ ...terms, allowed: [true, false], account: new Map() })).toBe(480)
    expect(dayCap({ ...terms, allowed: [true], account: new Map() })).toBe(600)
  })

  it('is less where the month has little left for six days', () => {
    expect(dayCap({ ...terms, allowed: [true], account: new Map([['2026-12', 660]]) })).toBe(490)
  })
})

describe('publishedOvertime', () => {
  const id = 'a' as OperatorId
  const week = (monday: string, paidMinutes: number) => ({
    operatorId: id,
    monday: monday as LocalDate,
    paidMinutes,
    dayExcessMinutes: 0,
    holidayMinutes: 0,
  })
  const rows = {
    workedWeeks: [week('2026-11-23', 1300), week('2026-11-30', 1400), week('2026-12-07', 1440)],
    // Away on Monday: four fifths of the norm are left.
    earlierAbsences: [
      {
        operatorId: id,
        kind: 'sick',
        fromDate: '2026-11-30' as LocalDate,
        toDate: '2026-11-30' as LocalDate,
      },
    ],
    absences: [],
    calendar: [],
    contracts: [
      PART_TIME,
      { ...PART_TIME, code: 'SW', regime: 'summarised' },
    ] as PlanningContract[],
  }
  const contracts = [{ fromDate: '2020-01-01' as LocalDate, code: 'PT' }]

  it('counts weeks outside the period, by the month of their Sunday and by the year', () => {
    const account = publishedOvertime({ id, contracts }, rows, { fromDate: MONDAY, days: 7 })
    expect([...account]).toEqual([
      ['2026-11', 100],
      ['2026', 540],
      ['2026-12', 440],
    ])
  })

  it('counts nobody else’s', () => {
    const other = { id: 'b' as OperatorId, contracts }
    expect(publishedOvertime(other, rows, { fromDate: MONDAY, days: 7 }).size).toBe(0)
  })

  it('counts no week of a contract that balances its hours', () => {
    const changed = {
      id,
      contracts: [
        { fromDate: '2020-01-01' as LocalDate, code: 'SW' },
        { fromDate: '2026-12-06' as LocalDate, code: 'PT' },
      ],
    }
    // The Sunday of the second week is the first day of the other contract.
    const account = publishedOvertime(changed, rows, { fromDate: MONDAY, days: 7 })
    expect([...account]).toEqual([
      ['2026-12', 440],
      ['2026', 440],
    ])
  })
})
