import { workedNightMinutes } from '../night-minutes.ts'
import type { Rule } from './rule.ts'

/** R11: who is barred from night work has no minute of it (Labour Code art. 76). */
export const nightBan: Rule = {
  code: 'R11',
  name: 'night_ban',
  check: ({ instance, operator, shifts }) =>
    shifts.flatMap(({ day, startMin, shape }) => {
      const nightMin = workedNightMinutes(startMin, shape, instance.rules)
      return operator.nightBan && nightMin > 0
        ? [{ atMin: startMin, days: [day], values: { nightMin } }]
        : []
    }),
}
