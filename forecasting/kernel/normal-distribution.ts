/**
 * Share of the standard normal distribution below `x`, to the last digits of a double.
 *
 * Source: G. Marsaglia, "Evaluating the normal distribution", Journal of Statistical Software 11
 * (2004): ½ + φ(x)(x + x³/3 + x⁵/(3·5) + …), whose terms have one sign.
 *
 * @returns 0..1; below −8 the result is 0, above 8 it is 1, within 1e-15
 */
export function normalShareBelow(x: number): number {
  if (x < -8) return 0
  if (x > 8) return 1
  let sum = x
  let term = x
  for (let odd = 3; sum + term !== sum || odd === 3; odd += 2) {
    term *= (x * x) / odd
    sum += term
  }
  const share = 0.5 + sum * Math.exp(-0.5 * x * x - 0.918_938_533_204_672_8)
  // In the tails the rounding of one half is more than what is left.
  return Math.min(1, Math.max(0, share))
}
