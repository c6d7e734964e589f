/**
 * How far the level of contacts may be from its forecast. A forecast's quantiles are of counts, which
 * vary by chance even at a known rate; the queueing formulas hold that chance already. What is left
 * is the doubt about the rate: a gamma multiple of the forecast, as in `uncertain-volume.ts`.
 *
 * Shares and quantiles of the gamma by E. Wilson, M. Hilferty, "The distribution of chi-square",
 * PNAS 17 (1931): its cube root is nearly normal. Off by less than 0.3 % of the level for cv ≤ 0.5.
 */
import { normalShareBelow } from '../kernel/normal-distribution.ts'

/** Of the standard normal distribution: between its tenth and its ninetieth percent. */
const TENTH_TO_NINETIETH = 2.563_103_131_089_201
/** More doubt than this is a queue with next to no contacts. */
const CV_MAX = 1

/**
 * Relative deviation of the rate, from the quantiles of the count.
 *
 * @param count mean, and 10 % and 90 % quantiles; 0 or more
 * @returns 0..1
 */
export function rateCv(count: {
  readonly mean: number
  readonly low: number
  readonly high: number
}): number {
  if (count.mean <= 0) return 0
  const deviation = (count.high - count.low) / TENTH_TO_NINETIETH
  const ofRate = Math.max(0, deviation * deviation - count.mean)
  return Math.min(CV_MAX, Math.sqrt(ofRate) / count.mean)
}

/**
 * The multiple of the forecast that the level stays below with a probability.
 *
 * @param cv relative deviation of the rate, 0..1
 * @param normalQuantile of the probability: 0 for one half
 */
export function levelQuantile(cv: number, normalQuantile: number): number {
  const ninth = (cv * cv) / 9
  return Math.max(0, 1 - ninth + normalQuantile * Math.sqrt(ninth)) ** 3
}

/** Probability that the level stays below a multiple of the forecast. */
export function levelShareBelow(cv: number, factor: number): number {
  if (cv === 0) return factor >= 1 ? 1 : 0
  const ninth = (cv * cv) / 9
  return normalShareBelow((Math.cbrt(factor) - 1 + ninth) / Math.sqrt(ninth))
}
