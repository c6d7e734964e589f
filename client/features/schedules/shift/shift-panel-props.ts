import type { RepairStart } from '../repair/use-repair.ts'
import type { PersonRow, ShiftView, ViolationView } from '../shift-grid/shift-grid-model.ts'
import type { QueueCoverage } from '../shortages/coverage-view.ts'
import type { ShapeView } from './allowed-starts.ts'
import type { Grid, ShiftEdit } from './shift-edit.ts'

export interface QueueName {
  readonly id: string
  readonly name: string
}

export interface ShiftPanelProps {
  readonly person: PersonRow
  readonly shift: ShiftView
  /** Those that the person's contract allows. */
  readonly shapes: readonly ShapeView[]
  readonly queues: readonly QueueName[]
  readonly coverage: readonly QueueCoverage[]
  /** Those of this person. */
  readonly violations: readonly ViolationView[]
  readonly grid: Grid
  readonly isReadOnly: boolean
  readonly onEdit: (edit: ShiftEdit) => void
  /** Somebody does not come: finds who does. Null when the reader may not. */
  readonly onAbsent: ((start: RepairStart) => void) | null
  readonly onClose: () => void
}
