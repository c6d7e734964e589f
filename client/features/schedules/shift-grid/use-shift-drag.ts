import { type PointerEvent as ReactPointerEvent, useEffect, useState } from 'react'

import type { TimeScale } from '../../../lib/time-scale.ts'
import { useStable } from '../../../lib/use-stable.ts'
import type { ShiftView } from './shift-grid-model.ts'
import type { ShiftGridProps } from './shift-grid-props.ts'
import { movedShift } from './shift-move.ts'

/** What the pointer has taken: the shift, to move it, or its end, to make it longer or shorter. */
export interface GripOn {
  /** As it was when it was taken. */
  readonly shift: ShiftView
  readonly edge: 'whole' | 'end'
}

interface Grip extends GripOn {
  readonly fromX: number
  /** Where it was last proposed: its start, or its end. */
  readonly atMs: number
  readonly isMoved: boolean
}

type DragHandlers = Pick<ShiftGridProps, 'onMove' | 'onEnd' | 'onLetGo' | 'onPutBack'>

/**
 * Dragging a shift, or its end, along the axis in its steps: each step is proposed at once. Esc puts
 * it back. Every drag has a keyboard equal: Ctrl, or Ctrl and Shift, with the arrows.
 *
 * @returns takes hold of a shift
 */
export function useShiftDrag(
  scale: TimeScale,
  handlers: DragHandlers,
): (grip: GripOn, event: ReactPointerEvent<HTMLElement>) => void {
  const [grip, setGrip] = useState<Grip | null>(null)
  const follow = useStable(({ clientX }: PointerEvent) => {
    if (grip === null) return
    const { shift, edge } = grip
    const move = movedShift(shift, ((clientX - grip.fromX) / scale.hourWidthPx) * 3_600_000)
    const atMs = edge === 'whole' ? move.startMs : move.endMs
    if (atMs === grip.atMs) return
    setGrip({ ...grip, atMs, isMoved: true })
    if (edge === 'whole') handlers.onMove(move)
    else handlers.onEnd(shift.id, atMs)
  })
  const letGo = useStable(() => {
    setGrip(null)
    if (grip?.isMoved === true) handlers.onLetGo()
  })
  const putBack = useStable(() => {
    setGrip(null)
    if (grip?.isMoved === true) handlers.onPutBack()
  })
  const isHeld = grip !== null
  useEffect(() => {
    if (!isHeld) return undefined
    const listening = new AbortController()
    const { signal } = listening
    addEventListener('pointermove', follow, { signal })
    addEventListener('pointerup', letGo, { signal })
    addEventListener('pointercancel', putBack, { signal })
    addEventListener('keydown', ({ key }) => key === 'Escape' && putBack(), { signal })
    return () => listening.abort()
  }, [isHeld, follow, letGo, putBack])
  return (taken, event) => {
    // A finger scrolls the grid; with one, a shift is opened and moved from there.
    if (event.button !== 0 || event.pointerType === 'touch') return
    const { shift, edge } = taken
    const atMs = edge === 'whole' ? shift.startMs : shift.endMs
    setGrip({ ...taken, fromX: event.clientX, atMs, isMoved: false })
  }
}
