import { Matrix } from 'ml-matrix'

import { dayKernel } from './day-kernel.ts'
import type { DayKernel, DayKernelSettings } from './day-kernel.ts'
import type { DaySigns } from './day-signs.ts'
import { gaussianProcess } from './gaussian-process.ts'
import type { GaussianProcess } from './gaussian-process.ts'

/** Observed log volumes of known open days, in time order. */
export interface DayObservations {
  readonly signs: readonly DaySigns[]
  /** Log volume less its centre. */
  readonly values: Float64Array
  /** Variance of each that no model explains: counting noise, and what an outlier adds. */
  readonly variances: Float64Array
}

/** Log volume of a day as one member sees it. */
export interface LogForecast {
  readonly mean: number
  readonly variance: number
}

/** One way of forecasting a day's log volume. */
export interface DayMember {
  readonly name: string
  /**
   * Forecast as of an earlier moment: from the first `observations` observations alone. The
   * variance is that of an observed volume, counting noise apart.
   */
  predict(target: DaySigns, observations: number): LogForecast
}

/** A Gaussian process over days; `process` also serves to find outliers. */
export interface DayProcess extends DayMember {
  readonly process: GaussianProcess
}

/**
 * Conditions the day kernel on observed days.
 *
 * @param maxLagDays as in {@link dayKernel}: history and horizon together
 */
export function dayProcess(
  name: string,
  observed: DayObservations,
  model: { readonly settings: DayKernelSettings; readonly maxLagDays: number },
): DayProcess {
  const kernel = dayKernel(model.settings, model.maxLagDays)
  const noise = model.settings.noise ** 2
  const process = gaussianProcess(covarianceOf(observed, kernel, noise), observed.values)
  return {
    name,
    process,
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
