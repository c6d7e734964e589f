import { DAYS_PER_WEEK, MINUTES_PER_DAY } from '../instance.ts'
import { minutesOnShift } from './overlap.ts'
import {
  type PeopleOnShiftRule,
  type ReportBreach,
  type RowView,
  type ShapeFacts,
  beyond,
} from './planner-rule.ts'

/** Breach in people, on the day on which the window starts. */
export function peopleOnShift(
  rows: readonly RowView[],
  rule: PeopleOnShiftRule,
  shapes: ShapeFacts,
  report: ReportBreach,
): void {
  const days = rows[0]?.starts.length ?? 0
  const { fromMin, toMin, minOverlapMin, weekdays, place } = rule
  const length = toMin > fromMin ? toMin - fromMin : toMin + MINUTES_PER_DAY - fromMin
  for (let day = 0; day < days; day++) {
    if (weekdays !== undefined && !weekdays.includes(day % DAYS_PER_WEEK)) continue
    const from = day * MINUTES_PER_DAY + fromMin
    const span = { fromMin: from, toMin: from + length, place }
    let people = 0
    for (const row of rows) {
      if (minutesOnShift(row, shapes, span) >= minOverlapMin) people++
    }
    const by = beyond(people, rule)
    if (by > 0) report(day, by)
  }
}
