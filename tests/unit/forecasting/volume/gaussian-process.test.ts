import { describe, expect, it } from 'vitest'

import { gaussianProcess } from '#forecasting/volume/gaussian-process.ts'

const lower = (rows: readonly (readonly number[])[]): Float64Array[] =>
  rows.map((row, i) => Float64Array.from(row.slice(0, i + 1)))

describe('gaussianProcess', () => {
  // One observation y = 3 with prior variance 1 and noise 0.5: mean 3 · 1/1.5, variance 1 − 1/1.5.
  it('shrinks one observation by its share of the variance', () => {
    const process = gaussianProcess(lower([[1.5]]), Float64Array.of(3))
    const [said] = process.predict([{ covariances: Float64Array.of(1), priorVariance: 1 }])
    expect(said?.mean).toBeCloseTo(2, 12)
    expect(said?.variance).toBeCloseTo(1 / 3, 12)
  })

  // By hand for K = [[2, 1], [1, 2]], y = (1, 0): K⁻¹ = [[2, −1], [−1, 2]] / 3, so the residual of
  // the first is (2/3) / (2/3) = 1, of the second (−1/3) / (2/3) = −1/2; both variances are 3/2.
  it('leaves one out as if the rest had been conditioned on alone', () => {
    const { residuals, variances } = gaussianProcess(
      lower([
        [2, 1],
        [1, 2],
      ]),
      Float64Array.of(1, 0),
    ).leaveOneOut()
    expect(residuals[0]).toBeCloseTo(1, 12)
    expect(residuals[1]).toBeCloseTo(-0.5, 12)
    expect(variances[0]).toBeCloseTo(1.5, 12)
  })

  const THREE = [
    [1.1, 0.5, 0.2],
    [0.5, 1.1, 0.5],
    [0.2, 0.5, 1.1],
  ]

  // The process of the first two alone, asked for the place of the third.
  it('forgets the latest observations when asked as of an earlier moment', () => {
    const whole = gaussianProcess(lower(THREE), Float64Array.of(1, -1, 5))
    const early = gaussianProcess(lower(THREE.slice(0, 2)), Float64Array.of(1, -1))
    const place = { covariances: Float64Array.of(0.2, 0.5), priorVariance: 1.1 }
    const [said] = early.predict([place])
    expect(whole.asOf(2, 2).mean).toBeCloseTo(said?.mean ?? Number.NaN, 12)
    expect(whole.asOf(2, 2).variance).toBeCloseTo(said?.variance ?? Number.NaN, 12)
  })

  it('predicts by weights times covariances', () => {
    const process = gaussianProcess(lower(THREE), Float64Array.of(1, -1, 5))
    const covariances = Float64Array.of(0.1, 0.3, 0.7)
    const sum = process.weights().reduce((s, w, i) => s + w * (covariances[i] as number), 0)
    const [said] = process.predict([{ covariances, priorVariance: 1 }])
    expect(said?.mean).toBeCloseTo(sum, 12)
  })

  // Two independent values of variance 1, y = (0, 3), a step of variance 1 at the second: its size
  // is 3 / (1/1 + 1) = 1.5, the evidence (3 · 1.5 − ln 2) / 2.
  it('weighs a step against none', () => {
    const independent = lower([
      [1, 0],
      [0, 1],
    ])
    const step = gaussianProcess(independent, Float64Array.of(0, 3)).stepAt(1, 1)
    expect(step.size).toBeCloseTo(1.5, 12)
    expect(step.evidence).toBeCloseTo((4.5 - Math.LN2) / 2, 12)
  })

  // The same values the other way round, y = (3, 0), and a step at the first, gone at the second.
  it('weighs a step that was taken back', () => {
    const independent = lower([
      [1, 0],
      [0, 1],
    ])
    const { size, evidence } = gaussianProcess(independent, Float64Array.of(3, 0)).stepAt(0, 1, 1)
    expect(size).toBeCloseTo(1.5, 12)
    expect(evidence).toBeCloseTo((4.5 - Math.LN2) / 2, 12)
  })

  it('refuses a matrix that is no covariance', () => {
    const indefinite = lower([
      [1, 2],
      [2, 1],
    ])
    expect(() => gaussianProcess(indefinite, Float64Array.of(0, 0))).toThrow(RangeError)
  })
})
