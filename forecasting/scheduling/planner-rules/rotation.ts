import { DAYS_PER_WEEK } from '../instance.ts'
import {
  type ReportBreach,
  type RotationRule,
  type RowView,
  type ShapeFacts,
  hasShape,
  isWorking,
} from './planner-rule.ts'

/** One for each shift whose shape is not the turn of its week. */
export function rotation(
  row: RowView,
  { cycle, offsetWeeks }: RotationRule,
  shapes: ShapeFacts,
  report: ReportBreach,
): void {
  for (let day = 0; day < row.starts.length; day++) {
    if (!isWorking(row, day)) continue
    const turn = (Math.floor(day / DAYS_PER_WEEK) + offsetWeeks) % cycle.length
    if (!hasShape(row, day, shapes, cycle[turn] ?? [])) report(day, 1)
  }
}
