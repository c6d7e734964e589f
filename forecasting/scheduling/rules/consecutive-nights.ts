import { isNightShift } from '../night-minutes.ts'
import { dayOf, endOf, type Rule } from './rule.ts'

/** Night shifts in a row, those before the plan included, stay within the house's limit. */
export const consecutiveNights: Rule = {
  code: 'R10',
  legalSource: 'house_consecutive_nights',
  check: ({ instance, operator, contract, shapes, shifts }) => {
    let run = operator.history.consecNights
    let last = -1
    return shifts.flatMap((shift) => {
      const day = dayOf(shift)
      const isNight = isNightShift(shift.start, endOf(shift, shapes), instance.rules)
      run = isNight ? (day === last + 1 ? run + 1 : 1) : 0
      last = day
      if (run <= contract.maxConsecNights) return []
      const values = { nights: run, most: contract.maxConsecNights }
      return [{ code: 'R10', op: operator.id, atMinutes: shift.start, values }]
    })
  },
}
