import { drawNormal } from '../kernel/draw-normal.ts'
import type { Random } from '../kernel/random.ts'
import { levelQuantile } from '../staffing/volume-doubt.ts'

/** How the levels of one queue's days hang together. */
export interface LevelDoubt {
  /** Relative deviation of each day's level about its forecast, 0..1. */
  readonly dayCv: readonly number[]
  /** Correlation of the levels of two days of the run, 0..1. */
  readonly dayCorrelation: number
}

/**
 * How many contacts each day of a run brings, as a multiple of its forecast: the same for all hours
 * of a day, and alike but not the same on all days, for what makes Monday busier than was foreseen
 * often lasts (a Gaussian copula of one common factor over gamma levels with mean 1).
 *
 * @returns a multiple a day, 0 or more
 */
export function drawLevels({ dayCv, dayCorrelation }: LevelDoubt, random: Random): number[] {
  const common = drawNormal(random) * Math.sqrt(dayCorrelation)
  const own = Math.sqrt(1 - dayCorrelation)
  return dayCv.map((cv) => levelQuantile(cv, common + own * drawNormal(random)))
}
