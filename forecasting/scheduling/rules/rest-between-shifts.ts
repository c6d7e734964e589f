import type { Rule } from './rule.ts'

/** R07: enough rest between the end of a shift and the start of the next, the last one before the
 * horizon included (Labour Code art. 83: 12 hours). */
export const restBetweenShifts: Rule = {
  code: 'R07',
  name: 'rest_between_shifts',
  check: ({ operator, contract, shifts }) =>
    shifts.flatMap(({ startMin, day }, index) => {
      const before = shifts[index - 1]
      const restMin = startMin - (before?.endMin ?? operator.history.lastShiftEnd)
      if (restMin >= contract.minRestMin) return []
      return [
        {
          atMin: startMin,
          days: before === undefined ? [day] : [before.day, day],
          values: { restMin, minRestMin: contract.minRestMin },
        },
      ]
    }),
}
