import { DateTime } from 'luxon'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'

/** How a centre reads «на ежегодной основе» (п. 21 of the order), which says no more than that. */
export const ASSESSMENT_CYCLES = ['twelve_months', 'calendar_year'] as const
export type AssessmentCycle = (typeof ASSESSMENT_CYCLES)[number]

/**
 * The last day on which an assessment holds, and by which the next one is due. Twelve months: the
 * same day a year later, 28 February after a 29th. Calendar year: the last day of the year after.
 */
export function validUntil(assessedOn: LocalDate, cycle: AssessmentCycle): LocalDate {
  const day = DateTime.fromISO(assessedOn, { zone: 'utc' })
  const last = day.plus({ years: 1 })
  const end = cycle === 'calendar_year' ? last.endOf('year') : last
  return end.toFormat('yyyy-MM-dd') as LocalDate
}
