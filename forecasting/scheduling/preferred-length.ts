import type { Contract, Operator, Shape } from './instance.ts'

/**
 * Paid minutes of a shift that a search gives somebody at most because they should have no longer one;
 * `Infinity` where nothing is asked, and where the contract has no shape so short.
 */
export function preferredPaidMost(
  { dayPreferredMaxPaidMin: most = Infinity }: Pick<Operator, 'dayPreferredMaxPaidMin'>,
  contract: Pick<Contract, 'shapes'>,
  shapes: readonly Pick<Shape, 'id' | 'paidMin'>[],
): number {
  if (most === Infinity) return most
  const isThere = shapes.some(({ id, paidMin }) => paidMin <= most && contract.shapes.includes(id))
  return isThere ? most : Infinity
}
