import { inOrder } from '../break-windows.ts'
import { BREAK_GRID_MINUTES, type Shape, type Shift } from '../instance.ts'
import { endOf, type Rule } from './rule.ts'

/** A shift has exactly its shape's breaks, in their windows, with work between them. */
export const breaksInPlace: Rule = {
  code: 'R04',
  legalSource: 'house_work_between_breaks',
  check: ({ instance, operator, shapes, shifts }) =>
    shifts.flatMap((shift) => {
      const shape = shapes.get(shift.shape)
      if (shape === undefined) return []
      const end = endOf(shift, shapes)
      return misplaced(shift, shape, { end, work: instance.rules.minWorkBetweenBreaksMin }).map(
        (atMinutes) => ({ code: 'R04', op: operator.id, atMinutes, values: { shape: shape.id } }),
      )
    }),
}

function misplaced(
  shift: Shift,
  shape: Shape,
  bounds: { readonly end: number; readonly work: number },
): number[] {
  const taken = shift.breaks.toSorted((a, b) => a.start - b.start)
  const needed = inOrder(shape)
  if (taken.length !== needed.length) return [shift.start]
  const faults: number[] = []
  let previous = shift.start
  taken.forEach((pause, k) => {
    const wish = needed[k]
    const offset = pause.start - shift.start
    const fits =
      wish !== undefined &&
      pause.kind === wish.kind &&
      pause.len === wish.lenMin &&
      offset >= wish.fromMin &&
      offset <= wish.toMin &&
      pause.start % BREAK_GRID_MINUTES === 0 &&
      pause.start - previous >= bounds.work
    if (!fits) faults.push(pause.start)
    previous = pause.start + pause.len
  })
  if (bounds.end - previous < bounds.work) faults.push(bounds.end)
  return faults
}
