import { quantile } from 'simple-statistics'

import { portableExp } from '../kernel/portable-exp.ts'
import { portableLog } from '../kernel/portable-log.ts'

/** Factors on a band's standard deviation. */
export interface BandWidth {
  /** Within the 80 % band. */
  readonly inner: number
  /** At the ends of the 95 % band: real days have heavier tails than the normal law. */
  readonly outer: number
}

/** A normal deviate exceeds this one time in five, and one in twenty, either way. */
const NORMAL_80 = 1.2816
const NORMAL_95 = 1.96
/** Days' worth of "the band is right as it is" against what the trials say. */
const INNER_DAYS = 40
/** A quantile this far out is known less well. */
const TAIL_DAYS = 100
/** Outer over inner on the queues that this was found on. */
const TAIL = 1.1
/** Fewer scores have no quantiles worth the name. */
const SCORES_MIN = 10

/**
 * The width at which a band would have held what it should in trials of the past: conformal in that
 * it asks only how far past forecasts were off, and not why; drawn to 1 by how few days were tried.
 *
 * Source: V. Vovk, A. Gammerman, G. Shafer, "Algorithmic Learning in a Random World" (2005).
 *
 * @param scores how far each trial was off, in standard deviations of its band, 0 or more
 * @param days that the scores are of; scores of one day err together
 */
export function bandWidth(scores: readonly number[], days: number): BandWidth {
  if (scores.length < SCORES_MIN) return { inner: 1, outer: TAIL }
  const logOf = (level: number, deviate: number): number =>
    portableLog(Math.max(quantile(scores, level) / deviate, 0.01))
  const within80 = logOf(0.8, NORMAL_80)
  const within95 = logOf(0.95, NORMAL_95)
  const inner = (days / (days + INNER_DAYS)) * within80
  const trust = days / (days + TAIL_DAYS)
  const tail = trust * (within95 - within80) + (1 - trust) * portableLog(TAIL)
  return { inner: portableExp(inner), outer: portableExp(inner + tail) }
}
