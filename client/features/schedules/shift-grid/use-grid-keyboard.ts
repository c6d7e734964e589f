import { type KeyboardEvent, useState } from 'react'

import { useTravellingFocus } from '../../../lib/use-travelling-focus.ts'
import { focusAfterKey, type GridFocus, rowStops, stopAfterMove } from './grid-focus.ts'
import { actionOfKey, type GridAction } from './grid-keys.ts'
import type { ShiftGridProps } from './shift-grid-props.ts'

const PAGE_ROWS = 12

export interface GridKeyboard {
  readonly focus: GridFocus
  /** The row that the focus left last. */
  readonly fromRow: number
  readonly setFocus: (focus: GridFocus) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  /** What the last key did, for a live region. */
  readonly announced: GridAction | null
}

/** Arrows walk; `grid-keys.ts` tells what the others ask for. */
export function useGridKeyboard(props: ShiftGridProps): GridKeyboard {
  const { rows, scale } = props
  const { position, fromRow, goTo } = useTravellingFocus<GridFocus>({ row: 0, stop: 0 })
  const [announced, setAnnounced] = useState<GridAction | null>(null)
  const focus = insideGrid(position, props)
  const person = rows[focus.row]
  const stop = person === undefined ? undefined : rowStops(person, scale.days)[focus.stop]

  const act = (action: GridAction): void => {
    setAnnounced(action)
    if (action.kind === 'add') {
      const day = stop === undefined ? undefined : scale.days[stop.day]
      if (person !== undefined && day !== undefined) props.onAdd(person.id, day.startMs)
      return
    }
    if (action.kind === 'move' && person !== undefined) {
      goTo({ row: focus.row, stop: stopAfterMove(person, scale.days, action.move) })
    }
    carryOut(action, props)
  }

  const walk = (event: KeyboardEvent): boolean => {
    const stopsOf = (row: number): ReturnType<typeof rowStops> => {
      const found = rows[row]
      return found === undefined ? [] : rowStops(found, scale.days)
    }
    const extent = { rowCount: rows.length, pageRows: PAGE_ROWS, stopsOf }
    const next = focusAfterKey(focus, event.key, event.ctrlKey || event.metaKey, extent)
    if (next !== null) goTo(next)
    return next !== null
  }

  return {
    focus,
    fromRow,
    setFocus: goTo,
    announced,
    onKeyDown: (event) => {
      const { isReadOnly, isProposing } = props
      const action = actionOfKey(event, { shift: stop?.shift ?? null, isReadOnly, isProposing })
      if (action !== null) act(action)
      if (action !== null || walk(event)) event.preventDefault()
    },
  }
}

function carryOut(action: GridAction, props: ShiftGridProps): void {
  switch (action.kind) {
    case 'open':
      return props.onOpen(action.shiftId)
    case 'remove':
      return props.onRemove(action.shiftId)
    case 'toggleLock':
      return props.onToggleLock(action.shiftId)
    case 'move':
      return props.onMove(action.move)
    case 'stretch':
      return props.onStretch(action.shiftId, action.towards)
    case 'keep':
      return props.onKeep()
    case 'putBack':
      return props.onPutBack()
    case 'add':
    case 'lockedShiftStays':
  }
}

/** Rows and shifts come and go under the focus: it stays where it can. */
function insideGrid({ row, stop }: GridFocus, { rows, scale }: ShiftGridProps): GridFocus {
  const shownRow = Math.min(row, Math.max(0, rows.length - 1))
  const person = rows[shownRow]
  const stopCount = person === undefined ? 1 : rowStops(person, scale.days).length
  return { row: shownRow, stop: Math.min(stop, stopCount - 1) }
}
