import { dampedSeasonal } from './damped-seasonal.ts'
import { dayEnsemble } from './day-ensemble.ts'
import type { DayKernelSettings } from './day-kernel.ts'
import { wildDays } from './day-outliers.ts'
import { type DayObservations, type DayProcess, dayProcess } from './day-process.ts'
import type { DaySigns } from './day-signs.ts'
import { dayTrend } from './day-trend.ts'
import { twoWayLevel } from './two-way-level.ts'

/** What is expected of one day, on the log scale. */
export interface DayLevel {
  readonly logMean: number
  /** Variance of the day's log volume: uncertainty of the level and the day's own noise. */
  readonly logVariance: number
}

export interface DayLevels {
  /** By day, for every day from the end of the history on; the days before have none. */
  readonly levels: readonly (DayLevel | undefined)[]
  /** Days whose volume the model could not believe, and learned little from. */
  readonly outlierDays: readonly number[]
}

/** Found on real call series by backtests; optimising them for each queue gained nothing. */
const SETTINGS: Omit<DayKernelSettings, 'noise'> = {
  constant: 0.5,
  weekday: 0.5,
  weekdayDrift: 0.08,
  weekdayDriftDays: 120,
  level: 0.12,
  levelDays: 20,
  slowLevel: 0.25,
  slowLevelDays: 400,
  annual: 0.2,
  annualLength: 0.7,
  monthDay: 0.06,
  monthDayLength: 0.35,
  short: 0.04,
  shortDays: 2,
}
/** Other readings of the same days: each is right of some queues, and together they err less. */
const VARIANTS: readonly Partial<DayKernelSettings>[] = [
  {},
  { level: 0.2, levelDays: 40, slowLevel: 0.15, annual: 0.1, monthDay: 0.03 },
  { weekdayDrift: 0.15, weekdayDriftDays: 60, level: 0.08, short: 0.08, shortDays: 4 },
]
/** A queue's days stray from the model by this much of their volume; the likeliest is taken. */
const NOISES = [0.03, 0.08, 0.18]
/** Two years: older days say little that newer ones do not. */
const OBSERVED_DAYS_MAX = 728
/** A count of 0 has no logarithm. */
const COUNT_OFFSET = 0.5

/**
 * Learns the level of days and tells that of days to come: an ensemble on the logarithm of daily
 * volumes, around a robust trend.
 *
 * @param totals contacts of each day of the history, NaN where not known
 * @param signs of the days of the history and, after them, of the days to tell
 */
export function dayLevels(totals: Float64Array, signs: readonly DaySigns[]): DayLevels {
  const days = observedDays(totals)
  const logs = Float64Array.from(days, (day) => Math.log((totals[day] as number) + COUNT_OFFSET))
  const trend = dayTrend(days, logs, totals.length)
  const counted: DayObservations = {
    signs: days.map((day) => signs[day] as DaySigns),
    values: logs.map((log, i) => log - trend(days[i] as number)),
    variances: Float64Array.from(days, (day) => 1 / ((totals[day] as number) + 1)),
  }
  const process = (observed: DayObservations, noise: number, variant = {}): DayProcess =>
    dayProcess(observed, { ...SETTINGS, ...variant, noise }, signs.length)
  const candidates = NOISES.map((noise) => ({ noise, model: process(counted, noise) }))
  const { noise, model } = candidates.reduce((a, b) =>
    b.model.likelihood > a.model.likelihood ? b : a,
  )
  const wild = wildDays(counted, model)
  const observed = withDoubt(counted, wild, model)
  const ensemble = dayEnsemble(
    observed,
    VARIANTS.map((variant) => process(observed, noise, variant)),
    [twoWayLevel(observed), dampedSeasonal(observed)],
  )
  return {
    levels: signs.map((own, day) => {
      if (day < totals.length) return undefined
      const { mean, variance } = ensemble.predict(own)
      return { logMean: trend(day) + mean, logVariance: variance }
    }),
    outlierDays: wild.map((i) => days[i] as number),
  }
}

function observedDays(totals: Float64Array): number[] {
  const days: number[] = []
  totals.forEach((total, day) => {
    if (total > 0) days.push(day)
  })
  return days.slice(-OBSERVED_DAYS_MAX)
}

/** Wild days stay, with their variance raised by what they stray: they say little, not nothing. */
function withDoubt(
  observed: DayObservations,
  wild: readonly number[],
  model: DayProcess,
): DayObservations {
  const variances = observed.variances.slice()
  const residuals = model.residuals()
  for (const i of wild) variances[i] = (variances[i] as number) + (residuals[i] as number) ** 2
  return { ...observed, variances }
}
