import { MINUTES_PER_DAY } from '../instance.ts'
import { type RowView, type ShapeFacts, isWorking } from './planner-rule.ts'

/** Minutes of a row's shifts inside a span of minutes of the horizon, without the gaps of split shifts. */
export function minutesOnShift(
  row: RowView,
  { spanMinutes, gapFrom, gapMinutes }: ShapeFacts,
  fromMin: number,
  toMin: number,
): number {
  let minutes = 0
  const lastDay = Math.min(row.starts.length - 1, Math.floor((toMin - 1) / MINUTES_PER_DAY))
  // A shift lasts a day at most: that of the day before may reach into the span.
  const firstDay = Math.max(0, Math.floor(fromMin / MINUTES_PER_DAY) - 1)
  for (let day = firstDay; day <= lastDay; day++) {
    if (!isWorking(row, day)) continue
    const start = day * MINUTES_PER_DAY + (row.starts[day] as number)
    const shape = row.shapes[day] as number
    const inside = (from: number, length: number): number =>
      Math.max(0, Math.min(from + length, toMin) - Math.max(from, fromMin))
    minutes +=
      inside(start, spanMinutes[shape] as number) -
      inside(start + (gapFrom[shape] as number), gapMinutes[shape] as number)
  }
  return minutes
}
