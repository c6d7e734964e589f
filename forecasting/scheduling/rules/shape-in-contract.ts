import type { Rule } from './rule.ts'

/** A person works only the kinds of shift that the contract names. */
export const shapeInContract: Rule = {
  code: 'R01',
  legalSource: null,
  check: ({ operator, contract, shifts }) =>
    shifts
      .filter(({ shape }) => !contract.shapes.includes(shape))
      .map(({ start, shape }) => ({
        code: 'R01',
        op: operator.id,
        atMinutes: start,
        values: { shape, contract: contract.id },
      })),
}
