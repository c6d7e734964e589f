import { negativeBinomialQuantiles, type Rounding } from '../kernel/negative-binomial.ts'
import { portableExp } from '../kernel/portable-exp.ts'
import type { BandWidth } from './band-width.ts'
import { QUANTILE_LEVELS } from './quantile-levels.ts'

/** Quantiles that share a width, by their place among the levels. */
const GROUPS: readonly {
  readonly places: readonly number[]
  /** How far from the inner width to the outer one. */
  readonly outward: number
  readonly rounding: Rounding
}[] = [
  { places: [0, 8], outward: 1, rounding: 'least' },
  { places: [1, 7], outward: 0.5, rounding: 'least' },
  { places: [2, 6], outward: 0, rounding: 'nearest' },
  { places: [3, 4, 5], outward: 0, rounding: 'least' },
]

/** A count whose rate is uncertain. */
export interface UncertainCount {
  /** At the middle of the rate's distribution, 0 or more. */
  readonly middle: number
  /** Variance of the logarithm of the rate, as far as `middle` is its median and not its mean. */
  readonly logVariance: number
  /** Further relative variance of the rate, with mean 1. */
  readonly spread: number
}

/**
 * Quantiles of a count at {@link QUANTILE_LEVELS}, as wide as trials of the past ask for.
 *
 * @returns ascending, 0 or more; all 0 when the middle is 0
 */
export function bandQuantiles(
  { middle, logVariance, spread }: UncertainCount,
  width: BandWidth,
): number[] {
  const quantiles = QUANTILE_LEVELS.map(() => 0)
  if (middle === 0) return quantiles
  const mean = middle * portableExp(logVariance / 2)
  for (const { places, outward, rounding } of GROUPS) {
    const factor = width.inner + outward * (width.outer - width.inner)
    // Not below what chance alone does to a count.
    const relative = Math.max(0, factor * factor * (1 / mean + logVariance + spread) - 1 / mean)
    const levels = places.map((place) => QUANTILE_LEVELS[place] as number)
    negativeBinomialQuantiles(mean, relative, levels, rounding).forEach((quantile, i) => {
      quantiles[places[i] as number] = quantile
    })
  }
  // Where the tails came out lighter than the middle, the order is what gives way.
  return quantiles.toSorted((a, b) => a - b)
}
