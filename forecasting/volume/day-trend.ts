import { TheilSenRegression } from 'ml-regression'
import { mean } from 'simple-statistics'

const TREND_DAYS_MIN = 182
const TREND_PER_DAY_MAX = Math.log(1.5) / 365
/** A trend goes on for a quarter or so, not for ever. */
const TREND_DAMPING_DAYS = 90
/** Of every five days one takes part: all weekdays do in turn, and the pairs stay few. */
const PART = 5

/** Log volume that a day would have by growth alone. */
export type DayTrend = (day: number) => number

/**
 * The growth of a queue: its mean level with less than half a year of history, else the Theil–Sen
 * line through it, which no outlier bends, flattening after the history ends.
 *
 * @param days of the observations, ascending
 * @param logs log volumes of those days
 * @param historyDays where the history ends and the line starts to flatten
 */
export function dayTrend(
  days: readonly number[],
  logs: Float64Array,
  historyDays: number,
): DayTrend {
  const level = logs.length === 0 ? 0 : mean([...logs])
  if ((days.at(-1) ?? 0) - (days[0] ?? 0) < TREND_DAYS_MIN) return () => level
  const part = days.map((_, i) => i).filter((i) => i % PART === 0)
  const line = new TheilSenRegression(
    part.map((i) => days[i] as number),
    part.map((i) => logs[i] as number),
  )
  const slope = Math.max(-TREND_PER_DAY_MAX, Math.min(TREND_PER_DAY_MAX, line.slope))
  const middle = mean([...days])
  return (day) => {
    const ahead = Math.max(0, day - historyDays)
    const damped = TREND_DAMPING_DAYS * (1 - Math.exp(-ahead / TREND_DAMPING_DAYS))
    return level + slope * (Math.min(day, historyDays) + damped - middle)
  }
}
