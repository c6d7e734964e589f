import type { ShiftMove, ShiftView } from './shift-grid-model.ts'

/** A shift moves by this much at a time: the grid of the requirement. */
const SNAP_MS = 900_000

/**
 * The shift moved by the nearest whole number of steps.
 *
 * @param byMs how far, earlier when negative
 */
export function movedShift({ id, startMs, endMs }: ShiftView, byMs: number): ShiftMove {
  const movedMs = Math.round(byMs / SNAP_MS) * SNAP_MS
  return { shiftId: id, startMs: startMs + movedMs, endMs: endMs + movedMs }
}

/** The move that Ctrl with this key asks for; null when the key is not left or right. */
export function moveByKey(shift: ShiftView, key: string): ShiftMove | null {
  if (key === 'ArrowLeft') return movedShift(shift, -SNAP_MS)
  if (key === 'ArrowRight') return movedShift(shift, SNAP_MS)
  return null
}
