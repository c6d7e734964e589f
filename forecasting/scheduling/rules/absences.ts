import { MINUTES_PER_DAY } from '../instance.ts'
import type { Finding, Rule } from './rule.ts'

/** R12: no shift touches a day of leave, or a time at which the operator is not available. */
export const absences: Rule = {
  code: 'R12',
  name: 'absences',
  check: ({ operator, shifts }) =>
    shifts.flatMap(({ day, startMin, endMin }) => {
      const touches = (fromMin: number, toMin: number): boolean =>
        startMin < toMin && endMin > fromMin
      const onLeave = operator.leaveDays
        .filter((leave) => touches(leave * MINUTES_PER_DAY, (leave + 1) * MINUTES_PER_DAY))
        .map((leave): Finding => ({ atMin: startMin, days: [day], values: { leaveDay: leave } }))
      const away = operator.unavailable
        .filter(([fromMin, toMin]) => touches(fromMin, toMin))
        .map(([fromMin, toMin]): Finding => ({
          atMin: startMin,
          days: [day],
          values: { unavailableFromMin: fromMin, unavailableToMin: toMin },
          houseRule: true,
        }))
      return [...onLeave, ...away]
    }),
}
