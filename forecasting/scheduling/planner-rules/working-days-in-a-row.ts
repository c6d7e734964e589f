import {
  type ReportBreach,
  type RowView,
  type WorkingDaysInARowRule,
  beyond,
} from './planner-rule.ts'
import { eachRun } from './runs.ts'

/**
 * Breach in days, on the first day of the run. Days worked before the horizon count; a run that
 * reaches an end of the horizon may go on outside, so it is never too short.
 */
export function workingDaysInARow(
  row: RowView,
  rule: WorkingDaysInARowRule,
  report: ReportBreach,
): void {
  const days = row.starts.length
  eachRun(row, true, (first, end) => {
    const length = end - first + (first === 0 ? row.daysBefore : 0)
    const isWhole = first > 0 && end < days
    const by = isWhole || length > (rule.max ?? length) ? beyond(length, rule) : 0
    if (by > 0) report(first, by)
  })
}
