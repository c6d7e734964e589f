import { dayOf, type Rule } from './rule.ts'

/** Working days in a row, those before the plan included, stay within the house's limit. */
export const consecutiveDays: Rule = {
  code: 'R09',
  legalSource: 'house_consecutive_days',
  check: ({ operator, contract, shifts }) => {
    const days = [...new Set(shifts.map(dayOf))]
    let run = operator.history.consecDays
    return days.flatMap((day, i) => {
      run = day === (days[i - 1] ?? -1) + 1 ? run + 1 : 1
      if (run <= contract.maxConsecDays) return []
      const values = { days: run, most: contract.maxConsecDays }
      return [{ code: 'R09', op: operator.id, atMinutes: day * 1440, values }]
    })
  },
}
