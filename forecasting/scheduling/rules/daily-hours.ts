import { contractOfDay, MINUTES_PER_DAY } from '../instance.ts'
import { paidByPeriod } from './paid-by-period.ts'
import type { Rule } from './rule.ts'

/** R06: paid time of the shifts that start on one day stays within the contract's daily maximum. */
export const dailyHours: Rule = {
  code: 'R06',
  name: 'daily_hours',
  check: ({ instance, operator, contract, shifts }) =>
    paidByPeriod(shifts, ({ day }) => day).flatMap(({ period, days, paidMin }) => {
      const { dayMaxPaidMin } = contractOfDay(operator, contract, period, instance.contracts)
      if (paidMin <= dayMaxPaidMin) return []
      return [{ atMin: period * MINUTES_PER_DAY, days, values: { paidMin, dayMaxPaidMin } }]
    }),
}
