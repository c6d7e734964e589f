import type { OperatorId } from '#forecasting/kernel/units.ts'

interface Owned {
  readonly operatorId: OperatorId
}

const groupsOf = new WeakMap<readonly Owned[], ReadonlyMap<OperatorId, readonly Owned[]>>()

/**
 * One person's rows of a list, in its order. The list is sorted out by person once and remembered as long as
 * it lives: a look at a thousand people asks for everybody's rows many times over.
 *
 * @param list never changed afterwards
 */
export function ofOperator<Row extends Owned>(
  list: readonly Row[],
  id: OperatorId,
): readonly Row[] {
  const known = groupsOf.get(list)
  const groups = known ?? Map.groupBy(list, ({ operatorId }) => operatorId)
  if (known === undefined) groupsOf.set(list, groups)
  return (groups.get(id) ?? []) as readonly Row[]
}
