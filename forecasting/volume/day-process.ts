import { Matrix } from 'ml-matrix'

import { type DayKernel, dayKernel, type DayKernelSettings } from './day-kernel.ts'
import type { DaySigns } from './day-signs.ts'
import { gaussianProcess } from './gaussian-process.ts'

/** Observed log volumes of known open days, in time order. */
export interface DayObservations {
  readonly signs: readonly DaySigns[]
  /** Log volume less its trend. */
  readonly values: Float64Array
  /** Variance of each that no model explains: counting noise, and what a wild day adds. */
  readonly variances: Float64Array
}

/** Log volume of a day, less its trend. */
export interface LogForecast {
  readonly mean: number
  /** Variance of an observed log volume, counting noise apart; NaN from a member without one. */
  readonly variance: number
}

/** One way of forecasting a day's log volume. */
export interface DayMember {
  /** Forecast as of an earlier moment: from the first `observations` observations alone. */
  predict(target: DaySigns, observations: number): LogForecast
}

/** A Gaussian process over days, which can also judge its own observations. */
export interface DayProcess extends DayMember {
  /** How well it foretells each day from all others: log density under a heavy-tailed law. */
  readonly likelihood: number
  /** What each day deviates from what all others say of it, in standard deviations. */
  scores(): number[]
  /** The same, on the scale of log volume. */
  residuals(): Float64Array
}

/** Degrees of freedom of the heavy-tailed law: a few wild days must not choose the model. */
const TAIL = 4

/**
 * Conditions the day kernel on observed days.
 *
 * @param maxLagDays as in {@link dayKernel}: history and horizon together
 */
export function dayProcess(
  observed: DayObservations,
  settings: DayKernelSettings,
  maxLagDays: number,
): DayProcess {
  const kernel = dayKernel(settings, maxLagDays)
  const noise = settings.noise ** 2
  const process = gaussianProcess(covarianceOf(observed, kernel, noise), observed.values)
  const left = process.leaveOneOut()
  const scores = Array.from(left.residuals, (r, i) => r / Math.sqrt(left.variances[i] as number))
  return {
    likelihood: scores.reduce(
      (sum, score, i) =>
        sum -
        ((TAIL + 1) / 2) * Math.log1p(score ** 2 / TAIL) -
        Math.log(left.variances[i] as number) / 2,
      0,
    ),
    scores: () => scores,
    residuals: () => left.residuals,
    predict(target, observations) {
      const covariances = Float64Array.from({ length: observations }, (_, i) =>
        kernel(observed.signs[i] as DaySigns, target),
      )
      const latent = process.predict(covariances, kernel(target, target))
      return { mean: latent.mean, variance: latent.variance + noise }
    },
  }
}

function covarianceOf(observed: DayObservations, kernel: DayKernel, noise: number): Matrix {
  const n = observed.signs.length
  const covariance = Matrix.zeros(n, n)
  for (let i = 0; i < n; i++) {
    const a = observed.signs[i] as DaySigns
    for (let j = 0; j < i; j++) {
      const shared = kernel(a, observed.signs[j] as DaySigns)
      covariance.set(i, j, shared)
      covariance.set(j, i, shared)
    }
    covariance.set(i, i, kernel(a, a) + noise + (observed.variances[i] as number))
  }
  return covariance
}
