/**
 * The Poisson weight e^-n n^m / Γ(m+1) in logarithms, for real `m` and `n` up to hundreds of
 * millions, without the cancellation that the three factors suffer when each is taken alone.
 *
 * Erlang's formulas are sums of such weights, so this is where their accuracy comes from.
 *
 * Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000).
 */

const HALF_LOG_TWO_PI = 0.918_938_533_204_672_7

/** From here on five terms of Stirling's series leave less than 1e-17. */
const STIRLING_FROM = 16

/**
 * Natural logarithm of the Poisson weight.
 *
 * The absolute error is about 1e-16 × max(1, |result|): the weight itself keeps all its digits near
 * its mode and loses them only where it is negligible.
 *
 * @param count real, 0 or more
 * @param mean real, 0 or more
 * @returns 0 or less; -Infinity when `mean` is 0 and `count` is not
 */
export function logPoissonWeight(count: number, mean: number): number {
  if (count === 0) return -mean
  if (mean === 0) return -Infinity
  return -deviance(count, mean) - stirlingError(count) - HALF_LOG_TWO_PI - 0.5 * Math.log(count)
}

/** count·ln(count/mean) + mean − count, by a series where the terms nearly cancel. */
function deviance(count: number, mean: number): number {
  const difference = count - mean
  const ratio = difference / (count + mean)
  if (Math.abs(ratio) >= 0.1) return count * Math.log(count / mean) - difference
  let sum = difference * ratio
  let power = 2 * count * ratio
  const square = ratio * ratio
  // |ratio| < 0.1 gains two digits a turn, so ten turns reach the last bit.
  for (let odd = 3; odd < 41; odd += 2) {
    power *= square
    const next = sum + power / odd
    if (next === sum) break
    sum = next
  }
  return sum
}

/** ln Γ(x+1) minus Stirling's formula (x + ½) ln x − x + ½ ln 2π, for x > 0. */
function stirlingError(x: number): number {
  let shift = 0
  let large = x
  while (large < STIRLING_FROM) {
    shift += (large + 0.5) * Math.log1p(1 / large) - 1
    large += 1
  }
  const inverse = 1 / large
  const square = inverse * inverse
  const series =
    1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))
  return shift + inverse * series
}
