import type { ShiftMove, ShiftView } from './shift-grid-model.ts'

/**
 * The shift moved by the nearest whole number of its steps.
 *
 * @param byMs how far, earlier when negative
 */
export function movedShift({ id, startMs, endMs, stepMs }: ShiftView, byMs: number): ShiftMove {
  const movedMs = Math.round(byMs / stepMs) * stepMs
  return { shiftId: id, startMs: startMs + movedMs, endMs: endMs + movedMs }
}

/** The move that Ctrl with this key asks for; null when the key is not left or right. */
export function moveByKey(shift: ShiftView, key: string): ShiftMove | null {
  if (key === 'ArrowLeft') return movedShift(shift, -shift.stepMs)
  if (key === 'ArrowRight') return movedShift(shift, shift.stepMs)
  return null
}
