import { DAYS_PER_WEEK, MINUTES_PER_DAY, weekDaysMaximumOf } from '../instance.ts'
import type { Rule } from './rule.ts'

/**
 * R16: in a calendar week no more days are worked than the contract allows: two days off in a week of five
 * working days, one in a week of six (Labour Code, art. 84). A shift is worked on the day on which it starts.
 */
export const daysOff: Rule = {
  code: 'R16',
  name: 'days_off',
  check: ({ instance, operator, contract, shifts }) => {
    const worked = [...new Set(shifts.map(({ day }) => day))].toSorted((a, b) => a - b)
    const weeks = Map.groupBy(worked, (day) => Math.floor(day / DAYS_PER_WEEK))
    return [...weeks].flatMap(([week, days]) => {
      const weekMaxDays = weekDaysMaximumOf(operator, contract, week, instance.contracts)
      const oneTooMany = days[weekMaxDays]
      if (oneTooMany === undefined) return []
      const values = { workedDays: days.length, weekMaxDays, week }
      return [{ atMin: oneTooMany * MINUTES_PER_DAY, days, values }]
    })
  },
}
