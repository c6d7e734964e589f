import { DAYS_PER_WEEK } from '../instance.ts'
import {
  type ReportBreach,
  type RowView,
  type ShapeFacts,
  type ShiftsOfKindRule,
  beyond,
  hasShape,
} from './planner-rule.ts'

/** Breach in shifts, on the first day of the week or of the period. */
export function shiftsOfKind(
  row: RowView,
  rule: ShiftsOfKindRule,
  shapes: ShapeFacts,
  report: ReportBreach,
): void {
  const days = row.starts.length
  const length = rule.per === 'week' ? DAYS_PER_WEEK : days
  for (let from = 0; from < days; from += length) {
    let count = 0
    for (let day = from; day < Math.min(days, from + length); day++) {
      if (hasShape(row, day, shapes, rule.shapes)) count++
    }
    const by = beyond(count, rule)
    if (by > 0) report(from, by)
  }
}
