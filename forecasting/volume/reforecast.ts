import { portableExp } from '../kernel/portable-exp.ts'
import { portableLog } from '../kernel/portable-log.ts'

/** What was expected of an interval of today, and what came if it is over. */
export interface TodayInterval {
  /** Expected contacts before the day began, 0 or more. */
  readonly mean: number
  /** Contacts that came; null for an interval that is not over, or whose count is not known. */
  readonly actual: number | null
}

export interface Reforecast {
  /** Factor on the rest of the day; 1 leaves the forecast as it was. */
  readonly factor: number
  /** Standard deviation of the factor's logarithm: what is still open about the day's level. */
  readonly logDeviation: number
  /** As the intervals given: what came, or the expected contacts times the factor. */
  readonly means: readonly number[]
}

/** Expected contacts, below which the past of the day says less than its noise. */
const EXPECTED_MIN = 5

/**
 * Corrects the rest of a day by how it has gone so far: the logarithm of what came over what was
 * expected, shrunk by how much of it chance explains.
 *
 * The day's log level strays from the forecast with variance `dayVariance`. The log ratio of the
 * past measures it with variance 1 / expected (counting) + `intervalVariance` / intervals (each
 * interval's own straying). The best estimate is the ratio times the share of the first variance in
 * the sum. An unshrunken ratio after a quiet quarter of a day is worse than no update.
 *
 * Source: H. Shen and J. Z. Huang, "Interday forecasting and intraday updating of call center
 * arrivals", M&SOM 10 (2008), with one penalised direction.
 *
 * @param day.dayVariance variance of the day's log volume, 0 or more
 * @param day.intervalVariance relative variance of an interval's rate given the day, 0 or more
 * @throws {RangeError} if a count or a variance is negative or not finite
 */
export function reforecastDay(
  intervals: readonly TodayInterval[],
  day: { readonly dayVariance: number; readonly intervalVariance: number },
): Reforecast {
  requireNotNegative('dayVariance', day.dayVariance)
  requireNotNegative('intervalVariance', day.intervalVariance)
  let expected = 0
  let squares = 0
  let came = 0
  for (const { mean, actual } of intervals) {
    requireNotNegative('mean', mean)
    if (actual === null) continue
    requireNotNegative('actual', actual)
    expected += mean
    squares += mean * mean
    came += actual
  }
  if (expected < EXPECTED_MIN || day.dayVariance === 0) {
    return outcome(intervals, 1, Math.sqrt(day.dayVariance))
  }
  const measured = 1 / expected + (day.intervalVariance * squares) / (expected * expected)
  const trust = day.dayVariance / (day.dayVariance + measured)
  // Half a contact on either side: a morning without one has no logarithm.
  const ratio = portableLog((came + 0.5) / (expected + 0.5))
  return outcome(intervals, portableExp(trust * ratio), Math.sqrt(day.dayVariance * (1 - trust)))
}

function outcome(
  intervals: readonly TodayInterval[],
  factor: number,
  logDeviation: number,
): Reforecast {
  return {
    factor,
    logDeviation,
    means: intervals.map(({ mean, actual }) => actual ?? mean * factor),
  }
}

function requireNotNegative(name: string, value: number): void {
  if (!Number.isFinite(value) || value < 0) {
    throw new RangeError(`${name} must be finite and not negative, got ${value}`)
  }
}
