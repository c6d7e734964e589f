import { contractOfDay } from '../instance.ts'
import type { Rule } from './rule.ts'

/** R18: a shift is in two parts, with a gap between them, only where the contract provides for it (Labour Code, art. 72). */
export const splitShift: Rule = {
  code: 'R18',
  name: 'split_shift',
  check: ({ instance, operator, contract, shifts }) =>
    shifts.flatMap(({ shift, day }) => {
      const gap = shift.breaks.find(({ kind }) => kind === 'gap')
      if (gap === undefined) return []
      const { id, splitShifts } = contractOfDay(operator, contract, day, instance.contracts)
      if (splitShifts === true) return []
      return [{ atMin: gap.start, days: [day], values: { gapMin: gap.len, contract: id } }]
    }),
}
