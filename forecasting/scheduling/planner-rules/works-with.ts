import { MINUTES_PER_DAY } from '../instance.ts'
import { minutesOnShift } from './overlap.ts'
import {
  type ReportBreach,
  type RowView,
  type ShapeFacts,
  type WorksWithRule,
  isWorking,
} from './planner-rule.ts'

/** Breach in hours that the other one is missing, on the day of the shift. */
export function worksWith(
  [row, other]: readonly [RowView, RowView],
  { minOverlapMin }: WorksWithRule,
  shapes: ShapeFacts,
  report: ReportBreach,
): void {
  for (let day = 0; day < row.starts.length; day++) {
    if (!isWorking(row, day)) continue
    const start = day * MINUTES_PER_DAY + (row.starts[day] as number)
    const span = shapes.spanMinutes[row.shapes[day] as number] as number
    // A shift shorter than what is asked for must be covered whole.
    const gap = shapes.gapMinutes[row.shapes[day] as number] as number
    const needed = Math.min(minOverlapMin, span - gap)
    const whole = { fromMin: start, toMin: start + span }
    const missing = needed - minutesOnShift(other, shapes, whole)
    if (missing > 0) report(day, missing / 60)
  }
}
