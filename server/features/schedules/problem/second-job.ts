import { addDays, type LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId } from '#forecasting/kernel/units.ts'

import { ofOperator } from './of-operator.ts'
import type { PlanningRows } from './planning-rows.ts'
import { ruleFigure } from './rule-figures.ts'

type Known = Pick<PlanningRows, 'secondJobs' | 'rules'>

/** Minutes that somebody works elsewhere on a day of work. */
export function elsewhereMinutes(
  operatorId: OperatorId,
  date: LocalDate,
  { secondJobs }: Pick<Known, 'secondJobs'>,
): number {
  return ofOperator(secondJobs, operatorId)
    .filter(({ fromDate, toDate }) => fromDate <= date && (toDate === null || date <= toDate))
    .reduce((sum, { minutesPerDay }) => sum + minutesPerDay, 0)
}

/** Minutes of a day that both jobs may have together: the norm of a day and four hours (art. 68(3)). */
export function bothJobsMost({ rules }: Pick<Known, 'rules'>): number {
  return (
    ruleFigure({ rules }, 'daily_norm', 'maxPaidMinutesPerDay', 480) +
    ruleFigure({ rules }, 'second_job', 'maxMinutesBeyondDailyNorm', 240)
  )
}

/**
 * Paid minutes of a day here that keep both jobs within the law on every day of a period; null for whoever
 * works nowhere else in it.
 */
export function dayBesideSecondJob(
  operatorId: OperatorId,
  rows: Known,
  { fromDate, days }: { readonly fromDate: LocalDate; readonly days: number },
): number | null {
  if (ofOperator(rows.secondJobs, operatorId).length === 0) return null
  const most = Array.from({ length: days }, (_, day) =>
    elsewhereMinutes(operatorId, addDays(fromDate, day), rows),
  ).reduce((longest, minutes) => Math.max(longest, minutes), 0)
  return most === 0 ? null : Math.max(0, bothJobsMost(rows) - most)
}
