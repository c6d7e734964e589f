import { drawNormal } from './draw-normal.ts'
import type { Random } from './random.ts'

/**
 * Draws from the gamma distribution of a shape and scale 1: mean and variance are both `shape`.
 *
 * Source: Marsaglia & Tsang, "A simple method for generating gamma variables" (2000); below shape 1
 * by their note 1.
 *
 * @param shape above 0
 * @throws {RangeError} if `shape` is not a finite number above 0
 */
export function drawGamma(random: Random, shape: number): number {
  if (!Number.isFinite(shape) || shape <= 0) {
    throw new RangeError(`shape must be finite and above 0, got ${shape}`)
  }
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random()) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  // Each try is accepted with a probability above 0.95, so a thousand tries never run out.
  for (let tries = 0; tries < 1000; tries += 1) {
    const normal = drawNormal(random)
    const v = (1 + c * normal) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * normal ** 2 + d - d * v + d * Math.log(v)) {
      return d * v
    }
  }
  return shape
}
