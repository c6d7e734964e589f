import type { RosteredShift } from './rule.ts'
import { paidMinutes } from './rule.ts'

/** Paid minutes of the shifts that fall into one period. */
export interface PeriodPaid {
  readonly period: number
  readonly days: readonly number[]
  readonly paidMin: number
}

/** Sums paid time by any period that a shift belongs to, such as its day or its week. */
export function paidByPeriod(
  shifts: readonly RosteredShift[],
  periodOf: (shift: RosteredShift) => number,
): PeriodPaid[] {
  return [...Map.groupBy(shifts, periodOf)].map(([period, members]) => ({
    period,
    days: [...new Set(members.map(({ day }) => day))],
    paidMin: members.reduce((minutes, shift) => minutes + paidMinutes(shift), 0),
  }))
}
