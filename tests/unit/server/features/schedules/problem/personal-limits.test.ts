import { describe, expect, it } from 'vitest'

import type { OperatorId } from '#forecasting/kernel/units.ts'
import {
  personalContract,
  personalLimits,
} from '#server/features/schedules/problem/personal-limits.ts'
import type { PlanningContract } from '#server/features/schedules/problem/planning-rows.ts'

const ID = 'a' as OperatorId
const ASKED = { overtimeAllowed: false, holidayWorkAllowed: false, holidayBan: false }
const NONE = {
  nightBan: false,
  weekMaxPaidMinutes: null,
  shiftMaxPaidMinutes: null,
  personalBreaks: null,
}
const week = (part: object) => [{ operatorId: ID, ...NONE, ...ASKED, ...part }]
const CONTRACT: PlanningContract = {
  id: 'ft40',
  code: 'FT40',
  regime: 'five_day',
  shapeCodes: ['F8', 'S12'],
  dayMaxPaidMinutes: 660,
  weekMaxPaidMinutes: 2400,
  weekTargetPaidMinutes: 2400,
  minRestMinutes: 720,
  weeklyRestMinutes: 2520,
  maxConsecutiveDays: 6,
  maxConsecutiveNights: 4,
  costPerHour: 1,
  overtimeMultiplier: 1.5,
  accountingMonths: 3,
  splitShifts: false,
}
const PAID = new Map([
  ['F8', 480],
  ['S12', 660],
])

describe('the limits of one person', () => {
  it('are the strictest of the weeks that are planned, and of no others', () => {
    const weeklyLimits = [
      week({ weekMaxPaidMinutes: 2160 }),
      week({ nightBan: true, weekMaxPaidMinutes: 1440 }),
    ]
    expect(personalLimits(ID, { weeklyLimits }, 1)).toEqual({
      ...NONE,
      weekMaxPaidMinutes: 2160,
      weeks: [ASKED],
    })
    expect(personalLimits(ID, { weeklyLimits }, 2)).toMatchObject({
      nightBan: true,
      weekMaxPaidMinutes: 1440,
    })
    expect(personalLimits('b' as OperatorId, { weeklyLimits }, 2)).toEqual({
      ...NONE,
      weeks: [ASKED, ASKED],
    })
  })

  it('say of each week what may be asked for in it', () => {
    const weeklyLimits = [week({}), week({ overtimeAllowed: true })]
    expect(personalLimits(ID, { weeklyLimits }, 2).weeks).toEqual([
      ASKED,
      { ...ASKED, overtimeAllowed: true },
    ])
  })

  it('leave a contract alone that asks for no more', () => {
    expect(personalContract(CONTRACT, { ...NONE, weekMaxPaidMinutes: 2400 }, PAID)).toBe(CONTRACT)
  })

  it('shorten weeks, and take away shifts that are too long', () => {
    const limits = { ...NONE, weekMaxPaidMinutes: 2160, shiftMaxPaidMinutes: 480 }
    expect(personalContract(CONTRACT, limits, PAID)).toMatchObject({
      shapeCodes: ['F8'],
      dayMaxPaidMinutes: 480,
      weekMaxPaidMinutes: 2160,
      weekTargetPaidMinutes: 2160,
    })
  })
})
