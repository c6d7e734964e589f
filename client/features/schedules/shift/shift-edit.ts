import type { components, paths } from '../../../api/schema.d.ts'

export type Grid = components['schemas']['ScheduleGrid']
export type Shift = components['schemas']['Shift']

/** One change of a draft by hand. */
export type ShiftEdit =
  | ({ readonly kind: 'place'; readonly shiftId: string } & Placement)
  | { readonly kind: 'lock'; readonly shiftId: string; readonly locked: boolean }
  | {
      readonly kind: 'workPlace'
      readonly shiftId: string
      /** Null: by the record of remote work. */
      readonly workPlace: Shift['workPlace']
    }
  | { readonly kind: 'remove'; readonly shiftId: string }
  | {
      readonly kind: 'add'
      readonly shift: NewShift
      /** The id that it had before it was taken away: put back, it gets another. */
      readonly replaces?: string
    }
  | ManyChanges

/** Many changes as one, with the absence that they answer or the requirement that they meet. */
export interface ManyChanges {
  readonly kind: 'many'
  readonly changes: readonly (ShiftReplacement & {
    /** The id that the shift had before it was taken away. */
    readonly replaces?: string
  })[]
  readonly absence?: Absence
  readonly requirementId?: string
  /** To take the absence back; which one it is, so that it can be recorded again. */
  readonly withdraws?: { readonly absenceId: string; readonly absence: Absence }
}

export type PlanChanges =
  paths['/api/v1/schedules/{scheduleId}/changes']['post']['requestBody']['content']['application/json']
export type ShiftReplacement = PlanChanges['changes'][number]
export type Absence = NonNullable<PlanChanges['absence']>

/** Where a shift is wanted; what is not named stays as it is. */
export interface Placement {
  readonly startsAt?: string
  /** Another shape brings its length, and its breaks. */
  readonly shape?: string
  /** As they were before, to take a change of shape back; else the shape's rules place them. */
  readonly breaks?: Shift['breaks']
}

export type NewShift = Pick<Shift, 'operatorId' | 'shape' | 'startsAt'> &
  Partial<Pick<Shift, 'locked' | 'breaks' | 'workPlace'>>

/**
 * The grid as it will be, before the server has checked it: shifts at once, coverage and violations
 * with the answer.
 */
export function applyEdit(grid: Grid, edit: ShiftEdit): Grid {
  if (edit.kind === 'add') return grid
  if (edit.kind === 'many') return { ...grid, shifts: replaced(grid, edit) }
  const shifts = grid.shifts.flatMap((shift) => {
    if (shift.id !== edit.shiftId) return [shift]
    switch (edit.kind) {
      case 'remove':
        return []
      case 'lock':
        return [{ ...shift, locked: edit.locked }]
      case 'workPlace':
        return [{ ...shift, workPlace: edit.workPlace }]
      case 'place':
        return [placedShift(shift, edit, grid.shapes)]
    }
  })
  return { ...grid, shifts }
}

/** New shifts come with the answer, as those of a single addition do. */
function replaced(grid: Grid, { changes }: ManyChanges): Shift[] {
  const changed = new Map(changes.map((change) => [change.shiftId, change]))
  return grid.shifts.flatMap((shift) => {
    const change = changed.get(shift.id)
    if (change === undefined) return [shift]
    return change.after === null ? [] : [placedShift(shift, change.after, grid.shapes)]
  })
}

/** The shift where it is wanted; the breaks of another shape are not known before the server places them. */
export function placedShift(shift: Shift, wish: Placement, shapes: Grid['shapes']): Shift {
  const moved = movedTo(shift, wish.startsAt ?? shift.startsAt)
  const shape = shapes.find(({ code }) => code === wish.shape)
  if (shape === undefined || shape.code === shift.shape) return moved
  const endMs = Date.parse(moved.startsAt) + shape.spanMinutes * 60_000
  const endsAt = new Date(endMs).toISOString()
  return { ...moved, shape: shape.code, endsAt, breaks: wish.breaks ?? [] }
}

function movedTo(shift: Shift, startsAt: string): Shift {
  const byMs = Date.parse(startsAt) - Date.parse(shift.startsAt)
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

/**
 * What undoes an edit, given the grid before and after it; null when there was nothing to change.
 *
 * @param absenceId of the absence that was recorded with it
 */
export function inverseOf(
  edit: ShiftEdit,
  before: Grid,
  after: Grid,
  absenceId: string | null = null,
): ShiftEdit | null {
  if (edit.kind === 'many') return inverseOfMany(edit, before, after, absenceId)
  if (edit.kind === 'add') {
    const added = addedShift(edit.shift, before, after)
    return added === undefined ? null : { kind: 'remove', shiftId: added.id }
  }
  const { shiftId } = edit
  const shift = before.shifts.find(({ id }) => id === shiftId)
  if (shift === undefined) return null
  switch (edit.kind) {
    case 'place': {
      const { startsAt, shape, breaks } = shift
      return edit.shape === undefined
        ? { kind: 'place', shiftId, startsAt }
        : { kind: 'place', shiftId, startsAt, shape, breaks }
    }
    case 'lock':
      return { kind: 'lock', shiftId, locked: shift.locked }
    case 'workPlace':
      return { kind: 'workPlace', shiftId, workPlace: shift.workPlace }
    case 'remove': {
      const { operatorId, shape, startsAt, locked, breaks, workPlace } = shift
      const put = { operatorId, shape, startsAt, locked, breaks, workPlace }
      return { kind: 'add', shift: put, replaces: shiftId }
    }
  }
}

function inverseOfMany(
  { changes, absence, requirementId, withdraws }: ManyChanges,
  before: Grid,
  after: Grid,
  absenceId: string | null,
): ManyChanges {
  const old = new Map(before.shifts.map((shift) => [shift.id, shift]))
  return {
    kind: 'many',
    changes: changes.flatMap((change): ManyChanges['changes'] => {
      const { operatorId, shiftId } = change
      const was = shiftId === null ? undefined : old.get(shiftId)
      if (was !== undefined) {
        const { shape, startsAt, breaks, workPlace, locked } = was
        const placed = { shape, startsAt, breaks, workPlace }
        return change.after === null
          ? [{ operatorId, shiftId: null, after: placed, locked, replaces: was.id }]
          : [{ operatorId, shiftId, after: placed }]
      }
      const added =
        change.after === null
          ? undefined
          : addedShift({ operatorId, ...change.after }, before, after)
      return added === undefined ? [] : [{ operatorId, shiftId: added.id, after: null }]
    }),
    ...(requirementId === undefined ? {} : { requirementId: before.schedule.requirementId }),
    ...(absence === undefined || absenceId === null ? {} : { withdraws: { absenceId, absence } }),
    ...(withdraws === undefined ? {} : { absence: withdraws.absence }),
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
