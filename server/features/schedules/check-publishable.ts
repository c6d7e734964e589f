import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import { daysBetween } from '#forecasting/kernel/calendar.ts'
import { checkSchedule } from '#forecasting/scheduling/check-schedule.ts'
import type { Instance, Schedule as Plan } from '#forecasting/scheduling/instance.ts'
import type { Language } from '#server/platform/db/column-types.ts'

import { fromPlanMinutes, type PlanningPeriod } from './build-instance.ts'
import type { PlanningRows } from './planning-rows.ts'
import type { Violation } from './schedules.schema.ts'
import { violationText } from './violation-texts.ts'

/** Calendar days between making a schedule known and its start (Labour Code, art. 73(3)). */
export const NOTICE_DAYS_DEFAULT = 10

/** Whole calendar days from `today` to the start of a schedule. */
export function noticeDays(today: LocalDate, fromDate: LocalDate): number {
  return daysBetween(today, fromDate)
}

/** Every rule that a plan breaks, named with its article and worded for a reader. */
export function findViolations(
  plan: Plan,
  instance: Instance,
  rows: PlanningRows,
  reader: { readonly period: PlanningPeriod; readonly language: Language },
): readonly Violation[] {
  const people = new Map(rows.operators.map((one) => [one.personnelNumber, one]))
  const articles = new Map(rows.rules.map((rule) => [rule.code, rule]))
  return checkSchedule(instance, plan).map((broken) => {
    const person = people.get(broken.operator)
    const rule = broken.source.key === null ? undefined : articles.get(broken.source.key)
    const article = broken.source.basis === 'house' ? null : (rule?.article ?? null)
    return {
      rule: broken.code,
      article,
      hard: true,
      operatorId: person?.id ?? null,
      operatorName: person?.fullName ?? null,
      at: new Date(fromPlanMinutes(broken.atMin, reader.period)).toISOString(),
      text: violationText(broken, reader.language),
    }
  })
}
