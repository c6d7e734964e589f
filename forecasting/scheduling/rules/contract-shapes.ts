import { contractOfDay } from '../instance.ts'
import type { Rule } from './rule.ts'

/** R01: every shift has a shape that the operator's contract allows, as it is in force on the day. */
export const contractShapes: Rule = {
  code: 'R01',
  name: 'contract_shapes',
  check: ({ instance, operator, contract, shifts }) =>
    shifts.flatMap(({ shape, day, startMin }) => {
      const { id, shapes } = contractOfDay(operator, contract, day, instance.contracts)
      if (shapes.includes(shape.id)) return []
      return [{ atMin: startMin, days: [day], values: { shape: shape.id, contract: id } }]
    }),
}
