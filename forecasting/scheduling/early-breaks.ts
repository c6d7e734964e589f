import { inOrder, workBetween } from './break-windows.ts'
import { BREAK_GRID_MINUTES, type Instance, type Shape, type Shift } from './instance.ts'

/**
 * A shift with its breaks as early as they may be, to ask the rules about the rest of it: whether the
 * breaks fit depends on the shape alone.
 *
 * @param start minute of the horizon
 */
export function withEarlyBreaks(
  { rules }: Pick<Instance, 'rules'>,
  { op, shape, start }: { readonly op: string; readonly shape: Shape; readonly start: number },
): Shift {
  let earliest = start
  const ordered = inOrder(shape)
  const breaks = ordered.map(({ kind, lenMin, fromMin }, k) => {
    const onGrid = Math.ceil((start + fromMin) / BREAK_GRID_MINUTES) * BREAK_GRID_MINUTES
    const at = Math.max(onGrid, earliest)
    earliest = at + lenMin + workBetween(ordered[k], ordered[k + 1], rules)
    return { kind, start: at, len: lenMin }
  })
  return { op, start, shape: shape.id, breaks }
}
