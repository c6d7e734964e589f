/** Whether a forecast has begun to miss in one direction, and how surely. */
export interface Drift {
  /** Days that were looked at. */
  readonly days: number
  /** −1..1: above 0 the forecast is too low. */
  readonly signal: number
  /** Beyond it, either way, chance alone goes on one day in a hundred. */
  readonly limit: number
  readonly isDrifting: boolean
  /** Sum of errors over what came, of the last two weeks: actual less forecast. */
  readonly recentBias: number | null
}

/** Weight of the newest day: errors fade over about three weeks. */
const SMOOTHING = 0.1
/** Before so many days a signal is mostly its first errors. */
const DAYS_MIN = 21
const RECENT_DAYS = 14
/** Normal deviate that chance exceeds, either way, once in a hundred. */
const NORMAL_99 = 2.5758

/**
 * Trigg's tracking signal on relative daily errors: the smoothed error over the smoothed absolute
 * error. For independent normal errors its variance is close to (π/2) α/(2 − α), which gives the
 * limit (0.74 for α = 0.1).
 *
 * Source: D. W. Trigg, "Monitoring a forecasting system", Operational Research Quarterly 15 (1964).
 *
 * @param days ascending, one forecast for each
 */
export function driftOf(
  days: readonly { readonly actual: number; readonly forecast: number }[],
): Drift {
  const limit = NORMAL_99 * Math.sqrt(((Math.PI / 2) * SMOOTHING) / (2 - SMOOTHING))
  let error = 0
  let absolute = 0
  for (const { actual, forecast } of days) {
    if (forecast <= 0) continue
    // A Monday must not outweigh a Sunday, so errors are relative to what was expected.
    const own = (actual - forecast) / forecast
    error += SMOOTHING * (own - error)
    absolute += SMOOTHING * (Math.abs(own) - absolute)
  }
  const signal = absolute === 0 ? 0 : error / absolute
  return {
    days: days.length,
    signal,
    limit,
    isDrifting: days.length >= DAYS_MIN && Math.abs(signal) > limit,
    recentBias: biasOf(days.slice(-RECENT_DAYS)),
  }
}

function biasOf(
  days: readonly { readonly actual: number; readonly forecast: number }[],
): number | null {
  const came = days.reduce((sum, { actual }) => sum + actual, 0)
  const error = days.reduce((sum, { actual, forecast }) => sum + actual - forecast, 0)
  return came === 0 ? null : error / came
}
