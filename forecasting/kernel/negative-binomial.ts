import { normalQuantile } from './normal-quantile.ts'
import { portableExp } from './portable-exp.ts'
import { portableLog1p } from './portable-log.ts'

/** Which whole number stands for a quantile that falls between two. */
export type Rounding = 'least' | 'nearest'

/** Above this mean a continuous gamma describes the counts as well, at a fixed cost. */
const EXACT_MEAN_MAX = 60

/**
 * Quantiles of a gamma-Poisson (negative binomial) count: a Poisson whose rate is itself uncertain.
 *
 * Small means: exact, the least whole number whose cumulative probability reaches the level. Large
 * means: the gamma quantile by Wilson and Hilferty's cube root, which is then not whole.
 *
 * Source: E. B. Wilson and M. M. Hilferty, "The distribution of chi-square", PNAS 17 (1931).
 *
 * @param mean 0 or more
 * @param relativeVariance variance of the rate divided by its squared mean, 0 or more; the count's
 *   variance is `mean + relativeVariance * mean²`
 * @param levels ascending, each strictly within 0..1
 * @param rounding `least`: as above. `nearest`: ends of a central band. Exact quantiles of a small
 *   mean hold far more than their share between them, because counts cannot be split; each end then
 *   is the whole number that leaves nearest to the wanted share outside.
 * @returns one quantile a level, ascending, not negative; all 0 when the mean is 0
 * @throws {RangeError} if the mean or the relative variance is negative or not finite
 */
export function negativeBinomialQuantiles(
  mean: number,
  relativeVariance: number,
  levels: readonly number[],
  rounding: Rounding = 'least',
): number[] {
  if (!Number.isFinite(mean) || mean < 0) {
    throw new RangeError(`mean must be finite and not negative, got ${mean}`)
  }
  if (!Number.isFinite(relativeVariance) || relativeVariance < 0) {
    throw new RangeError(
      `relativeVariance must be finite and not negative, got ${relativeVariance}`,
    )
  }
  if (mean === 0) return levels.map(() => 0)
  if (mean <= EXACT_MEAN_MAX) return exactQuantiles(mean, relativeVariance, { levels, rounding })
  const shape = 1 / (relativeVariance + 1 / mean)
  return levels.map((level) => mean * gammaQuantileRatio(shape, level))
}

/** Adds probabilities up from zero; bounded by where even a very wide tail has faded. */
function exactQuantiles(
  mean: number,
  relativeVariance: number,
  asked: { readonly levels: readonly number[]; readonly rounding: Rounding },
): number[] {
  // A nearly fixed rate is Poisson; the general recursion would divide by zero there.
  const spread = Math.max(relativeVariance, 1e-9)
  const shape = 1 / spread
  const ratio = (mean * spread) / (1 + mean * spread)
  const countMax = Math.ceil(mean + 40 * Math.sqrt(mean + spread * mean * mean)) + 40
  let probability = portableExp(-shape * portableLog1p(mean * spread))
  let cumulative = probability
  let count = 0
  return asked.levels.map((level) => {
    while (cumulative < level && count < countMax) {
      probability *= (ratio * (shape + count)) / (count + 1)
      cumulative += probability
      count++
    }
    if (asked.rounding === 'least') return count
    return nearestEnd(count, level, { before: cumulative - probability, upTo: cumulative })
  })
}

/** Outside a lower end lie the counts below it; outside an upper one those above. */
function nearestEnd(
  count: number,
  level: number,
  cumulative: { readonly before: number; readonly upTo: number },
): number {
  const over = cumulative.upTo - level
  const under = level - cumulative.before
  if (level < 0.5) return over < under ? count + 1 : count
  return under < over && count > 0 ? count - 1 : count
}

function gammaQuantileRatio(shape: number, level: number): number {
  const part = 1 / (9 * shape)
  const root = Math.max(1 - part + deviateOf(level) * Math.sqrt(part), 0)
  return root * root * root
}

/** The same few levels are asked for at every interval of a forecast. */
const deviates = new Map<number, number>()

function deviateOf(level: number): number {
  let deviate = deviates.get(level)
  if (deviate === undefined) {
    deviate = normalQuantile(level)
    if (deviates.size < 100) deviates.set(level, deviate)
  }
  return deviate
}
