import type { Instance, Shape } from '../instance.ts'
import type { ShiftKind } from './shift-kinds.ts'

/**
 * The instance with some kinds of shift alone: each is a shape of its own that starts at one time, and a
 * contract has those of the shapes that it had.
 */
export function withKinds(instance: Instance, kinds: readonly ShiftKind[]): Instance {
  const idOf = ({ shape, startMin }: ShiftKind): string => `${shape}@${clock(startMin)}`
  const shapes = kinds.flatMap((kind): Shape[] => {
    const shape = instance.shapes.find(({ id }) => id === kind.shape)
    const { startMin } = kind
    return shape === undefined
      ? []
      : [{ ...shape, id: idOf(kind), startFromMin: startMin, startToMin: startMin }]
  })
  const contracts = instance.contracts.map((contract) => ({
    ...contract,
    shapes: kinds.filter(({ shape }) => contract.shapes.includes(shape)).map((kind) => idOf(kind)),
  }))
  return { ...instance, shapes, contracts }
}

function clock(minute: number): string {
  const hours = Math.floor(minute / 60)
  return `${String(hours).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
