import {
  type ForbiddenSuccessionRule,
  type ReportBreach,
  type RowView,
  type ShapeFacts,
  hasShape,
} from './planner-rule.ts'

/** One for each day with such a succession, on the second day. */
export function forbiddenSuccession(
  row: RowView,
  rule: ForbiddenSuccessionRule,
  shapes: ShapeFacts,
  report: ReportBreach,
): void {
  for (let day = 1; day < row.starts.length; day++) {
    const follows =
      hasShape(row, day - 1, shapes, rule.first) && hasShape(row, day, shapes, rule.next)
    if (follows) report(day, 1)
  }
}
