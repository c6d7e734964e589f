import type { Rule } from './rule.ts'

/** R01: every shift has a shape that the operator's contract allows. */
export const contractShapes: Rule = {
  code: 'R01',
  name: 'contract_shapes',
  check: ({ contract, shifts }) =>
    shifts
      .filter(({ shape }) => !contract.shapes.includes(shape.id))
      .map(({ shape, day, startMin }) => ({
        atMin: startMin,
        days: [day],
        values: { shape: shape.id, contract: contract.id },
      })),
}
