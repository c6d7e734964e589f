import type { Random } from './random.ts'

/**
 * Draws from the standard normal distribution.
 *
 * Source: Box & Muller, "A note on the generation of random normal deviates" (1958). The second
 * deviate of the pair is not kept, so that a draw depends on nothing but the two numbers it takes.
 */
export function drawNormal(random: Random): number {
  // 1 - u lies in (0, 1]: its logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
