import type { CoverageInterval } from '../../../components/requirement-strip/coverage-cells.ts'
import type { TimeScale } from '../../../lib/time-scale.ts'
import type { Towards } from './grid-keys.ts'
import type { PersonRow, ShiftMove, ViolationView } from './shift-grid-model.ts'

/** A shift of somebody, or somebody's first day. */
export interface GridTarget {
  readonly personId: string
  readonly shiftId: string | null
}

export interface ShiftGridProps {
  readonly scale: TimeScale
  /** Of the schedule, whose hours stand beside each name; the axis may show one of them. */
  readonly weeks: number
  readonly rows: readonly PersonRow[]
  readonly coverage: readonly CoverageInterval[]
  readonly violations: readonly ViolationView[]
  readonly nowMs: number
  /** A published schedule can be read and opened, not changed. */
  readonly isReadOnly: boolean
  /** What to bring into view and to put the focus on; a new object does it again. */
  readonly shown?: GridTarget | null
  /** Why is an interval short or over? */
  readonly onAsk?: (atMs: number) => void
  readonly onOpen: (shiftId: string) => void
  /** A shift is wanted on an empty day, given by its first instant. */
  readonly onAdd: (personId: string, dayMs: number) => void
  readonly onRemove: (shiftId: string) => void
  /** A move or another length is proposed: its effect is shown before it is kept or put back. */
  readonly isProposing: boolean
  readonly onMove: (move: ShiftMove) => void
  readonly onStretch: (shiftId: string, towards: Towards) => void
  /** Another end is wanted; the nearest that a shape has will do. */
  readonly onEnd: (shiftId: string, endMs: number) => void
  readonly onKeep: () => void
  readonly onPutBack: () => void
  /** The pointer has let go of what it moved. */
  readonly onLetGo: () => void
  readonly onToggleLock: (shiftId: string) => void
}
