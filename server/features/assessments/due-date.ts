import { type LocalDate, addDays, daysBetween } from '#forecasting/kernel/calendar.ts'

import { type AssessmentCycle, validUntil } from './assessment-cycle.ts'
import type { URGENCIES } from './assessments.schema.ts'

export type Urgency = (typeof URGENCIES)[number]

interface DueInput {
  /** Beginning of the present employment. */
  readonly hiredOn: LocalDate
  /** Last assessment; null: never. */
  readonly assessedOn: LocalDate | null
  /** Days away, both ends included, in any order. */
  readonly absences: readonly { readonly fromDate: LocalDate; readonly toDate: LocalDate }[]
  readonly cycle: AssessmentCycle
}

/**
 * By which day somebody has to be assessed again (п. 21). A newcomer, and whoever was hired again
 * since the last assessment, before the first solo shift: on the day of hiring. A due day that falls
 * into an absence moves to the first day back, because nobody is assessed while they are away.
 */
export function dueOn({ hiredOn, assessedOn, absences, cycle }: DueInput): LocalDate {
  const isNew = assessedOn === null || assessedOn < hiredOn
  return firstDayBack(isNew ? hiredOn : validUntil(assessedOn, cycle), absences)
}

/** Absences may follow one another: leave after sickness ends with the last of them. */
function firstDayBack(due: LocalDate, absences: DueInput['absences']): LocalDate {
  let day = due
  for (const { fromDate, toDate } of absences.toSorted((a, b) =>
    a.fromDate < b.fromDate ? -1 : 1,
  )) {
    if (fromDate <= day && day <= toDate) day = addDays(toDate, 1)
  }
  return day
}

/** How near a due day is: HR is reminded 60, 30 and 7 days before. On the day itself it is not late. */
export function urgencyOf(due: LocalDate, today: LocalDate): Urgency {
  const days = daysBetween(today, due)
  if (days < 0) return 'overdue'
  if (days <= 7) return 'days7'
  if (days <= 30) return 'days30'
  return days <= 60 ? 'days60' : 'later'
}
