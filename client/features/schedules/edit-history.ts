import {
  addedShift,
  type Grid,
  inverseOf,
  type NewShift,
  type ShiftEdit,
} from './shift/shift-edit.ts'

/** Edits that can be taken back and made again, the latest last. */
export interface EditHistory {
  readonly undo: readonly ShiftEdit[]
  readonly redo: readonly ShiftEdit[]
}

export const NO_HISTORY: EditHistory = { undo: [], redo: [] }

export type EditDirection = 'do' | 'undo' | 'redo'

/** The history after an edit was accepted: its inverse goes on the other pile. */
export function recorded(
  history: EditHistory,
  edit: ShiftEdit,
  direction: EditDirection,
  grids: { readonly before: Grid; readonly after: Grid; readonly absenceId?: string | null },
): EditHistory {
  const inverse = inverseOf(edit, grids.before, grids.after, grids.absenceId)
  const back = inverse === null ? [] : [inverse]
  const next: EditHistory =
    direction === 'do'
      ? { undo: [...history.undo, ...back], redo: [] }
      : direction === 'undo'
        ? { undo: history.undo.slice(0, -1), redo: [...history.redo, ...back] }
        : { undo: [...history.undo, ...back], redo: history.redo.slice(0, -1) }
  return renewed(edit).reduce((names, put) => renamed(names, put, grids), next)
}

interface PutBack {
  readonly shift: NewShift
  /** The id that it had before. */
  readonly replaces?: string
}

/** Shifts that an edit puts back. */
function renewed(edit: ShiftEdit): readonly PutBack[] {
  if (edit.kind === 'add') return [edit]
  if (edit.kind !== 'many') return []
  return edit.changes.flatMap(({ operatorId, after, replaces }) =>
    after === null || replaces === undefined ? [] : [{ shift: { operatorId, ...after }, replaces }],
  )
}

/** A shift that was put back has a new id: what is remembered of the old one follows it. */
function renamed(
  history: EditHistory,
  edit: PutBack,
  { before, after }: { readonly before: Grid; readonly after: Grid },
): EditHistory {
  const added = addedShift(edit.shift, before, after)
  const oldId = edit.replaces
  if (added === undefined || oldId === undefined) return history
  const follow = (one: ShiftEdit): ShiftEdit => {
    if (one.kind === 'add') return one
    if (one.kind !== 'many') return one.shiftId === oldId ? { ...one, shiftId: added.id } : one
    const changes = one.changes.map((change) =>
      change.shiftId === oldId ? { ...change, shiftId: added.id } : change,
    )
    return { ...one, changes }
  }
  return { undo: history.undo.map(follow), redo: history.redo.map(follow) }
}
