import { DAYS_PER_WEEK } from '../instance.ts'
import {
  type ReportBreach,
  type RowView,
  type WeekendsWorkedRule,
  beyond,
  isWorking,
} from './planner-rule.ts'

const SATURDAY = 5
const SUNDAY = 6

/** Breach in weekends, on the last Saturday. */
export function weekendsWorked(row: RowView, rule: WeekendsWorkedRule, report: ReportBreach): void {
  const days = row.starts.length
  let count = 0
  for (let monday = 0; monday < days; monday += DAYS_PER_WEEK) {
    if (isWorking(row, monday + SATURDAY) || isWorking(row, monday + SUNDAY)) count++
  }
  const by = beyond(count, rule)
  if (by > 0) report(days - DAYS_PER_WEEK + SATURDAY, by)
}
