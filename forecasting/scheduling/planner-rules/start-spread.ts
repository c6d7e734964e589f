import { DAYS_PER_WEEK } from '../instance.ts'
import { type ReportBreach, type RowView, type StartSpreadRule, isWorking } from './planner-rule.ts'

/** Breach in hours beyond the spread allowed, on the Monday of the week. */
export function startSpread(row: RowView, { maxMin }: StartSpreadRule, report: ReportBreach): void {
  for (let monday = 0; monday < row.starts.length; monday += DAYS_PER_WEEK) {
    let earliest = Number.POSITIVE_INFINITY
    let latest = Number.NEGATIVE_INFINITY
    for (let day = monday; day < monday + DAYS_PER_WEEK; day++) {
      if (!isWorking(row, day)) continue
      earliest = Math.min(earliest, row.starts[day] as number)
      latest = Math.max(latest, row.starts[day] as number)
    }
    const beyondMin = latest - earliest - maxMin
    if (beyondMin > 0) report(monday, beyondMin / 60)
  }
}
