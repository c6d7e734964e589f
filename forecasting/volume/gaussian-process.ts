import { CholeskyDecomposition, type Matrix } from 'ml-matrix'

/** A process conditioned on observations in time order, able to forget the latest of them. */
export interface GaussianProcess {
  /**
   * Mean and variance at one place, from the first `observations` observations alone.
   *
   * @param covariances of that place with each of those observations
   * @param priorVariance at that place
   */
  predict(
    covariances: Float64Array,
    priorVariance: number,
  ): { readonly mean: number; readonly variance: number }
  /** What each observation deviates from the prediction by all others, with that one's variance. */
  leaveOneOut(): { readonly residuals: Float64Array; readonly variances: Float64Array }
}

/**
 * Conditions a zero-mean Gaussian process.
 *
 * The Cholesky factor of the first n observations is the leading block of the whole factor, so a
 * prediction "as of" any earlier observation costs one forward substitution and no new factor:
 * rolling-origin backtests come almost free.
 *
 * Source: Rasmussen and Williams (2006), algorithm 2.1; leave-one-out: equation 5.12.
 *
 * @param covariance n × n of the observations, noise on the diagonal included
 * @param values n observed values less the prior mean
 * @throws {RangeError} if the covariance is not positive definite
 */
export function gaussianProcess(covariance: Matrix, values: Float64Array): GaussianProcess {
  const cholesky = new CholeskyDecomposition(covariance)
  if (!cholesky.isPositiveDefinite()) throw new RangeError('covariance must be positive definite')
  const rows = lowerRows(cholesky.lowerTriangularMatrix)
  const whitened = forward(rows, values)
  return {
    predict(covariances, priorVariance) {
      const solved = forward(rows, covariances)
      let mean = 0
      let explained = 0
      for (let i = 0; i < solved.length; i++) {
        const s = solved[i] as number
        mean += s * (whitened[i] as number)
        explained += s * s
      }
      return { mean, variance: Math.max(priorVariance - explained, 0) }
    },
    leaveOneOut: () => leaveOneOut(rows, whitened),
  }
}

function lowerRows(lower: Matrix): Float64Array[] {
  return Array.from({ length: lower.rows }, (_, row) =>
    Float64Array.from({ length: row + 1 }, (_cell, column) => lower.get(row, column)),
  )
}

/** Solves L s = b for as many leading rows as `b` has. */
function forward(rows: readonly Float64Array[], b: Float64Array): Float64Array {
  const solution = new Float64Array(b.length)
  for (let i = 0; i < b.length; i++) {
    const row = rows[i] as Float64Array
    let sum = b[i] as number
    for (let j = 0; j < i; j++) sum -= (row[j] as number) * (solution[j] as number)
    solution[i] = sum / (row[i] as number)
  }
  return solution
}

/** With K = L Lᵀ: column i of L⁻¹ gives both K⁻¹ᵢᵢ (its square) and (K⁻¹y)ᵢ (times L⁻¹y). */
function leaveOneOut(
  rows: readonly Float64Array[],
  whitened: Float64Array,
): { residuals: Float64Array; variances: Float64Array } {
  const n = rows.length
  const residuals = new Float64Array(n)
  const variances = new Float64Array(n)
  const column = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let square = 0
    let product = 0
    for (let k = i; k < n; k++) {
      const row = rows[k] as Float64Array
      let sum = k === i ? 1 : 0
      for (let j = i; j < k; j++) sum -= (row[j] as number) * (column[j] as number)
      const entry = sum / (row[k] as number)
      column[k] = entry
      square += entry * entry
      product += entry * (whitened[k] as number)
    }
    residuals[i] = product / square
    variances[i] = 1 / square
  }
  return { residuals, variances }
}
