import { type LocalDate, addDays, daysBetween } from '#forecasting/kernel/calendar.ts'

import { type AssessmentCycle, validUntil } from './assessment-cycle.ts'
import type { URGENCIES } from './assessments.schema.ts'

export type Urgency = (typeof URGENCIES)[number]

interface DueInput {
  /** Beginning of the present employment. */
  readonly hiredOn: LocalDate
  /** Last assessment; null: never. */
  readonly assessedOn: LocalDate | null
  /** Last day on which that assessment holds, where it was given one; null or absent: the cycle's. */
  readonly validUntil?: LocalDate | null
  /** Days away, both ends included, in any order. */
  readonly absences: readonly { readonly fromDate: LocalDate; readonly toDate: LocalDate }[]
  readonly cycle: AssessmentCycle
}

/**
 * By which day somebody has to be assessed again (п. 21). A newcomer, and whoever was hired again
 * since the last assessment, before the first solo shift: on the day of hiring. An assessment that holds
 * for less than the cycle is due when it ends. A due day that falls into an absence moves to the first day
 * back, because nobody is assessed while they are away.
 */
export function dueOn({ absences, ...one }: DueInput): LocalDate {
  return firstDayBack(plainDueOn(one), absences)
}

function plainDueOn(one: Omit<DueInput, 'absences'>): LocalDate {
  const { hiredOn, assessedOn, validUntil: last = null, cycle } = one
  if (assessedOn === null || assessedOn < hiredOn) return hiredOn
  const due = validUntil(assessedOn, cycle)
  return last === null || due < last ? due : last
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
