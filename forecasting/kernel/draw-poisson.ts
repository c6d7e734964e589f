import { drawBinomial } from './draw-binomial.ts'
import { drawGamma } from './draw-gamma.ts'
import type { Random } from './random.ts'

/** Below this mean the product of uniforms is quicker than halving by a gamma draw. */
const SMALL_MEAN = 16

/**
 * Draws from the Poisson distribution.
 *
 * Sources: Knuth, TAOCP 2, 3.4.1: for a small mean the product of uniforms (algorithm Q); for a
 * large one, Ahrens & Dieter's reduction: the time of the m-th event is gamma, and what remains is
 * a Poisson or a binomial draw of a smaller size (algorithm PG). Both are exact.
 *
 * @param mean 0 or more
 * @throws {RangeError} if `mean` is not finite or is negative
 */
export function drawPoisson(random: Random, mean: number): number {
  if (!Number.isFinite(mean) || mean < 0) {
    throw new RangeError(`mean must be finite and not negative, got ${mean}`)
  }
  let events = 0
  let left = mean
  while (left >= SMALL_MEAN) {
    const jump = Math.floor((left * 7) / 8)
    const timeOfJump = drawGamma(random, jump)
    if (timeOfJump > left) return events + drawBinomial(random, jump - 1, left / timeOfJump)
    events += jump
    left -= timeOfJump
  }
  const limit = Math.exp(-left)
  for (let product = 1 - random(); product > limit; product *= 1 - random()) events += 1
  return events
}
