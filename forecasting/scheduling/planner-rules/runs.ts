import { type RowView, isWorking } from './planner-rule.ts'

/** Calls for every run of working days, or of days off, from its first day up to the day after it. */
export function eachRun(
  row: RowView,
  ofWork: boolean,
  visit: (first: number, end: number) => void,
): void {
  const days = row.starts.length
  let first = 0
  for (let day = 1; day <= days; day++) {
    if (day < days && isWorking(row, day) === isWorking(row, first)) continue
    if (isWorking(row, first) === ofWork) visit(first, day)
    first = day
  }
}
