import { MINUTES_PER_DAY } from '../instance.ts'
import { type RowView, type ShapeFacts, isWorking } from './planner-rule.ts'

/** Half-open minutes of the horizon. */
interface CountedSpan {
  readonly fromMin: number
  readonly toMin: number
  /** Where the shifts that count are worked; anywhere when absent. */
  readonly place?: 'office' | undefined
}

/** Minutes of a row's shifts inside a span, without the gaps of split shifts. */
export function minutesOnShift(
  row: RowView,
  { spanMinutes, gapFrom, gapMinutes }: ShapeFacts,
  { fromMin, toMin, place }: CountedSpan,
): number {
  let minutes = 0
  const lastDay = Math.min(row.starts.length - 1, Math.floor((toMin - 1) / MINUTES_PER_DAY))
  // A shift lasts a day at most: that of the day before may reach into the span.
  const firstDay = Math.max(0, Math.floor(fromMin / MINUTES_PER_DAY) - 1)
  for (let day = firstDay; day <= lastDay; day++) {
    if (!isWorking(row, day) || (place === 'office' && row.isHome[day] === 1)) continue
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
