import { negativeBinomialQuantiles } from '../kernel/negative-binomial.ts'
import { portableExp } from '../kernel/portable-exp.ts'
import { portableLog } from '../kernel/portable-log.ts'
import { rateCv } from '../staffing/volume-doubt.ts'
import { reforecastDay } from './reforecast.ts'

/** One interval of today, as it was forecast and as it went. */
export interface TodaysInterval {
  /** Expected contacts, and their 10 % and 90 % quantiles; 0 or more. */
  readonly mean: number
  readonly low: number
  readonly high: number
  /** Contacts that came; null for an interval that is not over, or whose count is not known. */
  readonly actual: number | null
}

/** What is expected of one interval now. */
export interface ReforecastInterval {
  readonly mean: number
  readonly low: number
  readonly high: number
}

export interface RestOfDay {
  /** Factor on what is still to come; 1 leaves the forecast as it was. */
  readonly factor: number
  /** As the intervals given; what came has no band. */
  readonly intervals: readonly ReforecastInterval[]
}

/**
 * Share of an interval's doubt that is the whole day's. The rest is the interval's own, and says
 * nothing of the afternoon. Chosen on the shared series (`docs/adr/0014-reforecast-of-the-day.md`).
 */
const DAY_SHARE = 0.2
/** An interval that strays further, in standard deviations, is a burst and no sign of the day's level. */
const BURST_DEVIATIONS = 2.5
const BAND = [0.1, 0.9] as const

/**
 * The rest of a day from the hours that were seen: the forecast's own doubt says how far the day may
 * be from its level and how much a morning says of it (`reforecast.ts`); bursts are cut first.
 *
 * @throws {RangeError} if a count is negative or not finite
 */
export function restOfDay(intervals: readonly TodaysInterval[]): RestOfDay {
  const variance = meanRateVariance(intervals)
  const { factor, logDeviation } = reforecastDay(
    intervals.map((interval) => ({ mean: interval.mean, actual: withoutBurst(interval) })),
    { dayVariance: DAY_SHARE * variance, intervalVariance: (1 - DAY_SHARE) * variance },
  )
  const left = logDeviation ** 2 + (1 - DAY_SHARE) * variance
  return {
    factor,
    intervals: intervals.map(({ mean, actual }) => {
      if (actual !== null) return { mean: actual, low: actual, high: actual }
      const expected = mean * factor
      const [low = 0, high = 0] = negativeBinomialQuantiles(expected, left, BAND)
      return { mean: expected, low, high }
    }),
  }
}

/** Relative variance of the rate about its forecast; busy intervals have the say. */
function meanRateVariance(intervals: readonly TodaysInterval[]): number {
  let [sum, squares] = [0, 0]
  for (const interval of intervals) {
    const square = interval.mean * interval.mean
    sum += square * rateCv(interval) ** 2
    squares += square
  }
  return squares === 0 ? 0 : sum / squares
}

function withoutBurst(interval: TodaysInterval): number | null {
  const { mean, actual } = interval
  if (actual === null) return null
  const reach = BURST_DEVIATIONS * Math.sqrt(mean + (rateCv(interval) * mean) ** 2)
  return Math.max(0, mean - reach, Math.min(mean + reach, actual))
}

/** Relative deviation of a day's mean handle time about its forecast, and of one contact about the mean. */
const HANDLE_DAY_CV = 0.05
const HANDLE_CONTACT_CV = 1

/**
 * How much longer contacts take today than was forecast: what was measured, drawn to 1 by how few
 * contacts it rests on.
 *
 * @param seen contacts whose conversations have ended: how many, their seconds together, and the
 *   seconds that the forecast gave so many
 * @throws {RangeError} if a figure is negative or not finite
 */
export function handleFactor(seen: {
  readonly contacts: number
  readonly seconds: number
  readonly forecastSeconds: number
}): number {
  for (const [name, value] of Object.entries(seen)) {
    if (!Number.isFinite(value) || value < 0) {
      throw new RangeError(`${name} must be finite and not negative, got ${value}`)
    }
  }
  const { contacts, seconds, forecastSeconds } = seen
  if (contacts === 0 || seconds === 0 || forecastSeconds === 0) return 1
  const day = HANDLE_DAY_CV ** 2
  const trust = day / (day + HANDLE_CONTACT_CV ** 2 / contacts)
  return portableExp(trust * portableLog(seconds / forecastSeconds))
}
