import { factorInPlace, solveLower, solveUpper } from '../kernel/cholesky.ts'
import { portableLog1p } from '../kernel/portable-log.ts'

/** A process conditioned on observations in time order, able to forget the latest of them. */
export interface GaussianProcess {
  /** K⁻¹y: what each observation adds to a prediction, times its covariance with the place. */
  weights(): Float64Array
  /** Mean and variance at one place; `covariances` of it with each observation. */
  predict(covariances: Float64Array, priorVariance: number): Moments
  /** The same at an observation's place, from the first `known` observations alone (known ≤ it). */
  asOf(observation: number, known: number): Moments
  /** What each observation deviates from the prediction by all others, with that one's variance. */
  leaveOneOut(): { readonly residuals: Float64Array; readonly variances: Float64Array }
  /**
   * What speaks for one lasting step at an observation, the process being right otherwise.
   *
   * @param deviation standard deviation that steps have
   */
  stepAt(observation: number, deviation: number): StepEvidence
}

export interface StepEvidence {
  /** Log Bayes factor of "a step" against "none". */
  readonly evidence: number
  /** Its expected size, on the scale of the values. */
  readonly size: number
}

export interface Moments {
  readonly mean: number
  readonly variance: number
}

/**
 * Conditions a zero-mean Gaussian process.
 *
 * The Cholesky factor of the first n observations is the leading block of the whole factor, and row
 * i of the factor is what the solve for observation i would give: "what would have been said of this
 * day on that day" costs one dot product, so rolling-origin trials come almost free.
 *
 * Source: Rasmussen and Williams (2006), algorithm 2.1; leave-one-out: equation 5.12.
 *
 * @param covariance lower rows of the n × n covariance, row i of length i + 1, noise on the diagonal
 *   included; overwritten
 * @param values n observed values less the prior mean
 * @throws {RangeError} if the covariance is not positive definite
 */
export function gaussianProcess(
  covariance: readonly Float64Array[],
  values: Float64Array,
): GaussianProcess {
  const factor = factorInPlace(covariance)
  const whitened = solveLower(factor, values)
  return {
    weights: () => solveUpper(factor, whitened),
    predict(covariances, priorVariance) {
      const solved = solveLower(factor, covariances)
      const { mean, variance } = explained(solved, whitened, solved.length)
      return { mean, variance: Math.max(priorVariance - variance, 0) }
    },
    asOf(observation, known) {
      const row = factor[observation] as Float64Array
      // What the observations in between would have added to what is explained is still open.
      const { mean } = explained(row, whitened, known)
      let variance = 0
      for (let i = known; i <= observation; i++) variance += (row[i] as number) * (row[i] as number)
      return { mean, variance }
    },
    leaveOneOut: () => leaveOneOut(factor, whitened),
    stepAt: (observation, deviation) => stepAt(factor, whitened, { observation, deviation }),
  }
}

function explained(solved: Float64Array, whitened: Float64Array, known: number): Moments {
  let mean = 0
  let variance = 0
  for (let i = 0; i < known; i++) {
    const s = solved[i] as number
    mean += s * (whitened[i] as number)
    variance += s * s
  }
  return { mean, variance }
}

/** With K = L Lᵀ: column i of L⁻¹ gives both K⁻¹ᵢᵢ (its square) and (K⁻¹y)ᵢ (times L⁻¹y). */
function leaveOneOut(
  factor: readonly Float64Array[],
  whitened: Float64Array,
): { residuals: Float64Array; variances: Float64Array } {
  const n = factor.length
  const residuals = new Float64Array(n)
  const variances = new Float64Array(n)
  const column = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let square = 0
    let product = 0
    for (let k = i; k < n; k++) {
      const row = factor[k] as Float64Array
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

/**
 * With u = 1 from the step on: v = L⁻¹u is zero before it, so the solve starts there. A step of
 * variance s² changes the log evidence by ½ (v·w)² / (1/s² + v·v) − ½ ln(1 + s² v·v).
 */
function stepAt(
  factor: readonly Float64Array[],
  whitened: Float64Array,
  step: { readonly observation: number; readonly deviation: number },
): StepEvidence {
  const first = step.observation
  const v = new Float64Array(factor.length)
  let agreement = 0
  let information = 0
  for (let i = first; i < factor.length; i++) {
    const row = factor[i] as Float64Array
    let sum = 1
    for (let j = first; j < i; j++) sum -= (row[j] as number) * (v[j] as number)
    const entry = sum / (row[i] as number)
    v[i] = entry
    agreement += entry * (whitened[i] as number)
    information += entry * entry
  }
  const variance = step.deviation * step.deviation
  const size = agreement / (1 / variance + information)
  return { evidence: (agreement * size - portableLog1p(variance * information)) / 2, size }
}
