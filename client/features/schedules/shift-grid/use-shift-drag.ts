import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react'

import type { TimeScale } from '../../../lib/time-scale.ts'
import type { ShiftMove, ShiftView } from './shift-grid-model.ts'
import { movedShift } from './shift-move.ts'

interface Grip {
  readonly shift: ShiftView
  readonly fromX: number
  readonly move: ShiftMove
}

export interface ShiftDrag {
  /** What is in the hand, and how far it has come, pixels. */
  readonly dragged: { readonly shiftId: string; readonly px: number } | null
  readonly grab: (shift: ShiftView, event: ReactPointerEvent<HTMLElement>) => void
}

/**
 * Dragging a shift along the axis in steps of a quarter of an hour. Esc puts it back. Every drag has
 * a keyboard equal: Ctrl with the arrows.
 */
export function useShiftDrag(scale: TimeScale, onMove: (move: ShiftMove) => void): ShiftDrag {
  const [grip, setGrip] = useState<Grip | null>(null)
  const drop = useRef(onMove)
  useEffect(() => {
    drop.current = onMove
  })
  useEffect(() => {
    if (grip === null) return undefined
    const listening = new AbortController()
    const { signal } = listening
    const follow = ({ clientX }: PointerEvent): void => {
      const byMs = ((clientX - grip.fromX) / scale.hourWidthPx) * 3_600_000
      const move = movedShift(grip.shift, byMs)
      if (move.startMs !== grip.move.startMs) setGrip({ ...grip, move })
    }
    const release = (): void => {
      setGrip(null)
      if (grip.move.startMs !== grip.shift.startMs) drop.current(grip.move)
    }
    const letGo = (): void => setGrip(null)
    addEventListener('pointermove', follow, { signal })
    addEventListener('pointerup', release, { signal })
    addEventListener('pointercancel', letGo, { signal })
    addEventListener('keydown', ({ key }) => key === 'Escape' && letGo(), { signal })
    return () => listening.abort()
  }, [grip, scale])
  return {
    dragged:
      grip === null
        ? null
        : { shiftId: grip.shift.id, px: scale.x(grip.move.startMs) - scale.x(grip.shift.startMs) },
    grab: (shift, event) => {
      // A finger scrolls the grid; with one, a shift is opened and moved from there.
      if (event.button !== 0 || event.pointerType === 'touch') return
      setGrip({ shift, fromX: event.clientX, move: movedShift(shift, 0) })
    },
  }
}
