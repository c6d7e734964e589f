import type { components } from '../../api/schema.d.ts'

export type Grid = components['schemas']['ScheduleGrid']
export type Shift = components['schemas']['Shift']

/** One change of a draft by hand. */
export type ShiftEdit =
  | { readonly kind: 'move'; readonly shiftId: string; readonly startsAt: string }
  | { readonly kind: 'lock'; readonly shiftId: string; readonly locked: boolean }
  | { readonly kind: 'reshape'; readonly shiftId: string; readonly shape: string }
  | { readonly kind: 'remove'; readonly shiftId: string }
  | {
      readonly kind: 'add'
      readonly shift: NewShift
      /** The id that it had before it was taken away: put back, it gets another. */
      readonly replaces?: string
    }

export type NewShift = Pick<Shift, 'operatorId' | 'shape' | 'startsAt'> &
  Partial<Pick<Shift, 'locked' | 'breaks'>>

/**
 * The grid as it will be, before the server has checked it: shifts at once, coverage and violations
 * with the answer.
 */
export function applyEdit(grid: Grid, edit: ShiftEdit): Grid {
  if (edit.kind === 'add') return grid
  const shifts = grid.shifts.flatMap((shift) => {
    if (shift.id !== edit.shiftId) return [shift]
    switch (edit.kind) {
      case 'remove':
        return []
      case 'lock':
        return [{ ...shift, locked: edit.locked }]
      case 'move':
        return [moved(shift, Date.parse(edit.startsAt) - Date.parse(shift.startsAt))]
      case 'reshape':
        return [reshaped(shift, edit.shape, grid)]
    }
  })
  return { ...grid, shifts }
}

function moved(shift: Shift, byMs: number): Shift {
  const later = (instant: string): string => new Date(Date.parse(instant) + byMs).toISOString()
  return {
    ...shift,
    startsAt: later(shift.startsAt),
    endsAt: later(shift.endsAt),
    breaks: shift.breaks.map((pause) => ({
      ...pause,
      startsAt: later(pause.startsAt),
      endsAt: later(pause.endsAt),
    })),
  }
}

function reshaped(shift: Shift, code: string, grid: Grid): Shift {
  const shape = grid.shapes.find((one) => one.code === code)
  if (shape === undefined) return shift
  const endMs = Date.parse(shift.startsAt) + shape.spanMinutes * 60_000
  return { ...shift, shape: code, endsAt: new Date(endMs).toISOString(), breaks: [] }
}

/** What undoes an edit, given the grid before and after it; null when there was nothing to change. */
export function inverseOf(edit: ShiftEdit, before: Grid, after: Grid): ShiftEdit | null {
  if (edit.kind === 'add') {
    const added = addedShift(edit.shift, before, after)
    return added === undefined ? null : { kind: 'remove', shiftId: added.id }
  }
  const { shiftId } = edit
  const shift = before.shifts.find(({ id }) => id === shiftId)
  if (shift === undefined) return null
  switch (edit.kind) {
    case 'move':
      return { kind: 'move', shiftId, startsAt: shift.startsAt }
    case 'lock':
      return { kind: 'lock', shiftId, locked: shift.locked }
    case 'reshape':
      return { kind: 'reshape', shiftId, shape: shift.shape }
    case 'remove': {
      const { operatorId, shape, startsAt, locked, breaks } = shift
      const put = { operatorId, shape, startsAt, locked, breaks }
      return { kind: 'add', shift: put, replaces: shiftId }
    }
  }
}

/** The shift that an addition made. */
export function addedShift(wish: NewShift, before: Grid, after: Grid): Shift | undefined {
  const known = new Set(before.shifts.map(({ id }) => id))
  return after.shifts.find(
    ({ id, operatorId, startsAt }) =>
      !known.has(id) &&
      operatorId === wish.operatorId &&
      Date.parse(startsAt) === Date.parse(wish.startsAt),
  )
}
