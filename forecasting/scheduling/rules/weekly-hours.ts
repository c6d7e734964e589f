import { DAYS_PER_WEEK, MINUTES_PER_WEEK } from '../instance.ts'
import { paidByPeriod } from './paid-by-period.ts'
import type { Rule } from './rule.ts'

/** R13: paid time of the shifts that start in a week stays within the contract's weekly maximum. */
export const weeklyHours: Rule = {
  code: 'R13',
  name: 'weekly_hours',
  check: ({ contract, shifts }) =>
    paidByPeriod(shifts, ({ day }) => Math.floor(day / DAYS_PER_WEEK))
      .filter(({ paidMin }) => paidMin > contract.weekMaxPaidMin)
      .map(({ period, days, paidMin }) => ({
        atMin: period * MINUTES_PER_WEEK,
        days,
        values: { paidMin, weekMaxPaidMin: contract.weekMaxPaidMin, week: period },
      })),
}
