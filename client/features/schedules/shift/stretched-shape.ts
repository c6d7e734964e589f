import type { ShapeView } from './allowed-starts.ts'

/** The next shape that is longer or shorter; undefined when there is none. */
export function nextShape(
  shapes: readonly ShapeView[],
  current: ShapeView,
  towards: 'longer' | 'shorter',
): ShapeView | undefined {
  const step = towards === 'longer' ? 1 : -1
  return shapes
    .filter(({ spanMinutes }) => (spanMinutes - current.spanMinutes) * step > 0)
    .toSorted((a, b) => (a.spanMinutes - b.spanMinutes) * step)[0]
}

/** The shape whose length is nearest to what is wanted; the present one when it is as near. */
export function nearestShape(
  shapes: readonly ShapeView[],
  current: ShapeView,
  spanMinutes: number,
): ShapeView {
  const distance = (shape: ShapeView): number => Math.abs(shape.spanMinutes - spanMinutes)
  return shapes.reduce((best, one) => (distance(one) < distance(best) ? one : best), current)
}
