import { DAYS_PER_WEEK, MINUTES_PER_WEEK, periodMaximumOf } from '../instance.ts'
import { paidByPeriod } from './paid-by-period.ts'
import type { Finding, OperatorRoster, Rule } from './rule.ts'

/**
 * R14: paid time of the whole period stays within the operator's maximum, and so does that of weeks which
 * count together.
 */
export const periodHours: Rule = {
  code: 'R14',
  name: 'period_hours',
  check: (roster) => {
    const periodMaxPaidMin = periodMaximumOf(roster.operator, roster.contract)
    const whole = paidByPeriod(roster.shifts, () => 0)
      .filter(({ paidMin }) => paidMin > periodMaxPaidMin)
      .map(({ days, paidMin }) => ({ atMin: 0, days, values: { paidMin, periodMaxPaidMin } }))
    return [...whole, ...hoursOfWeeks(roster)]
  },
}

function hoursOfWeeks({ operator, shifts }: OperatorRoster): Finding[] {
  return (operator.weeksMaxPaidMin ?? []).flatMap(({ fromWeek, toWeek, maxPaidMin }) => {
    const own = shifts.filter(
      ({ day }) => day >= fromWeek * DAYS_PER_WEEK && day < toWeek * DAYS_PER_WEEK,
    )
    return paidByPeriod(own, () => 0)
      .filter(({ paidMin }) => paidMin > maxPaidMin)
      .map(({ days, paidMin }) => ({
        atMin: fromWeek * MINUTES_PER_WEEK,
        days,
        values: { paidMin, periodMaxPaidMin: maxPaidMin, fromWeek, toWeek },
      }))
  })
}
