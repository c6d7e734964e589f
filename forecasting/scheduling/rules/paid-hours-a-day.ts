import { dayOf, paidMinutesOf, type Rule } from './rule.ts'

/** Paid time of a day stays within the contract's limit (art. 71). */
export const paidHoursADay: Rule = {
  code: 'R06',
  legalSource: 'daily_norm',
  check: ({ operator, contract, shapes, shifts }) =>
    [...Map.groupBy(shifts, dayOf)].flatMap(([day, own]) => {
      const minutes = own.reduce((sum, shift) => sum + paidMinutesOf(shift, shapes), 0)
      if (minutes <= contract.dayMaxPaidMin) return []
      const values = { minutes, most: contract.dayMaxPaidMin }
      return [{ code: 'R06', op: operator.id, atMinutes: day * 1440, values }]
    }),
}
