import type { DayMember, DayObservations } from './day-process.ts'

/** Share of the trend that is left after each further week. */
const DAMPING = 0.8

const LEVEL_GAIN = 0.12
const TREND_GAIN = 0.01
const WEEKDAY_GAIN = 0.15

interface State {
  readonly level: number
  readonly weeklyTrend: number
  readonly weekdays: Float64Array
  readonly lastDay: number
}

/**
 * Holt-Winters on log volume with a damped trend: the member that follows a ramp.
 *
 * Its forecasts carry no variance of their own (NaN): backtests supply the ensemble's.
 *
 * Source: E. S. Gardner and E. McKenzie, "Forecasting trends in time series", Management Science
 * 31 (1985).
 */
export function dampedSeasonal(observed: DayObservations): DayMember {
  const states = statesOf(observed)
  return {
    predict(target, observations) {
      const state = states[observations] as State
      const weeks = Math.max(target.day - state.lastDay, 0) / 7
      const growth = (state.weeklyTrend * (1 - DAMPING ** weeks)) / (1 - DAMPING)
      const weekday = state.weekdays[target.weekday] as number
      return { mean: state.level + growth * DAMPING + weekday, variance: Number.NaN }
    },
  }
}

function statesOf(observed: DayObservations): State[] {
  let level = 0
  let weeklyTrend = 0
  let lastDay = 0
  const weekdays = new Float64Array(7)
  const seen = new Float64Array(7)
  const states: State[] = [{ level, weeklyTrend, weekdays: weekdays.slice(), lastDay }]
  observed.signs.forEach((signs, i) => {
    const weight = signs.special === null ? 0.01 / (0.01 + (observed.variances[i] as number)) : 0
    const { weekday } = signs
    const elapsedWeeks = Math.min(signs.day - lastDay, 7) / 7
    level += weeklyTrend * elapsedWeeks
    lastDay = signs.day
    const error = (observed.values[i] as number) - level - (weekdays[weekday] as number)
    // Early observations weigh as in a plain mean; later ones by the fixed gains.
    const gain = weight * Math.max(LEVEL_GAIN, 1 / (i + 1))
    level += gain * error
    weeklyTrend =
      weeklyTrend * DAMPING ** elapsedWeeks + weight * TREND_GAIN * error * trendTrust(i)
    if (weight > 0) {
      seen[weekday] = (seen[weekday] as number) + 1
      const step = weight * Math.max(WEEKDAY_GAIN, 1 / ((seen[weekday] as number) + 0.3))
      weekdays[weekday] = (weekdays[weekday] as number) + step * (error - gain * error)
    }
    states.push({ level, weeklyTrend, weekdays: weekdays.slice(), lastDay })
  })
  return states
}

/** A trend is not believed before four weeks have been seen. */
function trendTrust(observations: number): number {
  return observations < 28 ? 0 : 1
}
