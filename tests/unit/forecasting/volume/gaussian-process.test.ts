import { Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'

import { gaussianProcess } from '#forecasting/volume/gaussian-process.ts'

describe('gaussianProcess', () => {
  // One observation y = 3 with prior variance 1 and noise 0.5: mean 3 · 1/1.5, variance 1 − 1/1.5.
  it('shrinks one observation by its share of the variance', () => {
    const { mean, variance } = gaussianProcess(new Matrix([[1.5]]), Float64Array.of(3)).predict(
      Float64Array.of(1),
      1,
    )
    expect(mean).toBeCloseTo(2, 12)
    expect(variance).toBeCloseTo(1 / 3, 12)
  })

  // By hand for K = [[2, 1], [1, 2]], y = (1, 0): K⁻¹ = [[2, −1], [−1, 2]] / 3, so the residual of
  // the first is (2/3) / (2/3) = 1, of the second (−1/3) / (2/3) = −1/2; both variances are 3/2.
  it('leaves one out as if the rest had been conditioned on alone', () => {
    const { residuals, variances } = gaussianProcess(
      new Matrix([
        [2, 1],
        [1, 2],
      ]),
      Float64Array.of(1, 0),
    ).leaveOneOut()
    expect(residuals[0]).toBeCloseTo(1, 12)
    expect(residuals[1]).toBeCloseTo(-0.5, 12)
    expect(variances[0]).toBeCloseTo(1.5, 12)
  })

  it('forgets the latest observations when asked as of an earlier moment', () => {
    const covariance = new Matrix([
      [1.1, 0.5, 0.2],
      [0.5, 1.1, 0.5],
      [0.2, 0.5, 1.1],
    ])
    const whole = gaussianProcess(covariance, Float64Array.of(1, -1, 5))
    const first = gaussianProcess(covariance.subMatrix(0, 1, 0, 1), Float64Array.of(1, -1))
    const covariances = Float64Array.of(0.1, 0.3)
    expect(whole.predict(covariances, 1)).toEqual(first.predict(covariances, 1))
  })

  it('refuses a matrix that is no covariance', () => {
    const indefinite = new Matrix([
      [1, 2],
      [2, 1],
    ])
    expect(() => gaussianProcess(indefinite, Float64Array.of(0, 0))).toThrow(RangeError)
  })
})
