import type { DayPart } from './day-kernel.ts'
import type { DaySigns } from './day-signs.ts'

/** Observed log volumes of known open days, in time order. */
export interface DayObservations {
  readonly signs: readonly DaySigns[]
  /** Log volume less the mean of all. */
  readonly values: Float64Array
  /** Variance of each that no model explains: counting noise, and what a wild day adds. */
  readonly variances: Float64Array
}

/** Log volume of a day, less the mean of the observations. */
export interface LogForecast {
  readonly mean: number
  /** Variance of an observed log volume, counting noise apart; NaN from a member without one. */
  readonly variance: number
}

/** One way of forecasting the log volume of days. */
export interface DayMember {
  readonly name: string
  predict(targets: readonly DaySigns[]): LogForecast[]
  /** What `predict` would have said of an observed day after the first `known` observations. */
  asOf(observation: number, known: number): LogForecast
  /** What the mean of `predict` is the sum of. */
  parts(target: DaySigns): Partial<Record<DayPart, number>>
}
