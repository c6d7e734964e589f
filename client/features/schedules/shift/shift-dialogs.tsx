import type { ReactElement } from 'react'

import type { GridView } from '../grid-view.ts'
import type { RepairStart } from '../repair/use-repair.ts'
import { AddShiftPanel } from './add-shift-panel.tsx'
import type { Grid, ShiftEdit } from './shift-edit.ts'
import type { QueueName } from './shift-panel-props.ts'
import { ShiftPanel } from './shift-panel.tsx'

/** What is open beside the grid: a shift, or an empty day that wants one. */
export type OpenShift =
  | { readonly kind: 'shift'; readonly shiftId: string }
  | { readonly kind: 'add'; readonly personId: string; readonly dayMs: number }

interface ShiftDialogsProps {
  readonly opened: OpenShift | null
  readonly view: GridView
  readonly grid: Grid
  readonly queues: readonly QueueName[]
  readonly isReadOnly: boolean
  readonly onEdit: (edit: ShiftEdit) => void
  /** Somebody does not come: finds who does. Null when the reader may not. */
  readonly onAbsent: ((start: RepairStart) => void) | null
  readonly onClose: () => void
}

/** The panel of what is open; nothing once its shift is gone. */
export function ShiftDialogs(props: ShiftDialogsProps): ReactElement | null {
  const { opened, view, grid, isReadOnly, onEdit, onClose } = props
  if (opened === null) return null
  const person = view.rows.find(({ id, shifts }) =>
    opened.kind === 'add'
      ? id === opened.personId
      : shifts.some((shift) => shift.id === opened.shiftId),
  )
  if (person === undefined) return null
  const allowed = new Set(grid.operators.find(({ id }) => id === person.id)?.shapes)
  const shapes = grid.shapes.filter(({ code }) => allowed.has(code))
  if (opened.kind === 'add') {
    const add = (shift: Extract<ShiftEdit, { kind: 'add' }>['shift']): void =>
      onEdit({ kind: 'add', shift })
    return (
      <AddShiftPanel
        person={person}
        dayMs={opened.dayMs}
        shapes={shapes}
        grid={grid}
        queues={props.queues}
        onAdd={add}
        onClose={onClose}
      />
    )
  }
  const shift = person.shifts.find(({ id }) => id === opened.shiftId)
  if (shift === undefined) return null
  return (
    <ShiftPanel
      person={person}
      shift={shift}
      shapes={shapes}
      queues={props.queues}
      coverage={view.coverage.queues}
      violations={view.violations.filter(({ personId }) => personId === person.id)}
      grid={grid}
      isReadOnly={isReadOnly}
      onEdit={onEdit}
      onAbsent={props.onAbsent}
      onClose={onClose}
    />
  )
}
