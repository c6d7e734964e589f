import { type KeyboardEvent, useState } from 'react'

import { useTravellingFocus } from '../../../lib/use-travelling-focus.ts'
import { focusAfterKey, type GridFocus, rowStops } from './grid-focus.ts'
import type { ShiftView } from './shift-grid-model.ts'
import type { ShiftGridProps } from './shift-grid-props.ts'
import { moveByKey } from './shift-move.ts'

const PAGE_ROWS = 12

export interface GridKeyboard {
  readonly focus: GridFocus
  /** The row that the focus left last. */
  readonly fromRow: number
  readonly setFocus: (focus: GridFocus) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  /** What has just happened, for a live region. */
  readonly announcement: GridEvent | null
}

/** What the last key did to a shift, or why it did nothing. */
export type GridEvent =
  | { readonly kind: 'moved'; readonly startMs: number; readonly endMs: number }
  | { readonly kind: 'lockedShiftStays' }

/** Arrows walk, Enter opens or adds, Ctrl with left or right moves, L locks, Delete takes away. */
export function useGridKeyboard(props: ShiftGridProps): GridKeyboard {
  const { rows, scale } = props
  const { position, fromRow, goTo } = useTravellingFocus<GridFocus>({ row: 0, stop: 0 })
  const [announcement, setAnnouncement] = useState<GridEvent | null>(null)
  const focus = insideGrid(position, props)
  const stopsOf = (row: number): ReturnType<typeof rowStops> => {
    const found = rows[row]
    return found === undefined ? [] : rowStops(found, scale.days)
  }
  const shift = stopsOf(focus.row)[focus.stop]?.shift ?? null

  const moveShift = (event: KeyboardEvent): boolean => {
    const isAsked = (event.ctrlKey || event.metaKey) && !props.isReadOnly
    const move = shift === null || !isAsked ? null : moveByKey(shift, event.key)
    if (shift === null || move === null) return false
    if (shift.isLocked) {
      setAnnouncement({ kind: 'lockedShiftStays' })
      return true
    }
    props.onMove(move)
    setAnnouncement({ kind: 'moved', startMs: move.startMs, endMs: move.endMs })
    return true
  }

  const addShift = (event: KeyboardEvent): boolean => {
    const stop = stopsOf(focus.row)[focus.stop]
    const person = rows[focus.row]
    const day = stop === undefined ? undefined : scale.days[stop.day]
    if (event.key !== 'Enter' || person === undefined || day === undefined) return false
    if (!props.isReadOnly) props.onAdd(person.id, day.startMs)
    return true
  }

  const removeShift = ({ id, isLocked }: ShiftView): boolean => {
    if (props.isReadOnly) return false
    if (isLocked) setAnnouncement({ kind: 'lockedShiftStays' })
    else props.onRemove(id)
    return true
  }

  const actOnShift = (event: KeyboardEvent): boolean => {
    if (shift === null) return addShift(event)
    if (event.key === 'Delete') return removeShift(shift)
    if (event.key === 'Enter') {
      props.onOpen(shift.id)
      return true
    }
    // By its place on the keyboard: with a Russian or Kazakh layout the same key types another letter.
    const isLockKey = event.code === 'KeyL' && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isLockKey || props.isReadOnly) return false
    props.onToggleLock(shift.id)
    return true
  }

  const walk = (event: KeyboardEvent): boolean => {
    const extent = { rowCount: rows.length, pageRows: PAGE_ROWS, stopsOf }
    const next = focusAfterKey(focus, event.key, event.ctrlKey || event.metaKey, extent)
    if (next !== null) goTo(next)
    return next !== null
  }

  return {
    focus,
    fromRow,
    setFocus: goTo,
    announcement,
    onKeyDown: (event) => {
      if (moveShift(event) || actOnShift(event) || walk(event)) event.preventDefault()
    },
  }
}

/** Rows and shifts come and go under the focus: it stays where it can. */
function insideGrid({ row, stop }: GridFocus, { rows, scale }: ShiftGridProps): GridFocus {
  const shownRow = Math.min(row, Math.max(0, rows.length - 1))
  const person = rows[shownRow]
  const stopCount = person === undefined ? 1 : rowStops(person, scale.days).length
  return { row: shownRow, stop: Math.min(stop, stopCount - 1) }
}
