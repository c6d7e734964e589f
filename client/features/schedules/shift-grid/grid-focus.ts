import type { ScaleDay } from '../../../lib/time-scale.ts'
import type { PersonRow, ShiftMove, ShiftView } from './shift-grid-model.ts'

/** One thing in a row that the focus can stand on: a shift, or a day without one. */
export interface GridStop {
  /** Index into the scale's days. */
  readonly day: number
  readonly shift: ShiftView | null
}

/** Where the focus is: a person, and a stop counted from the left. */
export interface GridFocus {
  readonly row: number
  readonly stop: number
}

/**
 * The stops of one person from left to right: the shifts of each day in order, or the empty day.
 * A shift belongs to the day on which it starts; one that began before the scale, to its first day.
 */
export function rowStops(person: PersonRow, days: readonly ScaleDay[]): GridStop[] {
  const startMs = days[0]?.startMs ?? 0
  return days.flatMap((scaleDay, day): GridStop[] => {
    const shifts = person.shifts.filter((shift) => {
      const shownStartMs = Math.max(shift.startMs, startMs)
      const isShown = shift.endMs > startMs
      return isShown && shownStartMs >= scaleDay.startMs && shownStartMs < scaleDay.endMs
    })
    return shifts.length === 0 ? [{ day, shift: null }] : shifts.map((shift) => ({ day, shift }))
  })
}

export interface GridExtent {
  readonly rowCount: number
  readonly pageRows: number
  readonly stopsOf: (row: number) => readonly GridStop[]
}

/** Where a key leads; null when it is not a key that moves. Ctrl with Home or End goes to a corner. */
export function focusAfterKey(
  focus: GridFocus,
  key: string,
  isCtrl: boolean,
  extent: GridExtent,
): GridFocus | null {
  const lastRow = extent.rowCount - 1
  const lastStop = (row: number): number => extent.stopsOf(row).length - 1
  switch (key) {
    case 'ArrowLeft':
      return { row: focus.row, stop: Math.max(0, focus.stop - 1) }
    case 'ArrowRight':
      return { row: focus.row, stop: Math.min(lastStop(focus.row), focus.stop + 1) }
    case 'ArrowUp':
      return inRow(focus, focus.row - 1, extent)
    case 'ArrowDown':
      return inRow(focus, focus.row + 1, extent)
    case 'PageUp':
      return inRow(focus, focus.row - extent.pageRows, extent)
    case 'PageDown':
      return inRow(focus, focus.row + extent.pageRows, extent)
    case 'Home':
      return { row: isCtrl ? 0 : focus.row, stop: 0 }
    case 'End':
      return isCtrl
        ? { row: lastRow, stop: lastStop(lastRow) }
        : { row: focus.row, stop: lastStop(focus.row) }
    default:
      return null
  }
}

/** The stop of another row on the same day, so that the focus goes straight up and down. */
function inRow(focus: GridFocus, wantedRow: number, extent: GridExtent): GridFocus {
  const row = Math.min(Math.max(wantedRow, 0), extent.rowCount - 1)
  if (row === focus.row) return focus
  const day = extent.stopsOf(focus.row)[focus.stop]?.day ?? 0
  const stop = extent.stopsOf(row).findIndex((candidate) => candidate.day === day)
  return { row, stop: Math.max(0, stop) }
}

/** The stop at which a shift stands after a move: over midnight it changes places with an empty day. */
export function stopAfterMove(
  person: PersonRow,
  days: readonly ScaleDay[],
  { shiftId, startMs, endMs }: ShiftMove,
): number {
  const shifts = person.shifts
    .map((shift) => (shift.id === shiftId ? { ...shift, startMs, endMs } : shift))
    .toSorted((a, b) => a.startMs - b.startMs)
  const stops = rowStops({ ...person, shifts }, days)
  return Math.max(
    0,
    stops.findIndex(({ shift }) => shift?.id === shiftId),
  )
}
