import { useEffect, useState } from 'react'

import { useStable } from '../../../lib/use-stable.ts'
import type { Grid, Placement, Shift, ShiftEdit } from '../shift/shift-edit.ts'
import { type Trial, type TriedEffect, useShiftEffect } from './use-shift-effect.ts'

/** A change of a shift that is shown with its effect, and kept only when the planner says so. */
export interface ShiftProposal extends TriedEffect {
  readonly shift: Shift
  readonly wish: Placement
}

export interface ProposalDesk {
  readonly proposal: ShiftProposal | null
  /** Adds to what is proposed for the shift already; another shift's proposal is put back. */
  readonly propose: (shiftId: string, wish: Placement) => void
  readonly keep: () => void
  readonly putBack: () => void
  /** Keeps as soon as it is known to break nothing; else it stays a proposal. */
  readonly keepIfLegal: () => void
}

interface Wanted {
  readonly trial: Extract<Trial, { kind: 'place' }>
  readonly isLetGo: boolean
}

/** @param grid of a draft, with the edits that are under way */
export function useShiftProposal(grid: Grid, onEdit: (edit: ShiftEdit) => void): ProposalDesk {
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const shift = grid.shifts.find(({ id }) => id === wanted?.trial.shiftId)
  const trial = shift === undefined || wanted === null ? null : wanted.trial
  const tried = useShiftEffect(grid.schedule, trial)

  const keep = useStable(() => {
    if (trial !== null) onEdit({ kind: 'place', shiftId: trial.shiftId, ...trial.wish })
    setWanted(null)
  })
  const isLegal = tried.effect !== null && tried.effect.violations.added.length === 0
  const isSettled = wanted?.isLetGo === true && isLegal
  useEffect(() => {
    if (isSettled) keep()
  }, [isSettled, keep])

  return {
    proposal: shift === undefined || trial === null ? null : { ...tried, shift, wish: trial.wish },
    propose: (shiftId, wish) => {
      const target = grid.shifts.find(({ id }) => id === shiftId)
      if (target === undefined) return
      const whole = { ...(trial?.shiftId === shiftId ? trial.wish : {}), ...wish }
      setWanted(
        isWhereItIs(target, whole)
          ? null
          : { trial: { kind: 'place', shiftId, wish: whole }, isLetGo: false },
      )
    },
    keep,
    putBack: () => setWanted(null),
    keepIfLegal: () => setWanted((old) => (old === null ? null : { ...old, isLetGo: true })),
  }
}

function isWhereItIs(shift: Shift, { startsAt, shape }: Placement): boolean {
  return (
    (startsAt === undefined || Date.parse(startsAt) === Date.parse(shift.startsAt)) &&
    (shape === undefined || shape === shift.shape)
  )
}
