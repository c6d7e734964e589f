import type { CoverageInterval } from '../../../components/requirement-strip/coverage-cells.ts'
import type { TimeScale } from '../../../lib/time-scale.ts'
import type { PersonRow, ShiftMove, ViolationView } from './shift-grid-model.ts'

export interface ShiftGridProps {
  readonly scale: TimeScale
  readonly rows: readonly PersonRow[]
  readonly coverage: readonly CoverageInterval[]
  readonly violations: readonly ViolationView[]
  readonly nowMs: number
  /** A published schedule can be read and opened, not changed. */
  readonly isReadOnly: boolean
  readonly onOpen: (shiftId: string) => void
  readonly onMove: (move: ShiftMove) => void
  readonly onToggleLock: (shiftId: string) => void
}
