import { useMemo } from 'react'

import { shiftViewer, withProposedShift } from '../grid-view.ts'
import type { PersonRow } from '../shift-grid/shift-grid-model.ts'
import type { ShiftGridProps } from '../shift-grid/shift-grid-props.ts'
import { placedShift, type Grid, type ShiftEdit } from '../shift/shift-edit.ts'
import { nearestShape, nextShape } from '../shift/stretched-shape.ts'
import { type ProposalDesk, useShiftProposal } from './use-shift-proposal.ts'

export interface GridProposal {
  readonly desk: ProposalDesk
  /** With the proposed shift where it would be. */
  readonly rows: readonly PersonRow[]
  readonly handlers: Pick<
    ShiftGridProps,
    'isProposing' | 'onMove' | 'onStretch' | 'onEnd' | 'onKeep' | 'onPutBack' | 'onLetGo'
  >
}

/** Moves and lengths that the grid's keys and pointer ask for, as proposals. */
export function useGridProposal(
  grid: Grid,
  rows: readonly PersonRow[],
  onEdit: (edit: ShiftEdit) => void,
): GridProposal {
  const desk = useShiftProposal(grid, onEdit)
  const { proposal } = desk
  const proposed =
    proposal === null
      ? null
      : (proposal.effect?.shift ?? placedShift(proposal.shift, proposal.wish, grid.shapes))
  const toView = useMemo(() => shiftViewer(grid), [grid])
  const shownRows = useMemo(
    () =>
      proposed === null ? rows : withProposedShift(rows, { ...toView(proposed), isProposed: true }),
    [rows, proposed, toView],
  )

  const shapesFor = (shiftId: string) => {
    const shift = grid.shifts.find(({ id }) => id === shiftId)
    const allowed = grid.operators.find(({ id }) => id === shift?.operatorId)?.shapes ?? []
    const code = proposal?.shift.id === shiftId ? proposed?.shape : shift?.shape
    const current = grid.shapes.find((shape) => shape.code === code)
    const shapes = grid.shapes.filter((shape) => allowed.includes(shape.code))
    return current === undefined ? null : { current, shapes }
  }
  return {
    desk,
    rows: shownRows,
    handlers: {
      isProposing: proposal !== null,
      onMove: ({ shiftId, startMs }) =>
        desk.propose(shiftId, { startsAt: new Date(startMs).toISOString() }),
      onStretch: (shiftId, towards) => {
        const found = shapesFor(shiftId)
        const next = found === null ? undefined : nextShape(found.shapes, found.current, towards)
        if (next !== undefined) desk.propose(shiftId, { shape: next.code })
      },
      onEnd: (shiftId, endMs) => {
        const found = shapesFor(shiftId)
        const shift = grid.shifts.find(({ id }) => id === shiftId)
        if (found === null || shift === undefined) return
        const startsAt = proposal?.shift.id === shiftId ? proposal.wish.startsAt : undefined
        const spanMs = endMs - Date.parse(startsAt ?? shift.startsAt)
        const { code } = nearestShape(found.shapes, found.current, spanMs / 60_000)
        desk.propose(shiftId, { shape: code })
      },
      onKeep: desk.keep,
      onPutBack: desk.putBack,
      onLetGo: desk.keepIfLegal,
    },
  }
}
