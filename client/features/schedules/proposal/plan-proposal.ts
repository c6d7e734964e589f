import type { components } from '../../../api/schema.d.ts'
import type { PersonRow } from '../shift-grid/shift-grid-model.ts'
import type { Grid, Shift, ShiftReplacement } from '../shift/shift-edit.ts'
import { coverageAfter } from './effect-summary.ts'

/** Changes that are kept together or not at all, with what they bring. */
export type PlanProposal = components['schemas']['PlanProposal']
export type ProposedChange = PlanProposal['changes'][number]

/** The changes as the API takes them. */
export function toReplacements({ changes }: Pick<PlanProposal, 'changes'>): ShiftReplacement[] {
  return changes.map(({ operatorId, shiftId, after }) => ({
    operatorId,
    shiftId,
    after:
      after === null
        ? null
        : { shape: after.shape, startsAt: after.startsAt, breaks: [...after.breaks] },
  }))
}

/** The grid as it would be: shifts, and coverage of the days that change. */
export function withProposal(grid: Grid, proposal: PlanProposal): Grid {
  const changed = new Map(
    proposal.changes.flatMap((change) =>
      change.shiftId === null ? [] : [[change.shiftId, change]],
    ),
  )
  const kept = grid.shifts.flatMap((shift): Shift[] => {
    const change = changed.get(shift.id)
    if (change === undefined) return [shift]
    return change.after === null ? [] : [{ ...shift, ...change.after, workPlace: shift.workPlace }]
  })
  const added = proposal.changes.flatMap((change): Shift[] =>
    change.shiftId !== null || change.after === null ? [] : [newShift(change, change.after)],
  )
  const paid = new Map(proposal.changes.map((one) => [one.operatorId, one.paidMinutes.after]))
  return {
    ...grid,
    shifts: [...kept, ...added],
    operators: grid.operators.map((operator) => ({
      ...operator,
      paidMinutes: paid.get(operator.id) ?? operator.paidMinutes,
    })),
    coverage: coverageAfter(grid.coverage, proposal),
  }
}

function newShift(
  { operatorId }: ProposedChange,
  after: NonNullable<ProposedChange['after']>,
): Shift {
  const id = `proposed ${operatorId} ${after.startsAt}`
  return { id, operatorId, ...after, workPlace: null, locked: false, origin: 'engine' }
}

/** Marks what is not kept yet. */
export function withProposedMarks(
  rows: readonly PersonRow[],
  proposal: PlanProposal,
): readonly PersonRow[] {
  const marked = new Set(proposal.changes.map(({ operatorId, after }) => markOf(operatorId, after)))
  const people = new Set(proposal.changes.map(({ operatorId }): string => operatorId))
  return rows.map((row) =>
    people.has(row.id)
      ? {
          ...row,
          shifts: row.shifts.map((shift) => ({
            ...shift,
            isProposed: marked.has(`${row.id} ${shift.startMs}`),
          })),
        }
      : row,
  )
}

function markOf(operatorId: string, after: ProposedChange['after']): string {
  return `${operatorId} ${after === null ? '' : Date.parse(after.startsAt)}`
}
