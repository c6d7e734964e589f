import { periodMaximumOf } from '../instance.ts'
import { paidMinutesOf, type Rule } from './rule.ts'

/** Paid time of the whole plan stays within the person's norm (art. 75, summarised accounting). */
export const paidHoursInPeriod: Rule = {
  code: 'R14',
  legalSource: 'summarised',
  check: ({ operator, contract, shapes, shifts }) => {
    const minutes = shifts.reduce((sum, shift) => sum + paidMinutesOf(shift, shapes), 0)
    const most = periodMaximumOf(operator, contract)
    if (minutes <= most) return []
    return [{ code: 'R14', op: operator.id, atMinutes: 0, values: { minutes, most } }]
  },
}
