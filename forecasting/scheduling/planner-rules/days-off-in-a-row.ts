import { type DaysOffInARowRule, type ReportBreach, type RowView, beyond } from './planner-rule.ts'
import { eachRun } from './runs.ts'

/** Breach in days, on the first day off; days off at an end of the horizon may go on outside. */
export function daysOffInARow(row: RowView, rule: DaysOffInARowRule, report: ReportBreach): void {
  const days = row.starts.length
  eachRun(row, false, (first, end) => {
    const length = end - first
    const isWhole = first > 0 && end < days
    const by = isWhole || length > (rule.max ?? length) ? beyond(length, rule) : 0
    if (by > 0) report(first, by)
  })
}
