import { addDate } from '../calendar-date.ts'
import type { Absence, Grid } from '../shift/shift-edit.ts'
import type { RepairStart, RepairWish } from './use-repair.ts'

/** Why a schedule has to be mended: somebody is away, it is recorded already, or demand is another. */
export const REPAIR_REASONS = ['absence', 'recorded', 'requirement'] as const

export interface RepairForm {
  readonly reason: (typeof REPAIR_REASONS)[number]
  readonly operatorId: string
  readonly kind: Absence['kind']
  readonly fromDate: string
  /** The last day away. */
  readonly toDate: string
}

/** The question as it is first put: somebody, ill, on the first day that can still be mended. */
export function startingForm(start: RepairStart, grid: Grid, today: string): RepairForm {
  const { fromDate, days } = grid.schedule
  const isWithin = today > fromDate && today < addDate(fromDate, days)
  const date = start.date ?? (isWithin ? today : fromDate)
  return {
    reason: start.reason ?? 'absence',
    operatorId: start.operatorId ?? grid.operators[0]?.id ?? '',
    kind: 'sick',
    fromDate: date,
    toDate: date,
  }
}

/** @param newerRequirementId null when there is none */
export function toWish(form: RepairForm, newerRequirementId: string | null): RepairWish {
  if (form.reason === 'recorded') return {}
  if (form.reason === 'requirement') {
    return newerRequirementId === null ? {} : { requirementId: newerRequirementId }
  }
  const { operatorId, kind, fromDate, toDate } = form
  return { absence: { operatorId: operatorId as Absence['operatorId'], kind, fromDate, toDate } }
}
