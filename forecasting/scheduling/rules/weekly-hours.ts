import { DAYS_PER_WEEK, MINUTES_PER_WEEK, weekMaximumOf } from '../instance.ts'
import { paidByPeriod } from './paid-by-period.ts'
import type { Rule } from './rule.ts'

/** R13: paid time of the shifts that start in a week stays within the operator's weekly maximum. */
export const weeklyHours: Rule = {
  code: 'R13',
  name: 'weekly_hours',
  check: ({ operator, contract, shifts }) =>
    paidByPeriod(shifts, ({ day }) => Math.floor(day / DAYS_PER_WEEK)).flatMap(
      ({ period, days, paidMin }) => {
        const weekMaxPaidMin = weekMaximumOf(operator, contract, period)
        if (paidMin <= weekMaxPaidMin) return []
        const values = { paidMin, weekMaxPaidMin, week: period }
        return [{ atMin: period * MINUTES_PER_WEEK, days, values }]
      },
    ),
}
