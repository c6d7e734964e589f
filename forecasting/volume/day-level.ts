import { Matrix } from 'ml-matrix'
import { TheilSenRegression } from 'ml-regression'
import { mean, medianAbsoluteDeviation } from 'simple-statistics'

import { type DayKernelSettings, dayKernel } from './day-kernel.ts'
import type { DaySigns } from './day-signs.ts'
import { gaussianProcess, type GaussianProcess } from './gaussian-process.ts'

/** What is expected of one day, on the log scale. */
export interface DayLevel {
  readonly logMean: number
  /** Variance of the day's log volume: uncertainty of the level and the day's own noise. */
  readonly logVariance: number
}

export interface DayLevels {
  /** By day, for every day whose signs were given. */
  readonly levels: readonly DayLevel[]
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
/** A queue's days stray from the model by this much of their volume; the likeliest is taken. */
const NOISES = [0.03, 0.08, 0.18]
/** Two years: older days say little that newer ones do not. */
const OBSERVED_DAYS_MAX = 728
/** Days that stray by more than this many robust deviations teach little. */
const OUTLIER_SCORE = 4
/** A count of 0 has no logarithm. */
const COUNT_OFFSET = 0.5
const TREND_DAYS_MIN = 182
const TREND_PER_DAY_MAX = Math.log(1.5) / 365
/** A trend goes on for a quarter or so, not for ever. */
const TREND_DAMPING_DAYS = 90

/**
 * Learns the level of days and tells that of any others: a Gaussian process on the logarithm of
 * daily volumes around a robust trend.
 *
 * @param totals contacts of each day of the history, NaN where not known
 * @param signs of the days of the history and, after them, of the days to tell
 */
export function dayLevels(totals: Float64Array, signs: readonly DaySigns[]): DayLevels {
  const observed = observedDays(totals)
  const logs = Float64Array.from(observed, (day) =>
    Math.log((totals[day] as number) + COUNT_OFFSET),
  )
  const prior = trend(observed, logs, totals.length)
  const values = logs.map((log, i) => log - prior(observed[i] as number))
  const sampling = Float64Array.from(observed, (day) => 1 / ((totals[day] as number) + 1))
  const models = NOISES.map((noise) => new Model({ noise, observed, values, sampling, signs }))
  const best = models.reduce((a, b) => (b.likelihood > a.likelihood ? b : a))
  const cleaned = best.withoutOutliers()
  return {
    levels: signs.map((_, day) => cleaned.predict(day, prior(day))),
    outlierDays: cleaned.outliers.map((i) => observed[i] as number),
  }
}

function observedDays(totals: Float64Array): number[] {
  const days: number[] = []
  totals.forEach((total, day) => {
    if (total > 0) days.push(day)
  })
  return days.slice(-OBSERVED_DAYS_MAX)
}

/** The prior mean: level with little history, else the Theil–Sen line, flattening into the future. */
function trend(
  observed: readonly number[],
  logs: Float64Array,
  historyDays: number,
): (day: number) => number {
  const level = logs.length === 0 ? 0 : mean([...logs])
  const span = (observed.at(-1) ?? 0) - (observed[0] ?? 0)
  if (span < TREND_DAYS_MIN) return () => level
  // Every fifth day, so that all weekdays take part and the pairs stay few.
  const sparse = observed.map((_, i) => i).filter((i) => i % 5 === 0)
  const line = new TheilSenRegression(
    sparse.map((i) => observed[i] as number),
    sparse.map((i) => logs[i] as number),
  )
  const slope = Math.max(-TREND_PER_DAY_MAX, Math.min(TREND_PER_DAY_MAX, line.slope))
  const middle = mean([...observed])
  return (day) => {
    const ahead = Math.max(0, day - historyDays)
    const damped = TREND_DAMPING_DAYS * (1 - Math.exp(-ahead / TREND_DAMPING_DAYS))
    return level + slope * (Math.min(day, historyDays) + damped - middle)
  }
}

interface ModelData {
  readonly noise: number
  readonly observed: readonly number[]
  readonly values: Float64Array
  /** Variance of the log of a count, from the count alone. */
  readonly sampling: Float64Array
  readonly signs: readonly DaySigns[]
}

class Model {
  readonly likelihood: number
  readonly outliers: readonly number[]
  readonly #data: ModelData
  readonly #process: GaussianProcess | undefined
  readonly #kernel: (a: DaySigns, b: DaySigns) => number
  readonly #scores: readonly number[]
  readonly #residuals: Float64Array

  constructor(data: ModelData, inflation?: Float64Array, outliers: readonly number[] = []) {
    const { noise, observed, values, signs, sampling } = data
    const maxLag = (signs.at(-1)?.day ?? 0) - (signs[0]?.day ?? 0)
    this.#data = data
    this.outliers = outliers
    this.#kernel = dayKernel({ ...SETTINGS, noise }, maxLag)
    const n = observed.length
    const covariance = Matrix.zeros(n, n)
    for (let i = 0; i < n; i++) {
      const a = signs[observed[i] as number] as DaySigns
      for (let j = 0; j <= i; j++) {
        const shared = this.#kernel(a, signs[observed[j] as number] as DaySigns)
        covariance.set(i, j, shared)
        covariance.set(j, i, shared)
      }
      const own = noise ** 2 + (sampling[i] as number) + (inflation?.[i] ?? 0)
      covariance.set(i, i, covariance.get(i, i) + own)
    }
    this.#process = n === 0 ? undefined : gaussianProcess(covariance, values)
    const loo = this.#process?.leaveOneOut()
    this.#residuals = loo?.residuals ?? new Float64Array(0)
    this.#scores = [...this.#residuals].map((r, i) => r / Math.sqrt(loo?.variances[i] ?? 1))
    this.likelihood = this.#scores.reduce(
      // Student's t and not the normal: a few wild days must not choose the noise.
      (sum, score, i) =>
        sum - 2.5 * Math.log1p(score ** 2 / 4) - Math.log(loo?.variances[i] ?? 1) / 2,
      0,
    )
  }

  /** The same model, with wild days' variance raised by what they stray. */
  withoutOutliers(): Model {
    const { observed, signs } = this.#data
    if (this.#scores.length < 14) return this
    const scale = Math.max(1, 1.4826 * medianAbsoluteDeviation([...this.#scores]))
    const isWild = (i: number): boolean =>
      Math.abs(this.#scores[i] as number) > OUTLIER_SCORE * scale &&
      signs[observed[i] as number]?.special === null
    const wild = observed.map((_, i) => i).filter(isWild)
    if (wild.length === 0) return this
    const inflation = new Float64Array(observed.length)
    for (const i of wild) inflation[i] = (this.#residuals[i] as number) ** 2
    return new Model(this.#data, inflation, wild)
  }

  predict(day: number, priorMean: number): DayLevel {
    const { observed, signs, noise } = this.#data
    const own = signs[day] as DaySigns
    const shared = Float64Array.from(observed, (other) =>
      this.#kernel(own, signs[other] as DaySigns),
    )
    const prior = this.#kernel(own, own)
    const found = this.#process?.predict(shared, prior) ?? { mean: 0, variance: prior }
    return { logMean: priorMean + found.mean, logVariance: found.variance + noise ** 2 }
  }
}
