import { periodMaximumOf } from '../instance.ts'
import { paidByPeriod } from './paid-by-period.ts'
import type { Rule } from './rule.ts'

/** R14: paid time of the whole period stays within the operator's maximum. */
export const periodHours: Rule = {
  code: 'R14',
  name: 'period_hours',
  check: ({ operator, contract, shifts }) => {
    const periodMaxPaidMin = periodMaximumOf(operator, contract)
    return paidByPeriod(shifts, () => 0)
      .filter(({ paidMin }) => paidMin > periodMaxPaidMin)
      .map(({ days, paidMin }) => ({ atMin: 0, days, values: { paidMin, periodMaxPaidMin } }))
  },
}
