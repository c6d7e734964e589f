import { factorInPlace, solveLower, solveLowerTogether, solveUpper } from '../kernel/cholesky.ts'
import { portableLog1p } from '../kernel/portable-log.ts'

/** A process conditioned on observations in time order, able to forget the latest of them. */
export interface GaussianProcess {
  /** K⁻¹y: what each observation adds to a prediction, times its covariance with the place. */
  weights(): Float64Array
  /** Mean and variance at each of some places. */
  predict(places: readonly Place[]): Moments[]
  /** The same at an observation's place, from the first `known` observations alone (known ≤ it). */
  asOf(observation: number, known: number): Moments
  /** What each observation deviates from the prediction by all others, with that one's variance. */
  leaveOneOut(): { readonly residuals: Float64Array; readonly variances: Float64Array }
  /**
   * What speaks for one step at an observation, the process being right otherwise.
   *
   * @param deviation standard deviation that steps have
   * @param end the observation at which the step is taken back; a lasting one is not
   */
  stepAt(observation: number, deviation: number, end?: number): StepEvidence
}

/** Where a process is asked for. */
export interface Place {
  /** With each observation; overwritten. */
  readonly covariances: Float64Array
  readonly priorVariance: number
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
    predict(places) {
      const solved = places.map(({ covariances }) => covariances)
      solveLowerTogether(factor, solved)
      return places.map(({ covariances, priorVariance }) => {
        const { mean, variance } = explained(covariances, whitened, covariances.length)
        return { mean, variance: Math.max(priorVariance - variance, 0) }
      })
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
    stepAt: (observation, deviation, end = factor.length) =>
      stepAt(factor, whitened, { observation, deviation, end }),
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
  for (let first = 0; first < n; first += COLUMNS) {
    inverseColumns(factor, first).forEach((column, place) => {
      const i = first + place
      if (i >= n) return
      let square = 0
      let product = 0
      for (let k = i; k < n; k++) {
        const entry = column[k] as number
        square += entry * entry
        product += entry * (whitened[k] as number)
      }
      residuals[i] = product / square
      variances[i] = 1 / square
    })
  }
  return { residuals, variances }
}

/** Solved together, because one sum alone would wait for itself at every step. */
const COLUMNS = 4

/** Four columns of L⁻¹, the first one `first`; past the last column they are zero. */
function inverseColumns(factor: readonly Float64Array[], first: number): Float64Array[] {
  const n = factor.length
  const columns = Array.from({ length: COLUMNS }, () => new Float64Array(n))
  const [a, b, c, d] = columns as [Float64Array, Float64Array, Float64Array, Float64Array]
  for (let k = first; k < n; k++) {
    const row = factor[k] as Float64Array
    let ofA = k === first ? 1 : 0
    let ofB = k === first + 1 ? 1 : 0
    let ofC = k === first + 2 ? 1 : 0
    let ofD = k === first + 3 ? 1 : 0
    for (let j = first; j < k; j++) {
      const entry = row[j] as number
      ofA -= entry * (a[j] as number)
      ofB -= entry * (b[j] as number)
      ofC -= entry * (c[j] as number)
      ofD -= entry * (d[j] as number)
    }
    const pivot = row[k] as number
    a[k] = ofA / pivot
    b[k] = ofB / pivot
    c[k] = ofC / pivot
    d[k] = ofD / pivot
  }
  return columns
}

/**
 * With u = 1 from the step to its end: v = L⁻¹u is zero before it, so the solve starts there. A step of
 * variance s² changes the log evidence by ½ (v·w)² / (1/s² + v·v) − ½ ln(1 + s² v·v).
 */
function stepAt(
  factor: readonly Float64Array[],
  whitened: Float64Array,
  step: { readonly observation: number; readonly deviation: number; readonly end: number },
): StepEvidence {
  const first = step.observation
  const v = new Float64Array(factor.length)
  let agreement = 0
  let information = 0
  for (let i = first; i < factor.length; i++) {
    const row = factor[i] as Float64Array
    let sum = i < step.end ? 1 : 0
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
