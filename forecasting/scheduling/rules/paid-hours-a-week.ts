import { MINUTES_PER_WEEK } from '../instance.ts'
import { dayOf, paidMinutesOf, type Rule } from './rule.ts'

/** Paid time of a calendar week stays within the contract's limit (art. 68). */
export const paidHoursAWeek: Rule = {
  code: 'R13',
  legalSource: 'weekly_norm',
  check: ({ operator, contract, shapes, shifts }) =>
    [...Map.groupBy(shifts, (shift) => Math.floor(dayOf(shift) / 7))].flatMap(([week, own]) => {
      const minutes = own.reduce((sum, shift) => sum + paidMinutesOf(shift, shapes), 0)
      if (minutes <= contract.weekMaxPaidMin) return []
      const values = { minutes, most: contract.weekMaxPaidMin }
      return [{ code: 'R13', op: operator.id, atMinutes: week * MINUTES_PER_WEEK, values }]
    }),
}
