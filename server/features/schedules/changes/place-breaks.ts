import { breakWindows, firstOnGrid, inOrder } from '#forecasting/scheduling/break-windows.ts'
import type { InstanceRules, PlannedBreak, Shape } from '#forecasting/scheduling/instance.ts'

/**
 * Breaks for a shift that a planner adds by hand: each in the middle of what the rules leave it, so
 * that it can be moved either way.
 *
 * @param startMin start of the shift, minutes of the plan
 */
export function placeBreaks(shape: Shape, startMin: number, rules: InstanceRules): PlannedBreak[] {
  const windows = breakWindows(shape, rules)
  let earliest = 0
  return inOrder(shape).map(({ kind, lenMin }, index) => {
    const { fromMin = 0, toMin = 0, workBeforeMin = 0 } = windows[index] ?? {}
    const first = firstOnGrid(startMin, Math.max(fromMin, earliest + workBeforeMin))
    const middle = firstOnGrid(startMin, (fromMin + toMin) / 2)
    const offset = Math.max(first, Math.min(middle, toMin))
    earliest = offset + lenMin
    return { kind, start: startMin + offset, len: lenMin }
  })
}
