import { drawGamma } from './draw-gamma.ts'
import { drawPoisson } from './draw-poisson.ts'
import type { Random } from './random.ts'

/**
 * Draws a count whose variance is above its mean, as a Poisson draw with a gamma mean: arrivals of
 * a contact centre vary more than Poisson ones do.
 *
 * @param mean 0 or more
 * @param dispersion 0 or more; the variance is `mean + dispersion * mean²`, so 0 is Poisson
 * @throws {RangeError} if either is not finite or is negative
 */
export function drawNegativeBinomial(
  random: Random,
  { mean, dispersion }: { readonly mean: number; readonly dispersion: number },
): number {
  if (!Number.isFinite(dispersion) || dispersion < 0) {
    throw new RangeError(`dispersion must be finite and not negative, got ${dispersion}`)
  }
  if (dispersion === 0 || mean === 0) return drawPoisson(random, mean)
  const shape = 1 / dispersion
  return drawPoisson(random, (mean * drawGamma(random, shape)) / shape)
}
